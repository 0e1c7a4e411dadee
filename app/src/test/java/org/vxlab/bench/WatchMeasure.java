package org.vxlab.bench;

import org.vxlab.iproute.MalformedOutput;
import org.vxlab.iproute.StateReading;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.observe.Backoff;
import org.vxlab.observe.LabWatch;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.observe.PingPlan;
import org.vxlab.remote.SshConnector;
import org.vxlab.topology.MacAddress;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How long after the kernel the program knows, for single entries and after a burst. All hosts are
/// watched; the first one changes.
final class WatchMeasure {
    private static final int SINGLE_EVENTS = 300;
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(7);
    private static final int BURST_ENTRIES = 20_000;
    private static final Duration LIVE_LIMIT = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /// Watching reads everything a second time a moment after the start.
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final int SINGLES = 0x0201;
    private static final int BURST = 0x0211;

    private final World world;
    private final FullMesh mesh;
    private final int bursts;
    private final Report report;

    /// When an entry with this MAC was told, by `System.nanoTime()`.
    private final Map<MacAddress, Long> told = new ConcurrentHashMap<>();

    private final AtomicInteger losses = new AtomicInteger();
    private final CountDownLatch live;

    WatchMeasure(World world, FullMesh mesh, int rounds, Report report) {
        this.world = world;
        this.mesh = mesh;
        this.bursts = rounds;
        this.report = report;
        this.live = new CountDownLatch(mesh.hosts());
    }

    void run() throws Exception {
        try (Pusher pusher = new Pusher(world, mesh.resolved())) {
            pusher.push(pusher.plans());
        }
        SshConnector connector = new SshConnector();
        try (LabWatch watch =
                LabWatch.start(
                        IntStream.rangeClosed(1, mesh.hosts()).mapToObj(FullMesh::host).toList(),
                        host -> World.connect(connector, host),
                        InstantSource.system(),
                        new LabWatch.Options(
                                _ -> Optional.empty(),
                                new PingPlan(List.of()),
                                new Backoff(Duration.ofMillis(500), LIVE_LIMIT, () -> 0)),
                        this::hear)) {
            if (!live.await(LIVE_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("not all hosts are watched after " + LIVE_LIMIT);
            }
            Thread.sleep(SETTLING);
            report.title(
                    String.format(
                            Locale.ROOT, "watching %d hosts x %d VNIs", mesh.hosts(), mesh.vnis()));
            singles();
            bursts(watch);
        }
    }

    private void hear(ObservedEvent event) {
        switch (event) {
            case ObservedEvent.Learned learned ->
                    told.putIfAbsent(learned.entry().mac(), System.nanoTime());
            case ObservedEvent.HostLive _ -> live.countDown();
            case ObservedEvent.LinesLost _ -> losses.incrementAndGet();
            default -> {}
        }
    }

    /// One entry after the other, each from the moment its command is handed to the host.
    private void singles() throws Exception {
        Samples samples = new Samples();
        Process bridge = bridge();
        int missing = 0;
        try (Writer commands = bridge.outputWriter(StandardCharsets.US_ASCII)) {
            for (int i = 0; i < SINGLE_EVENTS; i++) {
                MacAddress mac = mac(SINGLES, i);
                long sent = System.nanoTime();
                commands.write(replace(mac));
                commands.flush();
                Thread.sleep(BETWEEN_EVENTS);
                Optional<Long> heard = heard(mac, sent);
                heard.ifPresent(at -> samples.addNanos(at - sent));
                missing += heard.isPresent() ? 0 : 1;
            }
        } finally {
            bridge.destroy();
        }
        report.line(
                String.format(
                        Locale.ROOT,
                        "%d single entries: median %.2f ms, 99th percentile %.2f ms, most %.2f ms,"
                                + " %d not told",
                        SINGLE_EVENTS,
                        samples.median(),
                        samples.quantile(0.99),
                        samples.most(),
                        missing));
        report.goal(
                "an entry in the kernel to the program's event, median", samples.median(), 5, "ms");
        report.goal("the same, 99th percentile", samples.quantile(0.99), 50, "ms");
        report.goal("the same, not told", missing, 0, "");
    }

    private Optional<Long> heard(MacAddress mac, long sent) throws InterruptedException {
        while (System.nanoTime() - sent < LIMIT.toNanos()) {
            Long at = told.get(mac);
            if (at != null) {
                return Optional.of(at);
            }
            Thread.sleep(1);
        }
        return Optional.empty();
    }

    private void bursts(LabWatch watch) throws Exception {
        Samples behind = new Samples();
        Samples making = new Samples();
        int different = 0;
        for (int burst = 0; burst < bursts; burst++) {
            int prefix = BURST + burst;
            Path commands =
                    World.write(
                            "burst",
                            IntStream.range(0, BURST_ENTRIES)
                                    .mapToObj(i -> replace(mac(prefix, i)))
                                    .collect(Collectors.joining()));
            long began = System.nanoTime();
            inside("bridge -batch " + commands);
            long ended = System.nanoTime();
            making.addNanos(ended - began);
            Set<FdbEntry> host = ofBurst(tableOfHost(), prefix);
            while (!ofBurst(tableOfProgram(watch), prefix).equals(host)) {
                if (System.nanoTime() - ended > LIMIT.toNanos()) {
                    different++;
                    break;
                }
                Thread.sleep(5);
            }
            behind.addNanos(System.nanoTime() - ended);
            if (host.size() != BURST_ENTRIES) {
                throw new IllegalStateException("the host has " + host.size() + " entries");
            }
            inside("ip link set dev br1 type bridge fdb_flush");
            Thread.sleep(SETTLING);
        }
        report.line(
                String.format(
                        Locale.ROOT,
                        "%d bursts of %d entries in %.0f ms: tables equal %.0f ms after the last"
                                + " command (median; most %.0f), lines lost in %d, never equal %d",
                        bursts,
                        BURST_ENTRIES,
                        making.median(),
                        behind.median(),
                        behind.most(),
                        losses.get(),
                        different));
        report.goal(
                "after a burst until the tables are equal, median", behind.median(), 1000, "ms");
    }

    private static Set<FdbEntry> ofBurst(List<FdbEntry> table, int prefix) {
        String start = mac(prefix, 0).toString().substring(0, 5);
        return table.stream()
                .filter(entry -> entry.mac().toString().startsWith(start))
                .collect(Collectors.toSet());
    }

    private static List<FdbEntry> tableOfProgram(LabWatch watch) {
        return watch.snapshot().hosts().get(FullMesh.host(1)).state().fdb();
    }

    private static List<FdbEntry> tableOfHost() throws Exception {
        String table = inside(StateReading.FDB.toString());
        try {
            return StateReading.fdb(new StateReading.Output(0, table, ""));
        } catch (MalformedOutput unclear) {
            throw new IllegalStateException(unclear);
        }
    }

    /// Runs something straight on the first host.
    private static String inside(String command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder((World.inside(1) + " " + command).split(" "))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed");
        }
        return said;
    }

    private static Process bridge() throws IOException {
        return new ProcessBuilder((World.inside(1) + " bridge -batch -").split(" "))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static MacAddress mac(int prefix, int number) {
        return MacAddress.parse(
                String.format(
                        Locale.ROOT,
                        "%02x:%02x:00:%02x:%02x:%02x",
                        prefix >> 8,
                        prefix & 0xff,
                        number >> 16,
                        number >> 8 & 0xff,
                        number & 0xff));
    }

    /// An entry as the kernel makes it when it learns.
    private static String replace(MacAddress mac) {
        return "fdb replace " + mac + " dev vxlan1 master dynamic\n";
    }
}
