package org.vxlab.export;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.Prefix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a host shall have, a line a fact, in the words in which the exported scripts tell what they
/// find (`facts` in `toolbox.sh`): so that comparing is comparing lines.
final class Facts {
    /// Stands for the underlay device, whatever its name.
    private static final String UNDERLAY = "(underlay)";

    private static final long TICKS_PER_SECOND = 100;

    private final List<String> lines = new ArrayList<>();

    private Facts() {}

    static List<String> of(HostState wanted) {
        Facts facts = new Facts();
        wanted.links().values().forEach(facts::addDevice);
        wanted.fdb().forEach(facts::addEntry);
        wanted.neighbours()
                .forEach(
                        entry ->
                                facts.add(
                                        "neigh",
                                        entry.address(),
                                        "dev",
                                        entry.device(),
                                        "lladdr",
                                        entry.mac().orElseThrow()));
        wanted.namespaces().forEach(facts::addNamespace);
        return List.copyOf(facts.lines);
    }

    private void addDevice(Link link) {
        addLink("", link);
        link.alias().ifPresent(_ -> add("mark", link.name()));
        addUse("", link);
        link.master().ifPresent(bridge -> add("master", link.name(), bridge));
        link.port()
                .map(Facts::port)
                .filter(port -> !port.isEmpty())
                .ifPresent(port -> lines.add("port " + link.name() + port));
    }

    private void addLink(String inside, Link link) {
        lines.add(
                inside
                        + "link %s address %s mtu %s type %s"
                                .formatted(
                                        link.name(),
                                        link.mac().orElseThrow(),
                                        link.mtu(),
                                        kind(link.kind())));
    }

    private void addUse(String inside, Link link) {
        if (link.up()) {
            lines.add(inside + "up " + link.name());
        }
        link.addresses().forEach(each -> lines.add(inside + "addr " + link.name() + " " + each));
    }

    private static String kind(Link.Kind kind) {
        return switch (kind) {
            case Vxlan vxlan -> vxlan(vxlan);
            case Link.Bridge bridge ->
                    "bridge ageing_time %s mcast_snooping %s"
                            .formatted(
                                    bridge.ageing() * TICKS_PER_SECOND,
                                    bridge.multicastSnooping() ? 1 : 0);
            case Link.Veth _ -> "veth";
            case Link.Other other -> other.kind();
        };
    }

    private static String vxlan(Vxlan vxlan) {
        Optional<String> peer =
                vxlan.remote()
                        .map(remote -> " remote " + remote)
                        .or(() -> vxlan.group().map(group -> " group " + group));
        return "vxlan id %s local %s%s dev %s dstport %s ttl %s tos %s df %s ageing %s%s%s%s"
                .formatted(
                        vxlan.vni(),
                        vxlan.local().orElseThrow(),
                        peer.orElse(""),
                        UNDERLAY,
                        vxlan.port(),
                        vxlan.ttl(),
                        tos(vxlan.tos()),
                        vxlan.df(),
                        vxlan.ageing(),
                        vxlan.learning() ? "" : " nolearning",
                        vxlan.udpcsum() ? "" : " noudpcsum",
                        vxlan.zeroCsum6() ? " udp6zerocsumtx udp6zerocsumrx" : "");
    }

    /// The tool shows the number as hexadecimal, and zero not at all.
    private static String tos(String tos) {
        return tos.equals("inherit") || tos.equals("0")
                ? tos
                : "0x" + Integer.toHexString(Integer.parseInt(tos));
    }

    private static String port(Link.BridgePort port) {
        return (port.learning() ? "" : " learning off")
                + (port.neighSuppress() ? " neigh_suppress on" : "")
                + (port.isolated() ? " isolated on" : "");
    }

    private void addEntry(FdbEntry entry) {
        switch (entry.table()) {
            case VXLAN ->
                    add(
                            "fdb",
                            entry.mac(),
                            "dev",
                            entry.device(),
                            "dst",
                            entry.vtep().orElseThrow(),
                            entry.isFlood() ? "permanent" : "static");
            case BRIDGE ->
                    add(
                            "fdb",
                            entry.mac(),
                            "dev",
                            entry.device(),
                            "master",
                            entry.master().orElseThrow());
            case DEVICE -> throw new IllegalArgumentException("the kernel's own: " + entry);
        }
    }

    private void addNamespace(String name, HostState state) {
        String inside = "netns " + name + " ";
        lines.add("netns " + name);
        for (Link link : state.links().values()) {
            if (link.kind() instanceof Link.Veth) {
                addLink(inside, link);
            }
            addUse(inside, link);
        }
        state.routes()
                .forEach(
                        route ->
                                lines.add(
                                        inside
                                                + "route %s via %s dev %s"
                                                        .formatted(
                                                                destination(route.destination()),
                                                                route.via().orElseThrow(),
                                                                route.device().orElseThrow())));
    }

    private static String destination(Prefix prefix) {
        return prefix.length() == 0 ? "default" : prefix.toString();
    }

    private void add(Object... words) {
        List<String> texts = new ArrayList<>();
        for (Object word : words) {
            texts.add(word.toString());
        }
        lines.add(String.join(" ", texts));
    }
}
