package org.vxlab.discover;

import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Route;
import org.vxlab.plan.Wanted;
import org.vxlab.session.LabFile;
import org.vxlab.session.Templates;
import org.vxlab.topology.Host;
import org.vxlab.topology.Host.UnderlayPort;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Network;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.Router;
import org.vxlab.topology.Segment;
import org.vxlab.topology.UnderlayGraph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the hosts of a drawn lab are after a push, without a kernel to ask.
public final class DrawnHosts {
    private static final String DEVICE = "eth0";

    private DrawnHosts() {}

    static Lab template(String name) throws IOException {
        return LabFile.read(Templates.read(name)).lab().orElseThrow();
    }

    static List<FoundHost> of(ResolvedLab lab) {
        return lab.hosts().stream()
                .map(
                        host ->
                                new FoundHost(
                                        host.name(),
                                        Optional.empty(),
                                        state(lab, host),
                                        List.of(),
                                        List.of()))
                .toList();
    }

    private static HostState state(ResolvedLab lab, ResolvedHost host) {
        HostState wanted = Wanted.of(lab, host.name(), DEVICE);
        Map<String, Link> links = new LinkedHashMap<>();
        links.put(
                DEVICE,
                new Link(
                        DEVICE,
                        new Link.Other(""),
                        Optional.empty(),
                        host.mtu(),
                        true,
                        "UP",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(host.address())));
        links.putAll(wanted.links());
        List<Route> routes =
                UnderlayGraph.of(lab).routesOfHost(host.network()).stream()
                        .map(
                                route ->
                                        new Route(
                                                route.destination(),
                                                Optional.of(route.via()),
                                                Optional.of(DEVICE)))
                        .toList();
        return new HostState(links, wanted.fdb(), wanted.neighbours(), routes, wanted.namespaces());
    }

    /// What a host can tell of a resolved lab: not what networks, routers and segments are called,
    /// nor how it is reached.
    public static ResolvedLab withoutNames(ResolvedLab lab) {
        Map<String, String> names = new HashMap<>();
        List<Network> networks = new ArrayList<>();
        for (Network network : lab.networks()) {
            names.put(network.name(), network.subnet().toString());
            networks.add(new Network(network.subnet().toString(), network.subnet(), network.mtu()));
        }
        Lab written = lab.toLab();
        List<Host> hosts =
                written.hosts().stream()
                        .map(
                                host ->
                                        new Host(
                                                host.name(),
                                                Optional.empty(),
                                                new UnderlayPort(
                                                        names.get(host.underlay().network()),
                                                        Optional.empty(),
                                                        host.underlay().address())))
                        .toList();
        List<Router> routers =
                written.routers().stream()
                        .map(
                                router -> {
                                    Map<String, org.vxlab.topology.Ip> addresses =
                                            new LinkedHashMap<>();
                                    router.addresses()
                                            .forEach((in, ip) -> addresses.put(names.get(in), ip));
                                    return new Router("r", addresses);
                                })
                        .toList();
        List<Segment> segments =
                written.segments().stream()
                        .map(segment -> segment.withName(Optional.empty()))
                        .toList();
        return ResolvedLab.of(new Lab(lab.name(), networks, routers, hosts, segments, Layout.NONE));
    }
}
