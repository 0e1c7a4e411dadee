package org.vxlab.iproute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Neighbour;
import org.vxlab.kernel.Route;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Prefix;
import org.vxlab.topology.Vni;

import java.util.List;
import java.util.Optional;

class CommandsTest {
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:01");
    private static final Vxlan PLAIN = vxlan("10.99.0.1", "", "", 4789, "auto", "0");

    private static Vxlan vxlan(
            String local, String remote, String group, int port, String ttl, String tos) {
        return new Vxlan(
                new Vni(10),
                address(local),
                address(remote),
                address(group),
                Optional.of("eth0"),
                port,
                true,
                300,
                ttl,
                tos,
                "unset",
                true,
                false,
                "");
    }

    private static Optional<Ip> address(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Ip.parse(text));
    }

    private static Link link(String name, Link.Kind kind) {
        return new Link(
                name,
                kind,
                Optional.of(MAC),
                1450,
                true,
                "UNKNOWN",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "10.99.0.1, '', '', 4789, auto, 0, " + "id 10 local 10.99.0.1 dev eth0 dstport 4789",
        "10.99.0.1, 10.99.0.2, '', 8472, 16, 184, "
                + "id 10 local 10.99.0.1 remote 10.99.0.2 dev eth0 dstport 8472 ttl 16 tos 0xb8",
        "fd99::1, '', ff05::1, 4789, inherit, inherit, "
                + "id 10 local fd99::1 group ff05::1 dev eth0 dstport 4789 ttl inherit tos inherit"
    })
    void writesAVxlanDeviceAsTutorialsDo(
            String local,
            String remote,
            String group,
            int port,
            String ttl,
            String tos,
            String words) {
        Link link = link("vxlan10", vxlan(local, remote, group, port, ttl, tos));

        assertThat(LinkCommands.addVxlan(link))
                .hasToString(
                        "ip link add name vxlan10 address 02:00:00:00:00:01 mtu 1450 type vxlan "
                                + words);
    }

    @Test
    void writesWhatAVxlanDeviceHasDifferentFromTheKernelsOwn() {
        Vxlan vxlan =
                new Vxlan(
                        new Vni(10),
                        address("fd99::1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("eth0"),
                        4789,
                        false,
                        60,
                        "auto",
                        "0",
                        "set",
                        false,
                        true,
                        "l2miss proxy");

        assertThat(LinkCommands.addVxlan(link("a", vxlan)).toString())
                .endsWith(
                        "dstport 4789 df set nolearning ageing 60 noudpcsum"
                                + " udp6zerocsumtx udp6zerocsumrx l2miss proxy");
    }

    @Test
    void writesBridgesAndPairs() {
        Link bridge = link("br10", new Link.Bridge(120, false));
        Link veth = link("veth1", new Link.Veth(Optional.empty()));

        assertThat(LinkCommands.addBridge(bridge))
                .hasToString(
                        "ip link add name br10 address 02:00:00:00:00:01 mtu 1450 type bridge"
                                + " mcast_snooping 0 ageing_time 12000");
        assertThat(LinkCommands.addVeth(veth, link("eth0", veth.kind()), "vxlab.l.vm1"))
                .hasToString(
                        "ip link add name veth1 address 02:00:00:00:00:01 mtu 1450 type veth"
                                + " peer name eth0 address 02:00:00:00:00:01 mtu 1450"
                                + " netns vxlab.l.vm1");
        assertThat(LinkCommands.setBridge("br10", new Link.Bridge(300, true)))
                .hasToString("ip link set dev br10 type bridge mcast_snooping 1 ageing_time 30000");
        assertThat(LinkCommands.setBridge("br10", new Link.Bridge(42_949_672, true)).argv())
                .endsWith("ageing_time", "4294967200");
        assertThatThrownBy(() -> LinkCommands.addVxlan(bridge))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("br10 is no vxlan");
    }

    @Test
    void changesOnlyWhatDiffersOnALivingDevice() {
        Vxlan group = vxlan("10.99.0.1", "", "239.1.1.1", 4789, "8", "inherit");

        assertThat(LinkCommands.changeVxlan("v", PLAIN, group).map(Command::toString))
                .contains(
                        "ip link set dev v type vxlan group 239.1.1.1 dev eth0 ttl 8 tos inherit");
        assertThat(LinkCommands.changeVxlan("v", group, PLAIN).map(Command::toString))
                .contains("ip link set dev v type vxlan remote 0.0.0.0 ttl auto tos 0x0");
    }

    @ParameterizedTest
    @CsvSource({
        "10.99.0.1, '', '', 8472, auto, 0",
        "10.99.0.1, '', '', 4789, inherit, 0",
        "fd99::1, '', '', 4789, auto, 0"
    })
    void saysWhatHasToBeMadeAnew(
            String local, String remote, String group, int port, String ttl, String tos) {
        Vxlan to = vxlan(local, remote, group, port, ttl, tos);

        assertThat(LinkCommands.changeVxlan("v", PLAIN, to)).isEmpty();
    }

    @Test
    void namesTheVtepInEveryDeletionFromTheVxlanTable() {
        FdbEntry flood =
                new FdbEntry(
                        MacAddress.ZERO,
                        "vxlan10",
                        FdbEntry.Table.VXLAN,
                        Optional.empty(),
                        address("10.99.0.2"),
                        FdbEntry.State.PERMANENT,
                        false);
        FdbEntry unicast =
                new FdbEntry(
                        MAC,
                        "vxlan10",
                        FdbEntry.Table.VXLAN,
                        Optional.empty(),
                        address("10.99.0.2"),
                        FdbEntry.State.STATIC,
                        false);
        FdbEntry port =
                new FdbEntry(
                        MAC,
                        "vxlan10",
                        FdbEntry.Table.BRIDGE,
                        Optional.of("br10"),
                        Optional.empty(),
                        FdbEntry.State.STATIC,
                        false);
        FdbEntry nowhere =
                new FdbEntry(
                        MAC,
                        "vxlan10",
                        FdbEntry.Table.VXLAN,
                        Optional.empty(),
                        Optional.empty(),
                        FdbEntry.State.STATIC,
                        false);

        assertThat(TableCommands.putFdb(flood))
                .hasToString("bridge fdb append 00:00:00:00:00:00 dev vxlan10 dst 10.99.0.2");
        assertThat(TableCommands.deleteFdb(flood))
                .hasToString("bridge fdb del 00:00:00:00:00:00 dev vxlan10 dst 10.99.0.2");
        assertThat(TableCommands.putFdb(unicast))
                .hasToString(
                        "bridge fdb replace 02:00:00:00:00:01 dev vxlan10 dst 10.99.0.2"
                                + " self static");
        assertThat(TableCommands.deleteFdb(unicast))
                .hasToString("bridge fdb del 02:00:00:00:00:01 dev vxlan10 dst 10.99.0.2 self");
        assertThat(TableCommands.putFdb(port))
                .hasToString("bridge fdb replace 02:00:00:00:00:01 dev vxlan10 master static");
        assertThat(TableCommands.deleteFdb(port))
                .hasToString("bridge fdb del 02:00:00:00:00:01 dev vxlan10 master");
        assertThatThrownBy(() -> TableCommands.deleteFdb(nowhere))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesTheOtherTables() {
        Neighbour neighbour =
                new Neighbour(Ip.parse("10.10.0.2"), "br10", Optional.of(MAC), "PERMANENT");
        InterfaceAddress own = InterfaceAddress.parse("10.10.0.1/24");
        Route route =
                new Route(Prefix.parse("0.0.0.0/0"), address("10.10.0.1"), Optional.of("eth0"));
        Route route6 = new Route(Prefix.parse("::/0"), address("fd10::1"), Optional.empty());

        assertThat(
                        List.of(
                                        TableCommands.putNeighbour(neighbour),
                                        TableCommands.deleteNeighbour(neighbour),
                                        TableCommands.putAddress("br10", own),
                                        TableCommands.deleteAddress("br10", own),
                                        NamespaceCommands.inside(
                                                "vm1", TableCommands.putRoute(route)),
                                        TableCommands.deleteRoute(route6))
                                .stream()
                                .map(Command::toString))
                .containsExactly(
                        "ip neigh replace 10.10.0.2 lladdr 02:00:00:00:00:01 dev br10"
                                + " nud permanent",
                        "ip neigh del 10.10.0.2 dev br10",
                        "ip addr replace 10.10.0.1/24 dev br10",
                        "ip addr del 10.10.0.1/24 dev br10",
                        "ip -n vm1 route replace default via 10.10.0.1 dev eth0",
                        "ip route del ::/0 via fd10::1");
    }

    @Test
    void changesOnlyWhatDiffersOfAPort() {
        Link.BridgePort from = new Link.BridgePort("forwarding", true, false, false);
        Link.BridgePort to = new Link.BridgePort("forwarding", false, true, false);

        assertThat(LinkCommands.changePort("vxlan10", from, to))
                .hasToString("bridge link set dev vxlan10 learning off neigh_suppress on");
    }
}
