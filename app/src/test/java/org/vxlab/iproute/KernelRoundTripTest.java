package org.vxlab.iproute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Neighbour;
import org.vxlab.kernel.Route;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Prefix;
import org.vxlab.topology.Vni;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is written for a host is what is read from it, by the kernel's own account.
@Tag("kernel")
class KernelRoundTripTest {
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:0a:01");

    private Sandbox host;

    @BeforeEach
    void makeAnUnderlay() throws Exception {
        host = Sandbox.open();
        host.mustRun("ip", "link", "add", "name", "eth0", "type", "veth", "peer", "name", "far0");
        host.mustRun("ip", "addr", "add", "10.99.0.1/24", "dev", "eth0");
        host.mustRun("ip", "link", "set", "dev", "far0", "up");
        host.mustRun("ip", "link", "set", "dev", "eth0", "up");
    }

    @AfterEach
    void leave() throws Exception {
        if (host != null) {
            host.close();
        }
    }

    /// Every destination with every ttl, tos and df; the settings with two values take turns.
    private static List<Vxlan> allSorts() {
        List<Vxlan> all = new ArrayList<>();
        List<List<String>> destinations =
                List.of(
                        List.of("10.99.0.1", "", ""),
                        List.of("10.99.0.1", "10.99.0.2", ""),
                        List.of("10.99.0.1", "", "239.1.1.1"),
                        List.of("", "10.99.0.3", ""),
                        List.of("fd99::1", "", ""),
                        List.of("fd99::1", "fd99::2", ""),
                        List.of("fd99::1", "", "ff05::100"));
        for (List<String> addresses : destinations) {
            for (String ttl : List.of("auto", "inherit", "16", "255")) {
                for (String tos : List.of("0", "inherit", "16", "184")) {
                    for (String df : List.of("unset", "set", "inherit")) {
                        int i = all.size();
                        all.add(
                                new Vxlan(
                                        new Vni(10_000 + i),
                                        address(addresses.get(0)),
                                        address(addresses.get(1)),
                                        address(addresses.get(2)),
                                        Optional.of("eth0"),
                                        i % 5 == 0 ? 8472 : 4789,
                                        i % 2 == 0,
                                        i % 3 == 0 ? 300 : i % 3 == 1 ? 1 : 60,
                                        ttl,
                                        tos,
                                        df,
                                        i % 7 != 0,
                                        i % 11 == 0,
                                        ""));
                    }
                }
            }
        }
        return all;
    }

