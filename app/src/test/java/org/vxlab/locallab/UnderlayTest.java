package org.vxlab.locallab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vxlab.locallab.Underlay.Machine;
import org.vxlab.locallab.Underlay.Port;
import org.vxlab.locallab.Underlay.Route;
import org.vxlab.locallab.Underlay.Segment;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Prefix;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.Router;
import org.vxlab.topology.SshTarget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class UnderlayTest {
    @Test
    void hostsAndRoutersArePluggedIntoNetworksWithTheirRoutes() {
        assertThat(Labs.acrossARouter())
                .isEqualTo(
                        new Underlay(
                                List.of(new Segment("lan1", 1500), new Segment("lan2", 1500)),
                                List.of(
                                        new Machine(
                                                "r1",
                                                true,
                                                List.of(
                                                        port("eth0", "lan1", "192.168.56.1/24"),
                                                        port("eth1", "lan2", "192.168.57.1/24")),
                                                List.of()),
                                        machine(
                                                "a",
                                                port("eth0", "lan1", "192.168.56.11/24"),
                                                route("192.168.57.0/24", "192.168.56.1")),
                                        machine(
                                                "b",
                                                port("eth0", "lan1", "192.168.56.12/24"),
                                                route("192.168.57.0/24", "192.168.56.1")),
                                        machine(
                                                "c",
                                                port("eth0", "lan2", "192.168.57.13/24"),
                                                route("192.168.56.0/24", "192.168.57.1")))));
    }

    @Test
    void routersInARowKnowTheNextOne() {
        Map<String, Ip> left = new LinkedHashMap<>();
        left.put("n1", Ip.parse("10.1.0.1"));
        left.put("n2", Ip.parse("10.2.0.1"));
        Map<String, Ip> right = new LinkedHashMap<>();
        right.put("n2", Ip.parse("10.2.0.2"));
        right.put("n3", Ip.parse("10.3.0.2"));
        Underlay underlay =
                Underlay.of(
                        new ResolvedLab(
                                "row",
                                List.of(
                                        Labs.network("n1", "10.1.0.0/16"),
                                        Labs.network("n2", "10.2.0.0/16"),
                                        Labs.network("n3", "10.3.0.0/16"),
                                        Labs.network("alone", "10.4.0.0/16")),
                                List.of(new Router("left", left), new Router("right", right)),
                                List.of(Labs.host("h", "n1", "10.1.0.9/16")),
                                List.of()));
        assertThat(underlay.machines())
                .extracting(Machine::routes)
                .containsExactly(
                        List.of(route("10.3.0.0/16", "10.2.0.2")),
                        List.of(route("10.1.0.0/16", "10.2.0.1")),
                        List.of(
                                route("10.2.0.0/16", "10.1.0.1"),
                                route("10.3.0.0/16", "10.1.0.1")));
    }

    @Test
    void routesNeverCrossFromOneAddressFamilyToTheOther() {
        Map<String, Ip> addresses =
                Map.of("four", Ip.parse("10.1.0.1"), "six", Ip.parse("fd00::1"));
        Underlay underlay =
                Underlay.of(
                        new ResolvedLab(
                                "mixed",
                                List.of(
                                        Labs.network("four", "10.1.0.0/16"),
                                        Labs.network("six", "fd00::/64")),
                                List.of(new Router("r", addresses)),
                                List.of(Labs.host("h", "four", "10.1.0.9/16")),
                                List.of()));
        assertThat(underlay.machines()).extracting(Machine::routes).containsOnly(List.of());
    }

    @Test
    void hostsReachedOverSshAreNotBuilt() {
        ResolvedHost real =
                new ResolvedHost(
                        "real",
                        Optional.of(new SshTarget.Alias("real")),
                        "lan",
                        Optional.of("eth0"),
                        InterfaceAddress.parse("10.0.0.1/24"),
                        1500);
        ResolvedLab lab =
                new ResolvedLab(
                        "mixed",
                        List.of(Labs.network("lan", "10.0.0.0/24")),
                        List.of(),
                        List.of(real),
                        List.of());
        assertThat(Underlay.of(lab).machines()).isEmpty();
    }

    @Test
    void batchesMakeBridgesAndCablesAndAddresses() {
        Underlay underlay = Labs.overIpv6();
        assertThat(UnderlayBatch.links(underlay))
                .isEqualTo(
                        """
                        link add name n0 mtu 1500 type bridge stp_state 0 forward_delay 0 mcast_snooping 0
                        link set dev n0 up
                        link add name n1 mtu 1500 type bridge stp_state 0 forward_delay 0 mcast_snooping 0
                        link set dev n1 up
                        netns add m0
                        link add name p0 mtu 1500 type veth peer name eth0 mtu 1500 netns m0
                        link set dev p0 master n0
                        link set dev p0 up
                        link add name p1 mtu 1500 type veth peer name eth1 mtu 1500 netns m0
                        link set dev p1 master n1
                        link set dev p1 up
                        netns add m1
                        link add name p2 mtu 1500 type veth peer name eth0 mtu 1500 netns m1
                        link set dev p2 master n0
                        link set dev p2 up
                        netns add m2
                        link add name p3 mtu 1500 type veth peer name eth0 mtu 1500 netns m2
                        link set dev p3 master n1
                        link set dev p3 up
                        """);
        assertThat(UnderlayBatch.machine(underlay.machines().get(1)))
                .isEqualTo(
                        """
                        link set dev lo up
                        link set dev eth0 addrgenmode none
                        link set dev eth0 up
                        address add fe80::a/64 dev eth0 nodad
                        address add fd00:1::a/64 dev eth0 nodad
                        route add fd00:2::/64 via fd00:1::1
                        """);
    }

    @Test
    void deviceNamesThatWouldBeReadAsMoreAreRefused() {
        Machine machine = machine("a", port("eth0\nlink del lo", "lan", "10.0.0.1/24"));
        assertThatThrownBy(() -> UnderlayBatch.machine(machine))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void digestTellsUnderlaysApart() {
        assertThat(Labs.acrossARouter().digest())
                .isEqualTo(Labs.acrossARouter().digest())
                .isNotEqualTo(Labs.overIpv6().digest());
    }

    private static Machine machine(String name, Port port, Route... routes) {
        return new Machine(name, false, List.of(port), List.of(routes));
    }

    private static Port port(String device, String network, String address) {
        return new Port(device, network, InterfaceAddress.parse(address));
    }

    private static Route route(String to, String via) {
        return new Route(Prefix.parse(to), Ip.parse(via));
    }
}
