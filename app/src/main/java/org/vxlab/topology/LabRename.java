package org.vxlab.topology;

import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.StaticFdb;
import org.vxlab.topology.Segment.StaticNeighbour;
import org.vxlab.topology.Segment.Tunnel;
import org.vxlab.topology.Segment.Workload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Gives a thing another name, everywhere it is named.
final class LabRename {
    private LabRename() {}

    static Lab rename(Lab lab, Thing thing, String name) {
        Lab renamed =
                switch (thing) {
                    case Thing.Network(String old) -> network(lab, old, name);
                    case Thing.Router(String old) ->
                            lab.withRouters(
                                    LabLists.changed(
                                            lab.routers(),
                                            router -> router.name().equals(old),
                                            router -> new Router(name, router.addresses())));
                    case Thing.Host(String old) -> host(lab, old, name);
                    case Thing.Segment(String old) ->
                            LabLists.inSegment(
                                    lab, old, segment -> segment.withName(Optional.of(name)));
                    case Thing.Workload workload -> workload(lab, workload, name);
                    case Thing.Member _,
                            Thing.Tunnel _,
                            Thing.Fdb _,
                            Thing.Neighbour _,
                            Thing.Note _ ->
                            lab;
                };
        return renamed.equals(lab) ? lab : renamed.withLayout(LabMove.renamed(lab, thing, name));
    }

    private static Lab network(Lab lab, String old, String name) {
        return lab.withNetworks(
                        LabLists.changed(
                                lab.networks(),
                                network -> network.name().equals(old),
                                network -> new Network(name, network.subnet(), network.mtu())))
                .withRouters(
                        lab.routers().stream().map(router -> router(router, old, name)).toList())
                .withHosts(
                        LabLists.changed(
                                lab.hosts(),
                                host -> host.underlay().network().equals(old),
                                host ->
                                        new Host(
                                                host.name(),
                                                host.ssh(),
                                                host.underlay().withNetwork(name))));
    }

    private static Router router(Router router, String old, String name) {
        Map<String, Ip> addresses = new LinkedHashMap<>();
        router.addresses()
                .forEach(
                        (network, address) ->
                                addresses.put(network.equals(old) ? name : network, address));
        return new Router(router.name(), addresses);
    }

    private static Lab host(Lab lab, String old, String name) {
        return lab.withHosts(
                        LabLists.changed(
                                lab.hosts(),
                                host -> host.name().equals(old),
                                host -> new Host(name, host.ssh(), host.underlay())))
                .withSegments(lab.segments().stream().map(one -> hostIn(one, old, name)).toList());
    }

    private static Segment hostIn(Segment segment, String old, String name) {
        return new Segment(
                segment.vni(),
                segment.name(),
                segment.options(),
                segment.tunnels()
                        .map(
                                tunnels ->
                                        tunnels.stream()
                                                .map(
                                                        pair ->
                                                                new Tunnel(
                                                                        to(pair.one(), old, name),
                                                                        to(
                                                                                pair.other(),
                                                                                old,
                                                                                name)))
                                                .toList()),
                segment.members().stream()
                        .map(
                                one ->
                                        new Member(
                                                to(one.host(), old, name),
                                                one.address(),
                                                one.bridge(),
                                                one.device(),
                                                one.learning()))
                        .toList(),
                segment.fdb().stream()
                        .map(
                                one ->
                                        new StaticFdb(
                                                to(one.on(), old, name),
                                                one.mac(),
                                                to(one.vtep(), old, name)))
                        .toList(),
                segment.neighbours().stream()
                        .map(
                                one ->
                                        new StaticNeighbour(
                                                to(one.on(), old, name), one.address(), one.mac()))
                        .toList(),
                segment.workloads().stream()
                        .map(
                                one ->
                                        new Workload(
                                                one.name(),
                                                to(one.host(), old, name),
                                                one.mac(),
                                                one.address(),
                                                one.gateway()))
                        .toList());
    }

    private static String to(String found, String old, String name) {
        return found.equals(old) ? name : found;
    }

    private static Lab workload(Lab lab, Thing.Workload thing, String name) {
        return LabLists.inWorkload(
                lab,
                thing,
                one -> new Workload(name, one.host(), one.mac(), one.address(), one.gateway()));
    }
}
