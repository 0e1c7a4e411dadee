package org.vxlab.topology;

import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.UnderlayGraph.Route;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The routes of an underlay: its IPv4 networks and its IPv6 networks are two graphs, since no
/// router translates. For one thread at a time, as [UnderlayGraph] is.
public final class UnderlayRoutes {
    private final Map<Ip.Family, UnderlayGraph> graphs = new EnumMap<>(Ip.Family.class);

    public UnderlayRoutes(ResolvedLab lab) {
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

    /// A host's ways to the networks it is not in.
    public List<Route> ofHost(ResolvedHost host) {
        return graphs.get(host.vtep().family()).routesOfHost(host.network());
    }

    /// A router's ways to the networks it is not in, of both versions of IP.
    public List<Route> ofRouter(Router router) {
        return graphs.values().stream()
                .flatMap(graph -> graph.routesOfRouter(router.name()).stream())
                .toList();
    }
}
