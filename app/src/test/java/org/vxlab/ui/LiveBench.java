package org.vxlab.ui;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.session.LiveReport.Activity;
import org.vxlab.topology.MacAddress;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Prints how long it takes from an entry in a host's kernel to the picture, and how the window
/// bears a burst of them. The lab is the built-in one, so this needs what that needs.
final class LiveBench {
    private static final int ENTRIES = 30;
    private static final int BURST = 10_000;
    private static final int PAUSE_MS = 150;
    private static final int LONGEST_WAIT_MS = 30_000;

    private final TestWindow window;

    private LiveBench(TestWindow window) {
        this.window = window;
    }

    /// Measures with a window of its own; JavaFX is started already.
    static void measure() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("vxlab-bench");
        CompletableFuture<TestWindow> opened = new CompletableFuture<>();
        Platform.runLater(() -> opened.complete(TestWindow.open(new Stage(), home)));
        LiveBench bench = new LiveBench(opened.join());
        try {
            bench.run();
        } finally {
            bench.window.close();
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private void run() throws IOException, InterruptedException {
        window.run(LabActions::tryBuiltIn);
        window.await(
                () ->
                        window.live().pingsProperty().get().size() == 12
                                        && window.live().activityProperty().get() == Activity.IDLE
                                || window.live().refusalProperty().get().isPresent());
        CompletableFuture<List<String>> words = new CompletableFuture<>();
        window.onUi(() -> window.live().shell(window.resolved(), "h1", words::complete));
        Process shell =
                new ProcessBuilder(words.join())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedWriter in = shell.outputWriter(StandardCharsets.UTF_8)) {
            latency(in);
            burst(in);
        }
    }

    /// From handing `bridge` to the shell, its start included, to the frame that shows the entry.
    private void latency(BufferedWriter in) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            String mac = String.format(Locale.ROOT, "02:aa:00:00:00:%02x", i);
            CompletableFuture<Long> seen = new CompletableFuture<>();
            Platform.runLater(() -> watch(MacAddress.parse(mac), seen));
            Thread.sleep(PAUSE_MS);
            long start = System.nanoTime();
            in.write("bridge fdb add " + mac + " dev vxlan10 dst 192.168.56.12 self static\n");
            in.flush();
            times.add((seen.join() - start) / 1e6);
        }
        print("an entry in the kernel to the picture", times);
    }

    private void watch(MacAddress mac, CompletableFuture<Long> seen) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (entries().anyMatch(entry -> entry.mac().equals(mac))) {
                    seen.complete(System.nanoTime());
                    stop();
                }
            }
        }.start();
    }

    private Stream<FdbEntry> entries() {
        return Optional.ofNullable(window.desk().liveStateProperty().get().orElse(null)).stream()
                .flatMap(state -> state.hosts().get("h1").state().fdb().stream());
    }

    private void burst(BufferedWriter in) throws IOException, InterruptedException {
        List<Double> frames = new ArrayList<>();
        List<Double> work = new ArrayList<>();
        AnimationTimer[] timer = new AnimationTimer[1];
        window.onUi(
                () -> {
                    timer[0] = frameTimer(frames, work);
                    timer[0].start();
                });
        long start = System.nanoTime();
        in.write(
                "i=0; while [ $i -lt "
                        + BURST
                        + " ]; do printf 'fdb add 02:bb:00:00:%02x:%02x dev vxlan10 dst"
                        + " 192.168.56.12 self static\\n' $((i / 256)) $((i % 256));"
                        + " i=$((i+1)); done | bridge -batch -\n");
        in.flush();
        while (count() < BURST && System.nanoTime() - start < LONGEST_WAIT_MS * 1_000_000L) {
            Thread.sleep(PAUSE_MS);
        }
        System.out.printf(
                Locale.ROOT,
                "%d of %d entries on the window after %.1f s%n",
                count(),
                BURST,
                (System.nanoTime() - start) / 1e9);
        window.onUi(() -> timer[0].stop());
        print("frames during the burst", frames);
        print("the UI thread's work for each of them", work);
    }

    private long count() {
        // Only fetched on the UI thread: counting there would be part of what is measured.
        CompletableFuture<Stream<FdbEntry>> shown = new CompletableFuture<>();
        Platform.runLater(() -> shown.complete(entries()));
        return shown.join().filter(e -> e.mac().toString().startsWith("02:bb")).count();
    }

    /// @param work the processor time of the UI thread; says more than the clock on a busy machine
    private static AnimationTimer frameTimer(List<Double> frames, List<Double> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return new AnimationTimer() {
            private long last;
            private long worked;

            @Override
            public void handle(long now) {
                long begin = System.nanoTime();
                if (last > 0) {
                    frames.add((begin - last) / 1e6);
                    work.add((threads.getCurrentThreadCpuTime() - worked) / 1e6);
                }
                last = begin;
                worked = threads.getCurrentThreadCpuTime();
            }
        };
    }

    private static void print(String name, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-38s %4d  median %6.1f ms  95 %% %6.1f ms  longest %6.1f ms%n",
                name,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.getLast());
    }
}
