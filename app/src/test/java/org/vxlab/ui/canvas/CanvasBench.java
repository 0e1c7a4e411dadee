package org.vxlab.ui.canvas;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

import org.vxlab.kernel.HostState;
import org.vxlab.picture.Detail;
import org.vxlab.picture.LiveState;
import org.vxlab.picture.LiveState.Trust;
import org.vxlab.picture.LiveState.WatchedHost;
import org.vxlab.picture.Picture;
import org.vxlab.picture.PictureStyle;
import org.vxlab.topology.Host;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Message;
import org.vxlab.topology.Obvious;
import org.vxlab.topology.Offer;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Desks;
import org.vxlab.ui.Looks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleConsumer;

/// Prints how long frames take with many hosts on the drawing, at rest and panning, with a hundred
/// changes a second.
public final class CanvasBench {
    private static final int FRAMES = 60;

    /// Frames in which a view is painted for the first time are not counted.
    private static final int WARMING_UP = 15;

    private static final int CHANGES_A_FRAME = 2;

    private final LabCanvas canvas;
    private final Desk desk;
    private final int count;
    private Lab lab;
    private int changed;

    private CanvasBench(LabCanvas canvas, Desk desk, int count) {
        this.canvas = canvas;
        this.desk = desk;
        this.count = count;
    }

    /// Measures a drawing of so many hosts; JavaFX is started already.
    public static void measure(int hosts) throws InterruptedException {
        System.out.println(hosts + " hosts");
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> open(hosts, done));
        done.await();
    }

    private static void open(int hosts, CountDownLatch done) {
        Desk desk = Desks.empty(Locale.ENGLISH, Looks.Theme.LIGHT);
        LabCanvas canvas = new LabCanvas(desk);
        Stage stage = new Stage();
        stage.setScene(new Scene(new BorderPane(canvas), 1280, 800));
        desk.looks().dress(stage.getScene());
        stage.show();
        new CanvasBench(canvas, desk, hosts).run(done);
    }

    private void run(CountDownLatch done) {
        long start = System.nanoTime();
        desk.edit(hosts());
        lab = desk.lab();
        printCompose(lab);
        desk.modeProperty().set(Desk.Mode.LIVE);
        canvas.fit();
        print("open", List.of((System.nanoTime() - start) / 1e6));
        View whole = canvas.view();
        View near = new View(0.8, 2000, 1500);
        phase("whole, idle", whole, _ -> {}, () -> changing(whole, near, done));
    }

    private void changing(View whole, View near, CountDownLatch done) {
        phase(
                "whole, changes",
                whole,
                _ -> change(),
                () ->
                        phase(
                                "whole, changes, panning",
                                whole,
                                t -> pan(whole, t),
                                () ->
                                        phase(
                                                "near, changes",
                                                near,
                                                _ -> change(),
                                                () ->
                                                        phase(
                                                                "near, changes, panning",
                                                                near,
                                                                t -> pan(near, t),
                                                                done::countDown))));
    }

    private void pan(View from, double t) {
        change();
        canvas.steer(from.moved(300 * Math.sin(t / 10), 200 * Math.sin(t / 14)));
    }

    /// A few hosts change between live and stale.
    private void change() {
        Map<String, WatchedHost> hosts = new LinkedHashMap<>();
        changed += CHANGES_A_FRAME;
        for (int i = 0; i < lab.hosts().size(); i++) {
            boolean stale = i >= changed % count && i < changed % count + CHANGES_A_FRAME;
            hosts.put(
                    lab.hosts().get(i).name(),
                    new WatchedHost(
                            stale ? Trust.STALE : Trust.LIVE,
                            Optional.of(Duration.ofSeconds(1)),
                            HostState.EMPTY));
        }
        canvas.showLive(Optional.of(new LiveState(hosts, List.of(), Map.of())));
    }

    private void phase(String name, View view, DoubleConsumer frame, Runnable next) {
        canvas.look(view);
        List<Double> times = new ArrayList<>();
        Map<String, Long> before = new LinkedHashMap<>();
        new AnimationTimer() {
            private long last;
            private int frames;

            @Override
            public void handle(long now) {
                long begin = System.nanoTime();
                if (frames == WARMING_UP) {
                    before.putAll(work());
                }
                if (frames > WARMING_UP) {
                    times.add((begin - last) / 1e6);
                }
                last = begin;
                frame.accept(frames++);
                if (frames > WARMING_UP + FRAMES) {
                    stop();
                    print(name, times);
                    work().forEach(
                                    (thread, nanos) ->
                                            System.out.printf(
                                                    Locale.ROOT,
                                                    "    %-28s %6.1f ms of processor time a"
                                                            + " frame%n",
                                                    thread,
                                                    (nanos - before.getOrDefault(thread, 0L))
                                                            / 1e6
                                                            / FRAMES));
                    next.run();
                }
            }
        }.start();
    }

    /// Processor time of the threads that make frames; says more than time on a busy machine.
    private static Map<String, Long> work() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Long> work = new LinkedHashMap<>();
        for (long id : threads.getAllThreadIds()) {
            String name =
                    threads.getThreadInfo(id) == null
                            ? ""
                            : threads.getThreadInfo(id).getThreadName();
            if (name.startsWith("JavaFX App")
                    || name.startsWith("Quantum")
                    || name.equals("picture")) {
                work.put(name, threads.getThreadCpuTime(id));
            }
        }
        return work;
    }

    private void print(String name, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-26s frames %3d  median %6.1f ms (%3.0f a second)  95 %% %6.1f ms  longest %6.1f"
                        + " ms  nodes of %d glyphs%n",
                name,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                1000 / sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.getLast(),
                canvas.glyphsShown());
    }

    private LabEdit hosts() {
        List<LabEdit> edits = new ArrayList<>();
        Lab made = desk.lab();
        for (int i = 0; i < count; i++) {
            Point at = new Point(i % 40 * 300, i / 40 * 220);
            if (i % 200 == 0) {
                LabEdit network = possible(Obvious.network(made, new Point(i * 12, 25 * 220)));
                edits.add(network);
                made = network.applyTo(made);
            }
            LabEdit host = possible(Obvious.hostIn(made, made.networks().get(i / 200), at));
            edits.add(host);
            made = host.applyTo(made);
        }
        List<String> names = made.hosts().stream().map(Host::name).toList();
        for (int i = 0; i < Math.min(10, count / 20); i++) {
            LabEdit segment =
                    possible(
                            Obvious.segment(
                                    made,
                                    names.subList(i * 20, i * 20 + 20),
                                    new Point(i * 600, -200)));
            edits.add(segment);
            made = segment.applyTo(made);
        }
        return new LabEdit.Together(Message.of("topology.edit.add.note"), edits);
    }

    private static void printCompose(Lab lab) {
        for (Detail detail : Detail.values()) {
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                Picture.of(lab, Optional.empty(), PictureStyle.WATCHING.withDetail(detail));
                System.out.printf(
                        Locale.ROOT,
                        "composing, %s: %.1f ms%n",
                        detail,
                        (System.nanoTime() - start) / 1e6);
            }
        }
    }

    private static LabEdit possible(Offer offer) {
        return switch (offer) {
            case Offer.Possible(LabEdit edit) -> edit;
            case Offer.Refused(Message why) -> throw new IllegalStateException(why.key());
        };
    }
}