    private static Optional<Ip> address(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Ip.parse(text));
    }

    private static Link link(String name, Link.Kind kind, int mtu) {
        return new Link(
                name,
                kind,
                Optional.of(new MacAddress(MAC.bits() + name.hashCode() % 1000)),
                mtu,
                false,
                "DOWN",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Test
    void readsBackEveryVxlanDeviceAsItWasWritten() throws Exception {
        Map<String, Link> wanted = new LinkedHashMap<>();
        for (Vxlan vxlan : allSorts()) {
            String name = "vx" + vxlan.vni();
            wanted.put(name, link(name, vxlan, 1400));
        }

        host.mustRun(wanted.values().stream().map(LinkCommands::addVxlan).toList());

        Map<String, Link> read = new LinkedHashMap<>(host.read().state().links());
        read.keySet().retainAll(wanted.keySet());
        assertThat(read).isEqualTo(wanted);
    }

    @Test
    void changesALivingVxlanDeviceOrSaysThatItCannot() throws Exception {
        List<Vxlan> sorts = allSorts();
        List<Command> commands = new ArrayList<>();
        Map<String, Link> wanted = new LinkedHashMap<>();
        for (int i = 0; i < sorts.size(); i++) {
            Vxlan from = withVniAndFixedParts(sorts.get(i), i);
            Vxlan to = withVniAndFixedParts(sorts.get((i * 5 + 77) % sorts.size()), i);
            String name = "vx" + i;
            Optional<Command> change = LinkCommands.changeVxlan(name, from, to);
            if (change.isPresent() && !from.equals(to)) {
                commands.add(LinkCommands.addVxlan(link(name, from, 1400)));
                commands.add(change.get());
                wanted.put(name, link(name, to, 1400));
            }
        }
        assertThat(wanted).hasSizeGreaterThan(50);

        host.mustRun(commands);

        Map<String, Link> read = new LinkedHashMap<>(host.read().state().links());
        read.keySet().retainAll(wanted.keySet());
        assertThat(read).isEqualTo(wanted);
    }

    private static Vxlan withVniAndFixedParts(Vxlan vxlan, int vni) {
        return new Vxlan(
                new Vni(vni),
                vxlan.local(),
                vxlan.remote(),
                vxlan.group(),
                vxlan.underlayDevice(),
                4789,
                vxlan.learning(),
                vxlan.ageing(),
                vxlan.ttl(),
                vxlan.tos(),
                vxlan.df(),
                true,
                false,
                "");
    }

    @Test
    void readsBackAMemberWithItsTablesAndAWorkload() throws Exception {
        Vxlan vxlan = withVniAndFixedParts(allSorts().getFirst(), 10);
        Link bridge = link("br10", new Link.Bridge(120, false), 1450);
        Link tunnel = link("vxlan10", vxlan, 1450);
        Link near = link("veth1", new Link.Veth(Optional.empty()), 1450);
        Link far = link("eth0", new Link.Veth(Optional.empty()), 1450);
        Link.BridgePort fresh = new Link.BridgePort("forwarding", true, false, false);
        Link.BridgePort port = new Link.BridgePort("disabled", false, true, true);
        MacAddress mac = MacAddress.parse("02:00:00:00:00:77");
        Ip vtep = Ip.parse("10.99.0.2");
        List<FdbEntry> fdb =
                List.of(
                        fdb(MacAddress.ZERO, vtep, FdbEntry.State.PERMANENT),
                        fdb(MacAddress.ZERO, Ip.parse("10.99.0.3"), FdbEntry.State.PERMANENT),
                        fdb(mac, vtep, FdbEntry.State.STATIC),
                        new FdbEntry(
                                mac,
                                "vxlan10",
                                FdbEntry.Table.BRIDGE,
                                Optional.of("br10"),
                                Optional.empty(),
                                FdbEntry.State.STATIC,
                                false));
        List<InterfaceAddress> addresses = List.of(InterfaceAddress.parse("10.10.0.1/24"));
        List<InterfaceAddress> guestAddresses =
                List.of(
                        InterfaceAddress.parse("10.10.0.11/24"),
                        InterfaceAddress.parse("fd10::11/64"));
        Neighbour neighbour =
                new Neighbour(Ip.parse("10.10.0.12"), "br10", Optional.of(mac), "PERMANENT");
        List<Route> routes = List.of(route("0.0.0.0/0", "10.10.0.1"), route("::/0", "fd10::1"));
        String guest = "vxlab.lab.vm1";

        List<Command> commands = new ArrayList<>();
        commands.add(NamespaceCommands.add(guest));
        commands.add(LinkCommands.addBridge(bridge));
        commands.add(LinkCommands.addVxlan(tunnel));
        commands.add(LinkCommands.setAlias("vxlan10", "vxlab:lab"));
        commands.add(LinkCommands.setNoLinkLocal("vxlan10"));
        commands.add(LinkCommands.setMaster("vxlan10", "br10"));
        commands.add(LinkCommands.changePort("vxlan10", fresh, port));
        commands.add(LinkCommands.addVeth(near, far, guest));
        commands.add(TableCommands.putAddress("br10", addresses.getFirst()));
        fdb.forEach(entry -> commands.add(TableCommands.putFdb(entry)));
        commands.add(TableCommands.putNeighbour(neighbour));
        List<Command> inside = new ArrayList<>();
        inside.add(LinkCommands.setNoLinkLocal("eth0"));
        guestAddresses.forEach(a -> inside.add(TableCommands.putAddress("eth0", a)));
        inside.add(LinkCommands.setUp("eth0"));
        routes.forEach(route -> inside.add(TableCommands.putRoute(route)));
        inside.forEach(command -> commands.add(NamespaceCommands.inside(guest, command)));
        host.mustRun(commands);
        List<Command> again = commands.stream().filter(c -> !c.argv().contains("add")).toList();
        host.mustRun(again);

        HostState state = host.read().state();
        assertThat(state.links()).containsEntry("br10", with(bridge, addresses, "DOWN"));
        assertThat(state.links())
                .containsEntry(
                        "vxlan10",
                        new Link(
                                "vxlan10",
                                vxlan,
                                tunnel.mac(),
                                1450,
                                false,
                                "DOWN",
                                Optional.of("br10"),
                                Optional.of(port),
                                Optional.of("vxlab:lab"),
                                List.of()));
        assertThat(state.links()).containsEntry("veth1", near);
        assertThat(state.fdb()).containsAll(fdb);
        assertThat(state.fdb().stream().filter(FdbEntry::isFlood)).hasSize(2);
        assertThat(state.neighbours()).containsExactly(neighbour);
        HostState workload = state.namespaces().get(guest);
        assertThat(workload.links().get("eth0").addresses()).isEqualTo(guestAddresses);
        assertThat(workload.links().get("eth0").mac()).isEqualTo(far.mac());
        assertThat(workload.routes()).isEqualTo(routes);

        List<Command> undo = new ArrayList<>();
        fdb.forEach(entry -> undo.add(TableCommands.deleteFdb(entry)));
        undo.add(TableCommands.deleteNeighbour(neighbour));
        undo.add(TableCommands.deleteAddress("br10", addresses.getFirst()));
        undo.add(LinkCommands.setNoMaster("vxlan10"));
        undo.add(NamespaceCommands.inside(guest, TableCommands.deleteRoute(routes.getLast())));
        host.mustRun(undo);
        HostState after = host.read().state();
        assertThat(after.fdb()).doesNotContainAnyElementsOf(fdb);
        assertThat(after.neighbours()).isEmpty();
        assertThat(after.links().get("br10").addresses()).isEmpty();
        assertThat(after.links().get("vxlan10").port()).isEmpty();
        assertThat(after.namespaces().get(guest).routes()).isEqualTo(routes.subList(0, 1));

        host.mustRun(
                List.of(
                        LinkCommands.delete("vxlan10"),
                        LinkCommands.delete("br10"),
                        LinkCommands.delete("veth1"),
                        NamespaceCommands.delete(guest)));
        assertThat(host.read().state().links().keySet())
                .containsExactlyInAnyOrder("lo", "eth0", "far0");
        assertThat(host.read().state().namespaces()).isEmpty();
    }

    private static Link with(Link link, List<InterfaceAddress> addresses, String operState) {
        return new Link(
                link.name(),
                link.kind(),
                link.mac(),
                link.mtu(),
                link.up(),
                operState,
                link.master(),
                link.port(),
                link.alias(),
                addresses);
    }

    private static FdbEntry fdb(MacAddress mac, Ip vtep, FdbEntry.State state) {
        return new FdbEntry(
                mac,
                "vxlan10",
                FdbEntry.Table.VXLAN,
                Optional.empty(),
                Optional.of(vtep),
                state,
                false);
    }

    private static Route route(String destination, String via) {
        return new Route(
                Prefix.parse(destination), Optional.of(Ip.parse(via)), Optional.of("eth0"));
    }

    @Test
    void readsANameWithoutANamespaceAsOneWithoutDevices() throws Exception {
        host.mustRun(NamespaceCommands.add("vxlab.whole"));
        host.mustRun("touch", "/run/netns/vxlab.broken");
        host.mustRun(NamespaceCommands.add("other"));

        Map<String, HostState> namespaces = host.read().state().namespaces();

        assertThat(namespaces.keySet()).containsExactlyInAnyOrder("vxlab.whole", "vxlab.broken");
        assertThat(namespaces.get("vxlab.whole").links().keySet()).containsExactly("lo");
        assertThat(namespaces.get("vxlab.broken")).isEqualTo(HostState.EMPTY);
        host.mustRun(NamespaceCommands.delete("vxlab.broken"));
        assertThat(host.read().state().namespaces().keySet()).containsExactly("vxlab.whole");
    }
}
