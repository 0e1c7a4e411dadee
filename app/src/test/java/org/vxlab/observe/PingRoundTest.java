package org.vxlab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vxlab.observe.ObservedEvent.PingLost;
import org.vxlab.observe.ObservedEvent.PingReply;
import org.vxlab.observe.PingResult.Failure.Absent;
import org.vxlab.observe.PingResult.Failure.NoSource;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteException.Kind;
import org.vxlab.remote.RemoteHost;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Message;
import org.vxlab.topology.OverlayEnd;
import org.vxlab.topology.Vni;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

@Tag("kernel")
class PingRoundTest {
    private static final PingRound ROUND = new PingRound(Duration.ofSeconds(10), 3, 8);
    private static final PingRound SHORT = new PingRound(Duration.ofSeconds(1), 2, 8);
    private static final OverlayEnd A = end("a", "a", "", "br10", "10.10.0.1");
    private static final OverlayEnd B = end("b", "b", "", "vxlan10", "10.10.0.2");
    private static final OverlayEnd B6 = end("b", "b", "", "vxlan10", "fd10::2");
    private static final OverlayEnd A6 = end("a", "a", "", "br10", "fd10::1");
    private static final OverlayEnd VM = end("vm1", "a", "vm1", "eth0", "10.10.0.11");
    private static final OverlayEnd NOBODY = end("nobody", "b", "", "vxlan10", "10.10.0.99");

    private TestHost a;
    private TestHost b;

    /// Two hosts on one cable; a has a bridge with a workload, b the address on the vxlan device.
    @BeforeEach
    void buildTwoVteps() throws Exception {
        a = TestHost.start("a");
        b = a.neighbour("b");
        a.sh(
                """
                ip addr add 192.0.2.1/24 dev eth0
                ip link set dev eth0 up
                ip link add name br10 type bridge mcast_snooping 0
                ip link add name vxlan10 type vxlan id 10 local 192.0.2.1 remote 192.0.2.2 \
                  dev eth0 dstport 4789
                ip link set dev vxlan10 master br10
                ip link set dev vxlan10 up
                ip link set dev br10 up
                ip addr add 10.10.0.1/24 dev br10
                ip addr add fd10::1/64 dev br10 nodad
                ip netns add vm1
                ip link add name veth-vm1 type veth peer name eth0 netns vm1
                ip -n vm1 addr add 10.10.0.11/24 dev eth0
                ip -n vm1 link set dev eth0 up
                ip link set dev veth-vm1 master br10
                ip link set dev veth-vm1 up
                """);
        b.sh(
                """
                ip addr add 192.0.2.2/24 dev eth0
                ip link set dev eth0 up
                ip link add name vxlan10 type vxlan id 10 local 192.0.2.2 remote 192.0.2.1 \
                  dev eth0 dstport 4789
                ip link set dev vxlan10 up
                ip addr add 10.10.0.2/24 dev vxlan10
                ip addr add fd10::2/64 dev vxlan10 nodad
                """);
    }

    @AfterEach
    void remove() {
        b.close();
        a.close();
    }

    @Test
    void everyPairOfAWorkingOverlayAnswers() throws InterruptedException {
        PingPlan plan =
                plan(pair(A, B), pair(A, VM), pair(B, A), pair(B, VM), pair(VM, B), pair(A6, B6));
        Set<PingPair> live = ConcurrentHashMap.newKeySet();
        PingMatrix matrix = ROUND.run(plan, this::connect, (pair, _) -> live.add(pair));
        assertThat(matrix.complete()).as(matrix.toString()).isTrue();
        assertThat(matrix.results().keySet()).containsExactlyElementsOf(plan.pairs());
        assertThat(matrix.results().values())
                .allSatisfy(
                        result -> {
                            assertThat(result.sent()).isEqualTo(3);
                            assertThat(result.roundTrip()).isPresent();
                        });
        assertThat(live).containsExactlyInAnyOrderElementsOf(plan.pairs());
    }

