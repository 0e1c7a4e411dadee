package org.vxlab.observe;

import org.vxlab.kernel.FdbEntry.Table;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Measures how long a learned MAC needs from the host's kernel to the program's own event, and how
/// long after a burst of 20,000 entries the tables are equal. Run by hand; prints milliseconds.
final class WatchBench {
    private static final int WARM_UP = 300;
    private static final int COUNTED = 1_000;
    private static final int BURST = 20_000;

    private WatchBench() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Instant> seen = new ConcurrentHashMap<>();
        try (TestHost host = TestHost.start("a")) {
            host.sh(
                    """
                    ip link add name vx0 type vxlan id 5 local 127.0.0.1 dstport 4789
                    ip link set dev vx0 up
                    """);
            try (LabWatch watch =
                    LabWatch.start(
                            List.of("a"),
                            _ -> host.connect(),
                            InstantSource.system(),
                            new LabWatch.Options(
                                    _ -> Optional.empty(),
                                    new PingPlan(List.of()),
                                    new Backoff(
                                            Duration.ofSeconds(1), Duration.ofSeconds(1), () -> 0)),
                            event -> {
                                if (event instanceof ObservedEvent.Learned learned) {
                                    seen.put(learned.entry().mac().toString(), Instant.now());
                                }
                            })) {
                latency(host, seen);
                burst(host, watch);
            }
        }
    }

    /// One entry at a time; the script says when each command has returned.
    private static void latency(TestHost host, Map<String, Instant> seen) throws Exception {
        double[] millis = new double[COUNTED];
        String times =
                host.sh(
                        """
                        sleep 2
                        i=0
                        while [ $i -lt %d ]; do
                          mac=$(printf '02:00:00:02:%%02x:%%02x' $((i / 256)) $((i %% 256)))
                          echo "$mac $(date +%%s%%N)"
                          bridge fdb replace $mac dev vx0 dst 192.0.2.2 self dynamic
                          i=$((i + 1))
                        done
                        sleep 1
                        """
                                .formatted(WARM_UP + COUNTED));
        List<String> lines = times.lines().skip(WARM_UP).toList();
        for (int i = 0; i < COUNTED; i++) {
            String[] words = lines.get(i).split(" ");
            Instant asked = Instant.ofEpochSecond(0, Long.parseLong(words[1]));
            millis[i] = Duration.between(asked, seen.get(words[0])).toNanos() / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "learned to event, with the start of bridge: median %.1f ms, 99th %.1f ms%n",
                millis[COUNTED / 2], millis[COUNTED * 99 / 100]);
    }

    private static void burst(TestHost host, LabWatch watch) throws Exception {
        for (int round = 0; round < 5; round++) {
            host.sh("bridge fdb flush dev vx0");
            awaitSize(watch, 0);
            host.sh(
                    """
                    i=0
                    while [ $i -lt %d ]; do
                      printf 'fdb replace 02:00:%02x:01:%%02x:%%02x dev vx0 dst 192.0.2.2 self dynamic\\n' \
                        $((i / 256)) $((i %% 256))
                      i=$((i + 1))
                    done >/run/burst
                    """
                            .formatted(BURST, round));
            host.sh("bridge -batch /run/burst");
            long end = System.nanoTime();
            awaitSize(watch, BURST);
            System.out.printf(
                    "burst %d: equal after %.0f ms%n", round, (System.nanoTime() - end) / 1e6);
        }
    }

    private static void awaitSize(LabWatch watch, int wanted) throws InterruptedException {
        while (table(watch) != wanted) {
            Thread.sleep(5);
        }
    }

    private static long table(LabWatch watch) {
        return watch.snapshot().hosts().get("a").state().fdb().stream()
                .filter(entry -> entry.table() == Table.VXLAN)
                .filter(entry -> !entry.mac().isZero())
                .count();
    }
}
