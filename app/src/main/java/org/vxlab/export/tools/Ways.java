package org.vxlab.export.tools;

import org.vxlab.topology.Ip;
import org.vxlab.topology.Network;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.Router;
import org.vxlab.topology.UnderlayGraph;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The routes of an underlay: its IPv4 networks and its IPv6 networks are two graphs, since no
/// router translates.
final class Ways {
    private final Map<Ip.Family, UnderlayGraph> graphs = new EnumMap<>(Ip.Family.class);

    Ways(ResolvedLab lab) {
        for (Ip.Family family : Ip.Family.values()) {
            List<Network> networks =
                    lab.networks().stream()
                            .filter(each -> each.subnet().network().family() == family)
                            .toList();
            graphs.put(
                    family,
                    UnderlayGraph.of(
                            new ResolvedLab(
                                    lab.name(), networks, lab.routers(), List.of(), List.of())));
        }
    }

    List<UnderlayGraph.Route> ofHost(ResolvedHost host) {
        return graphs.get(host.vtep().family()).routesOfHost(host.network());
    }

    List<UnderlayGraph.Route> ofRouter(Router router) {
        return graphs.values().stream()
                .flatMap(graph -> graph.routesOfRouter(router.name()).stream())
                .toList();
    }
}