    @Test
    void aLostPairSaysWhyAndOthersAreNotHeldUp() throws InterruptedException {
        PingMatrix matrix =
                SHORT.run(plan(pair(A, NOBODY), pair(A, B)), this::connect, (_, _) -> {});
        assertThat(matrix.complete()).isFalse();
        assertThat(matrix.results().get(pair(A, B)).complete()).isTrue();
        assertThat(matrix.results().get(pair(A, NOBODY)))
                .isEqualTo(new PingResult(2, 0, 0, Optional.empty(), Optional.empty()));
    }

    @Test
    void whatTheLabHasNotMadeYetIsSaidInWords() throws InterruptedException {
        OverlayEnd unmade = end("a", "a", "", "br99", "10.10.0.1");
        OverlayEnd nobody = end("vm9", "a", "vm9", "eth0", "10.10.0.19");
        PingMatrix matrix =
                SHORT.run(plan(pair(unmade, B), pair(nobody, B)), this::connect, (_, _) -> {});
        assertThat(matrix.results())
                .containsExactly(
                        Map.entry(
                                pair(unmade, B),
                                PingResult.nothingSent(
                                        new Absent(
                                                Message.of("observe.ping.absent", "br99", "a")))),
                        Map.entry(
                                pair(nobody, B),
                                PingResult.nothingSent(
                                        new Absent(
                                                Message.of("observe.ping.nobody", "vm9", "a")))));
    }

    @Test
    void pairsOfAnUnreachableHostHaveNoSource() throws InterruptedException {
        Message why = Message.of("remote.gone");
        PingMatrix matrix =
                SHORT.run(
                        plan(pair(A, B), pair(B, A)),
                        host -> {
                            if (host.equals("b")) {
                                throw new RemoteException(host, Kind.UNREACHABLE, why, null);
                            }
                            return connect(host);
                        },
                        (_, _) -> {});
        assertThat(matrix.results().get(pair(A, B)).complete()).isTrue();
        assertThat(matrix.results().get(pair(B, A)))
                .isEqualTo(PingResult.nothingSent(new NoSource(why)));
    }

    @Test
    void leavesNoPingBehindWhenCalledOff() throws Exception {
        Thread round =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        ROUND.run(
                                                plan(pair(A, NOBODY)), this::connect, (_, _) -> {});
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        LabWatchTest.await(() -> a.processes().stream().anyMatch(p -> p.startsWith("ping ")));
        round.interrupt();
        round.join();
        LabWatchTest.await(() -> a.processes().isEmpty());
    }

    @Test
    void aWatchedLabTellsOfEachAnswerAndEachLossUntilItIsClosed() throws Exception {
        Set<Object> answered = ConcurrentHashMap.newKeySet();
        Set<Object> lost = ConcurrentHashMap.newKeySet();
        LabWatch.Options options =
                new LabWatch.Options(
                        _ -> Optional.empty(),
                        plan(pair(A, B), pair(VM, B), pair(A, NOBODY)),
                        new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1), () -> 0));
        try (LabWatch _ =
                LabWatch.start(
                        List.of("a"),
                        this::connect,
                        InstantSource.system(),
                        options,
                        event -> {
                            if (event instanceof PingReply reply) {
                                answered.add(reply.pair());
                            } else if (event instanceof PingLost loss) {
                                lost.add(loss.pair());
                            }
                        })) {
            LabWatchTest.await(() -> answered.size() == 2 && lost.contains(pair(A, NOBODY)));
        }
        LabWatchTest.await(() -> a.processes().isEmpty());
    }

    private RemoteHost connect(String host) throws RemoteException, InterruptedException {
        return Map.of("a", a, "b", b).get(host).connect();
    }

    private static PingPlan plan(PingPair... pairs) {
        return new PingPlan(List.of(pairs));
    }

    private static PingPair pair(OverlayEnd from, OverlayEnd to) {
        return new PingPair(new Vni(10), "red", from, to);
    }

    private static OverlayEnd end(
            String name, String host, String space, String device, String ip) {
        return new OverlayEnd(name, host, space, device, Ip.parse(ip));
    }
}
