package org.vxlab.discover;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.State;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The far end of tunnels of which a text shows only the near one: the same devices, pointing back.
final class Mirror {
    private final Ip vtep;
    private final UnaryOperator<InterfaceAddress> beside;
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final List<FdbEntry> fdb = new ArrayList<>();

    /// @param vtep address of the far end
    /// @param beside gives an overlay address in the same subnet
    Mirror(Ip vtep, UnaryOperator<InterfaceAddress> beside) {
        this.vtep = vtep;
        this.beside = beside;
    }

    /// @param near the underlay address of the end to be mirrored
    void add(TunnelEnd end, Ip near) {
        if (links.containsKey(end.device())) {
            return;
        }
        end.bridge().ifPresent(bridge -> links.putIfAbsent(bridge.name(), device(bridge)));
        links.put(end.device(), device(end.link()).withKind(turned(end.vxlan(), near)));
        Set<Ip> back = new LinkedHashSet<>(end.floods().isEmpty() ? List.of() : List.of(near));
        end.floods().stream().filter(ip -> !ip.equals(vtep)).forEach(back::add);
        for (Ip peer : back) {
            fdb.add(
                    new FdbEntry(
                            MacAddress.ZERO,
                            end.device(),
                            Table.VXLAN,
                            Optional.empty(),
                            Optional.of(peer),
                            State.PERMANENT,
                            false));
        }
    }

    private Vxlan turned(Vxlan vxlan, Ip near) {
        return new Vxlan(
                vxlan.vni(),
                Optional.of(vtep),
                vxlan.remote().map(_ -> near),
                vxlan.group(),
                vxlan.underlayDevice(),
                vxlan.port(),
                vxlan.learning(),
                vxlan.ageing(),
                vxlan.ttl(),
                vxlan.tos(),
                vxlan.df(),
                vxlan.udpcsum(),
                vxlan.zeroCsum6(),
                vxlan.foreign());
    }

    private Link device(Link link) {
        return new Link(
                link.name(),
                link.kind(),
                Optional.empty(),
                link.mtu(),
                true,
                "UP",
                link.master(),
                link.port(),
                Optional.empty(),
                SegmentDrawing.written(link).stream().limit(1).map(beside).toList());
    }

    Station station(String name) {
        return new Station(
                name,
                Optional.empty(),
                new HostState(links, fdb, List.of(), List.of(), Map.of()),
                Map.of(),
                List.of());
    }
}
