package org.vxlab.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import static java.time.temporal.ChronoUnit.MINUTES;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.iproute.MalformedOutput;
import org.vxlab.iproute.StateReading;
import org.vxlab.iproute.StateReading.Output;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.kernel.Vxlan;
import org.vxlab.observe.HostObservation.Status;
import org.vxlab.observe.ObservedEvent.Added;
import org.vxlab.observe.ObservedEvent.AddressAdded;
import org.vxlab.observe.ObservedEvent.Aged;
import org.vxlab.observe.ObservedEvent.Deleted;
import org.vxlab.observe.ObservedEvent.FloodAdded;
import org.vxlab.observe.ObservedEvent.FloodRemoved;
import org.vxlab.observe.ObservedEvent.HostBack;
import org.vxlab.observe.ObservedEvent.HostLive;
import org.vxlab.observe.ObservedEvent.HostLost;
import org.vxlab.observe.ObservedEvent.Learned;
import org.vxlab.observe.ObservedEvent.LinkAdded;
import org.vxlab.observe.ObservedEvent.LinkDown;
import org.vxlab.observe.ObservedEvent.LinkRemoved;
import org.vxlab.observe.ObservedEvent.LinkUp;
import org.vxlab.observe.ObservedEvent.Moved;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Message;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

@Tag("kernel")
class LabWatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:05");

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Queue<ObservedEvent> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private TestHost host;

    @BeforeEach
    void buildAVtep() throws Exception {
        host = TestHost.start("a");
        host.sh(
                """
                ip link add name br0 type bridge mcast_snooping 0 ageing_time 100
                ip link add name vx0 type vxlan id 5 local 127.0.0.1 dstport 4789
                ip link set dev vx0 master br0
                ip link set dev vx0 up
                ip link set dev br0 up
                """);
    }

    @AfterEach
    void remove() {
        host.close();
    }

    @Test
    void tellsWhatTheKernelDoesToAMac() {
        try (LabWatch _ = watch()) {
            await(() -> seen(HostLive.class));
            host.sh(
                    """
                    bridge fdb append 00:00:00:00:00:00 dev vx0 dst 192.0.2.2
                    bridge fdb replace 02:00:00:00:00:05 dev vx0 dst 192.0.2.2 self dynamic
                    bridge fdb replace 02:00:00:00:00:05 dev vx0 dst 192.0.2.3 self dynamic
                    bridge fdb replace 02:00:00:00:00:05 dev vx0 dst 192.0.2.3 self static
                    bridge fdb del 02:00:00:00:00:05 dev vx0 dst 192.0.2.3
                    bridge fdb del 00:00:00:00:00:00 dev vx0 dst 192.0.2.2
                    bridge fdb replace 02:00:00:00:00:05 dev vx0 master dynamic
                    """);
            await(() -> seen(Aged.class));
        }
        assertThat(events.stream().filter(LabWatchTest::isOfOurMac).map(Object::getClass))
                .containsExactly(
                        FloodAdded.class,
                        Learned.class,
                        Moved.class,
                        Added.class,
                        Deleted.class,
                        FloodRemoved.class,
                        Learned.class,
                        Aged.class);
        assertThat(events)
                .filteredOn(event -> event instanceof Learned && isOfOurMac(event))
                .allSatisfy(
                        event -> {
                            assertThat(((Learned) event).owner()).contains("vm5");
                            assertThat(event.stamp().hostTime().orElseThrow())
                                    .isCloseTo(event.stamp().receivedAt(), within(1, MINUTES));
                        });
    }

    @Test
    void tellsOfLinksAndAddressesWithAllTheirSettings() {
        try (LabWatch watch = watch()) {
            await(() -> seen(HostLive.class));
            host.sh(
                    """
                    ip link add name vx9 type vxlan id 9 local 127.0.0.1 dstport 4789
                    ip addr add 10.9.0.1/24 dev vx9
                    ip link set dev vx9 up
                    ip link set dev vx9 down
                    """);
            await(() -> seen(LinkDown.class));
            await(
                    () ->
                            watch.snapshot().hosts().get("a").state().links().get("vx9").kind()
                                            instanceof Vxlan vxlan
                                    && vxlan.port() == 4789);
            host.sh("ip link del dev vx9");
            await(() -> seen(LinkRemoved.class));
        }
        assertThat(events)
                .extracting(event -> (Object) event.getClass())
                .contains(LinkAdded.class, AddressAdded.class, LinkUp.class, LinkDown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 20_000})
    void endsEqualToTheHostAfterABurst(int entries) {
        try (LabWatch watch = watch()) {
            await(() -> seen(HostLive.class));
            host.sh(
                    """
                    i=0
                    while [ $i -lt %d ]; do
                      printf 'fdb replace 02:00:00:01:%%02x:%%02x dev vx0 dst 192.0.2.2 self dynamic\\n' \
                        $((i / 256)) $((i %% 256))
                      i=$((i + 1))
                    done >/run/burst
                    bridge -batch /run/burst
                    """
                            .formatted(entries));
            List<FdbEntry> wanted = tableOfTheHost();
            assertThat(wanted).hasSizeGreaterThan(entries);
            await(() -> isLive(watch) && table(watch).size() == wanted.size());
            assertThat(Set.copyOf(table(watch))).isEqualTo(Set.copyOf(wanted));
            host.sh("ip link set dev vx0 down; ip link del dev vx0");
            await(
                    () ->
                            isLive(watch)
                                    && table(watch).stream()
                                            .noneMatch(e -> e.device().equals("vx0")));
        }
    }

    @Test
    void comesBackToALostHostAndTellsWhatChangedMeanwhile() {
        try (LabWatch watch = watch()) {
            await(() -> seen(HostLive.class));
            host.cutConnections();
            await(() -> seen(HostLost.class));
            assertThat(watch.snapshot().hosts().get("a").status())
                    .isInstanceOfAny(Status.Lost.class, Status.Live.class);
            host.sh("bridge fdb replace 02:00:00:00:00:05 dev vx0 dst 192.0.2.2 self static");
            await(() -> seen(HostBack.class));
            await(() -> isLive(watch));
            assertThat(table(watch)).containsExactlyInAnyOrderElementsOf(tableOfTheHost());
            assertThat(table(watch)).anyMatch(entry -> entry.mac().equals(MAC));
        }
        assertThat(events)
                .anyMatch(event -> event instanceof Added added && added.entry().mac().equals(MAC));
    }

    @Test
    void tellsOnceWhatAHostLacksAndTriesAgainSeldom() {
        String bridge = host.sh("readlink -f \"$(command -v bridge)\"").strip();
        host.sh("mount --bind /dev/null " + bridge);
        Message lacking =
                Message.of(
                        "observe.unfit",
                        Message.of("plan.host.nobridge", "a"),
                        Message.of("plan.host.nobridge.cure", "a"));
        try (LabWatch watch = watch()) {
            await(() -> seen(HostLost.class));
            Status.Lost first = (Status.Lost) watch.snapshot("a").status();
            assertThat(first.why()).isEqualTo(lacking);
            await(() -> connections.get() > 2);
            host.sh("umount " + bridge);
            await(() -> seen(HostLive.class));
        }
        assertThat(events)
                .filteredOn(HostLost.class::isInstance)
                .singleElement()
                .satisfies(lost -> assertThat(((HostLost) lost).retryIn()).contains(LONGEST_PAUSE));
    }

    @Test
    void leavesNoProcessOnTheHost() {
        try (LabWatch _ = watch()) {
            await(() -> seen(HostLive.class));
            assertThat(host.processes()).anyMatch(line -> line.contains("monitor fdb"));
        }
        await(() -> host.processes().isEmpty());
        assertThat(host.processes()).isEmpty();
    }

    private LabWatch watch() {
        Backoff backoff = new Backoff(Duration.ofMillis(200), LONGEST_PAUSE, () -> 0);
        return LabWatch.start(
                List.of("a"),
                name -> connect(),
                InstantSource.system(),
                new LabWatch.Options(
                        mac -> mac.equals(MAC) ? Optional.of("vm5") : Optional.empty(),
                        new PingPlan(List.of()),
                        backoff),
                events::add);
    }

    private RemoteHost connect() throws RemoteException, InterruptedException {
        connections.incrementAndGet();
        return host.connect();
    }

    private boolean seen(Class<? extends ObservedEvent> kind) {
        return events.stream().anyMatch(kind::isInstance);
    }

    private static boolean isOfOurMac(ObservedEvent event) {
        return switch (event) {
            case ObservedEvent.Forwarding forwarding -> forwarding.entry().mac().equals(MAC);
            case FloodAdded _, FloodRemoved _ -> true;
            default -> false;
        };
    }

    private static boolean isLive(LabWatch watch) {
        return watch.snapshot().hosts().get("a").status() instanceof Status.Live;
    }

    private static List<FdbEntry> table(LabWatch watch) {
        return forwarding(watch.snapshot().hosts().get("a").state().fdb());
    }

    private List<FdbEntry> tableOfTheHost() {
        try {
            return forwarding(StateReading.fdb(new Output(0, host.sh("bridge -j fdb show"), "")));
        } catch (MalformedOutput e) {
            throw new AssertionError(e);
        }
    }

    private static List<FdbEntry> forwarding(List<FdbEntry> table) {
        return table.stream()
                .filter(entry -> entry.table() != Table.DEVICE)
                .collect(Collectors.toList());
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen in " + LIMIT);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
