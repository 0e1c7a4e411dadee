package org.vxlab.cli;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Link.Bridge;
import org.vxlab.kernel.Link.Other;
import org.vxlab.kernel.Link.Veth;
import org.vxlab.kernel.Vxlan;
import org.vxlab.observe.EventMessage;
import org.vxlab.observe.HostObservation;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How the reading of a host is told: its links, tunnel end points, flood lists and both forwarding
/// tables.
///
/// @param owners whose a MAC is, where the lab says
record ReadingReport(
        Texts texts, Paint paint, int columns, Function<MacAddress, Optional<String>> owners) {

    List<String> lines(HostObservation host) {
        HostState state = host.state();
        List<String> lines = new ArrayList<>();
        lines.add(paint.strong(texts.of("cli.reading.host", host.host())));
        Table links = new Table();
        for (Link link : state.links().values()) {
            if (isTold(link)) {
                links.row(paint.name(Texts.visible(link.name())), state(link), detail(link));
            }
        }
        lines.addAll(links.lines(2, columns));
        Table flood = new Table();
        floodLists(state)
                .forEach(
                        (device, vteps) ->
                                flood.row(
                                        paint.name(Texts.visible(device)),
                                        texts.of("cli.reading.floods", String.join(" ", vteps))));
        lines.addAll(flood.lines(2, columns));
        Table entries = new Table();
        for (FdbEntry entry : state.fdb()) {
            if (isTold(entry)) {
                entries.row(
                        mac(entry.mac()),
                        texts.of("cli.state." + entry.state().name().toLowerCase(Locale.ROOT)),
                        where(entry));
            }
        }
        lines.addAll(entries.lines(2, columns));
        return lines;
    }

    /// Tunnels, bridges and their ports, and whatever has an address: not the loopback.
    private static boolean isTold(Link link) {
        return switch (link.kind()) {
            case Vxlan _, Bridge _ -> true;
            case Veth _, Other _ ->
                    link.master().isPresent()
                            || link.addresses().stream().anyMatch(a -> !a.ip().isLoopback());
        };
    }

    /// Forwarding entries without what every device has: its own addresses, the group addresses it
    /// listens to, and the flood lists, which are told apart.
    static boolean isTold(FdbEntry entry) {
        return switch (entry.table()) {
            case BRIDGE -> entry.state() != FdbEntry.State.PERMANENT;
            case VXLAN -> !entry.isFlood();
            case DEVICE -> false;
        };
    }

    private String state(Link link) {
        String word =
                link.port()
                        .map(port -> port.state())
                        .orElse(link.up() ? link.operState().toLowerCase(Locale.ROOT) : "down");
        // A vxlan device never knows more than that it was switched on.
        String shown = word.equals("unknown") ? "up" : word;
        return link.up() ? paint.good(shown) : paint.bad(shown);
    }

    private String detail(Link link) {
        List<String> said = new ArrayList<>();
        if (link.kind() instanceof Vxlan vxlan) {
            said.add(
                    "VNI "
                            + vxlan.vni()
                            + ", VTEP "
                            + vxlan.local().map(Ip::toString).orElse("-")
                            + ":"
                            + vxlan.port());
            vxlan.remote().ifPresent(remote -> said.add("remote " + remote));
            vxlan.group().ifPresent(group -> said.add("group " + group));
            if (!vxlan.learning()) {
                said.add("nolearning");
            }
        }
        link.master().ifPresent(master -> said.add(texts.of("cli.reading.port", master)));
        link.addresses().forEach(address -> said.add(address.toString()));
        said.add("mtu " + link.mtu());
        return Texts.visible(String.join(", ", said));
    }

    static Map<String, List<String>> floodLists(HostState state) {
        return state.fdb().stream()
                .filter(FdbEntry::isFlood)
                .filter(entry -> entry.vtep().isPresent())
                .collect(
                        Collectors.groupingBy(
                                FdbEntry::device,
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        entry -> entry.vtep().get().toString(),
                                        Collectors.toList())));
    }

    String mac(MacAddress mac) {
        return owners.apply(mac).map(owner -> mac + " (" + owner + ")").orElse(mac.toString());
    }

    /// Where frames for an entry's MAC go.
    String where(FdbEntry entry) {
        return texts.of(EventMessage.where(entry));
    }
}
