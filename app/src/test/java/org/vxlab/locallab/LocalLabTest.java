package org.vxlab.locallab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vxlab.locallab.LocalLab.UserNamespace;
import org.vxlab.locallab.Underlay.Machine;
import org.vxlab.locallab.Underlay.Port;
import org.vxlab.locallab.Underlay.Segment;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.ResolvedLab;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@Tag("kernel")
class LocalLabTest {
    @ParameterizedTest
    @EnumSource
    void hostsReachEachOtherAcrossARouter(UserNamespace userNamespace) throws Exception {
        try (LocalLab lab = Labs.start(Labs.acrossARouter(), userNamespace)) {
            assertThat(ping(lab, "a", "192.168.56.12")).isZero();
            assertThat(ping(lab, "a", "192.168.57.13")).isZero();
            assertThat(ping(lab, "c", "192.168.56.11")).isZero();
            assertThat(ping(lab, "c", "192.168.57.99")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hostsAreMachinesOfTheirOwn(UserNamespace userNamespace) throws Exception {
        try (LocalLab lab = Labs.start(Labs.flat(2), userNamespace)) {
            String facts = "id -u; hostname; echo /sys/class/net/*; echo $$; cat /proc/1/comm";
            assertThat(Labs.ssh(lab, "h2", facts).out().lines().toList())
                    .startsWith("0", "h2", "/sys/class/net/eth0 /sys/class/net/lo")
                    .endsWith("sh");
            assertThat(Labs.ssh(lab, "h1", "cat /proc/sys/net/ipv4/ip_forward").out())
                    .isEqualTo("0\n");
        }
    }

    /// Names may have what hostname(1) refuses; without root the prompt shows something near.
    @ParameterizedTest
    @EnumSource
    void hostsMayHaveAnyNameThatALabFileAllows(UserNamespace userNamespace) throws Exception {
        Underlay underlay =
                Underlay.of(
                        new ResolvedLab(
                                "odd",
                                List.of(Labs.network("lan", "10.99.0.0/16")),
                                List.of(),
                                List.of(
                                        Labs.host("h_1", "lan", "10.99.0.1/16"),
                                        Labs.host("_-", "lan", "10.99.0.2/16")),
                                List.of()));
        try (LocalLab lab = Labs.start(underlay, userNamespace)) {
            assertThat(Labs.ssh(lab, "h_1", "hostname").out()).isIn("h_1\n", "h-1\n");
            assertThat(ping(lab, "_-", "10.99.0.1")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void namespacesOfOneNameOnTwoHostsAreTwo(UserNamespace userNamespace) throws Exception {
        try (LocalLab lab = Labs.start(Labs.flat(2), userNamespace)) {
            assertThat(Labs.ssh(lab, "h1", "ip netns add vm1").exitCode()).isZero();
            assertThat(Labs.ssh(lab, "h2", "ip netns add vm1").exitCode()).isZero();
            Labs.ssh(lab, "h1", "ip -n vm1 link add name only-here type bridge");
            String show = "ip -n vm1 -br link show type bridge";
            assertThat(Labs.ssh(lab, "h1", show).out()).startsWith("only-here ");
            assertThat(Labs.ssh(lab, "h2", show)).isEqualTo(new Labs.Said(0, "", ""));
            assertThat(Labs.ssh(lab, "h2", "ip netns exec vm1 true").exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVxlanCarriesPingsOverUnicastAndMulticast(UserNamespace userNamespace) throws Exception {
        try (LocalLab lab = Labs.start(Labs.flat(2), userNamespace)) {
            for (String host : List.of("h1", "h2")) {
                String n = host.substring(1);
                String commands =
                        """
                        ip link add name vx10 type vxlan id 10 group 239.1.1.1 dev eth0 dstport 4789
                        ip addr add 10.10.0.%1$s/24 dev vx10
                        ip addr add fd10::%1$s/64 dev vx10 nodad
                        ip link set dev vx10 up
                        """
                                .formatted(n);
                assertThat(Labs.ssh(lab, host, commands)).isEqualTo(new Labs.Said(0, "", ""));
            }
            assertThat(ping(lab, "h1", "10.10.0.2")).isZero();
            assertThat(ping(lab, "h1", "fd10::2")).isZero();
            assertThat(Labs.ssh(lab, "h1", "bridge fdb show dev vx10").out())
                    .contains("00:00:00:00:00:00 dst 239.1.1.1 via eth0 self permanent")
                    .contains("dst 10.99.0.2 self");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theUnderlayMayBeIpv6(UserNamespace userNamespace) throws Exception {
        try (LocalLab lab = Labs.start(Labs.overIpv6(), userNamespace)) {
            assertThat(ping(lab, "a", "fd00:2::c")).isZero();
            assertThat(ping(lab, "c", "fd00:1::a")).isZero();
        }
    }

    @Test
    void newDevicesSayNothingOverIpv6Unasked() throws Exception {
        try (LocalLab lab = Labs.start(Labs.flat(1), UserNamespace.WHEN_NEEDED)) {
            String commands =
                    "ip link add name br10 type bridge && ip link set dev br10 up"
                            + " && ip -6 addr show dev br10 && ip -6 addr show dev eth0";
            assertThat(Labs.ssh(lab, "h1", commands)).isEqualTo(new Labs.Said(0, "", ""));
        }
    }

    @Test
    void twoLabsWithTheSameAddressesRunBesideEachOther() throws Exception {
        try (LocalLab one = Labs.start(Labs.flat(2), UserNamespace.WHEN_NEEDED);
                LocalLab other = Labs.start(Labs.flat(2), UserNamespace.ALWAYS)) {
            Labs.ssh(one, "h1", "ip link set dev eth0 down");
            assertThat(ping(one, "h2", "10.99.0.1")).isEqualTo(1);
            assertThat(ping(other, "h2", "10.99.0.1")).isZero();
        }
    }

    @Test
    void aLabWhoseProcessesAreEndedIsNotRunningAndTakesItsEndpointsAlong() throws Exception {
        try (LocalLab lab = Labs.start(Labs.flat(1), UserNamespace.WHEN_NEEDED)) {
            CountDownLatch ended = new CountDownLatch(1);
            lab.onEnd(ended::countDown);
            long init = Long.parseLong(lab.access().files().getName(1).toString());
            ProcessHandle.of(init).orElseThrow().destroyForcibly();
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(lab.isRunning()).isFalse();
            assertThatThrownBy(() -> lab.shellCommand("h1")).isInstanceOf(LocalLabException.class);
            assertThat(Labs.ssh(lab, "h1", "true").exitCode()).isEqualTo(255);
        }
    }

    @Test
    void mtuOfTheNetworkIsThatOfItsPorts() throws Exception {
        Underlay jumbo =
                new Underlay(
                        List.of(new Segment("lan", 9000)),
                        List.of(host("a", "10.0.0.1/24"), host("b", "10.0.0.2/24")));
        try (LocalLab lab = Labs.start(jumbo, UserNamespace.WHEN_NEEDED)) {
            assertThat(Labs.ssh(lab, "a", "ping -c1 -W2 -M do -s 8972 10.0.0.2").exitCode())
                    .isZero();
            assertThat(Labs.ssh(lab, "a", "ping -c1 -W2 -M do -s 8973 10.0.0.2").exitCode())
                    .isNotZero();
        }
    }

    @Test
    void aLabThatCannotBeBuiltSaysWhichMachineAndLeavesNothing() throws Exception {
        Labs.start(Labs.flat(1), UserNamespace.WHEN_NEEDED).close();
        long before = ProcessHandle.current().descendants().count();
        Underlay wrong =
                new Underlay(
                        List.of(new Segment("lan", 1500)),
                        List.of(
                                host("a", "10.0.0.1/24"),
                                new Machine(
                                        "b",
                                        false,
                                        List.of(port("10.0.0.2/24")),
                                        List.of(
                                                new Underlay.Route(
                                                        InterfaceAddress.parse("10.9.0.0/16")
                                                                .prefix(),
                                                        InterfaceAddress.parse("10.8.0.1/16")
                                                                .ip())))));
        assertThatThrownBy(() -> LocalLab.start(wrong, UserNamespace.WHEN_NEEDED))
                .isInstanceOfSatisfying(
                        LocalLabException.class,
                        e -> {
                            assertThat(e.text().key()).isEqualTo("locallab.machine-failed");
                            assertThat(e.text().arguments().get(0)).isEqualTo("b");
                            assertThat(e.text().arguments().get(1).toString())
                                    .contains("Nexthop has invalid gateway");
                        });
        assertThat(ProcessHandle.current().descendants().count()).isEqualTo(before);
    }

    @Test
    void thirtyTwoHostsAreUpAtOnce() throws Exception {
        try (LocalLab lab = Labs.start(Labs.flat(32), UserNamespace.WHEN_NEEDED)) {
            assertThat(ping(lab, "h1", "10.99.0.32")).isZero();
            assertThat(lab.routes()).hasSize(32);
        }
    }

    private static int ping(LocalLab lab, String from, String to) throws Exception {
        return Labs.ssh(lab, from, "ping -c1 -W2 " + to).exitCode();
    }

    private static Machine host(String name, String address) {
        return new Machine(name, false, List.of(port(address)), List.of());
    }

    private static Port port(String address) {
        return new Port("eth0", "lan", InterfaceAddress.parse(address));
    }
}
