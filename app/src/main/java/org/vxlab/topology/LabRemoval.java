package org.vxlab.topology;

import org.vxlab.topology.Layout.Note;
import org.vxlab.topology.Segment.Tunnel;
import org.vxlab.topology.Segment.Workload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Takes things out of a lab, and with them what cannot be without them.
final class LabRemoval {
    private LabRemoval() {}

    static Lab remove(Lab lab, Collection<Thing> things) {
        Lab left = lab;
        for (Thing thing : things) {
            left = remove(left, thing);
        }
        left = withoutNotes(left, things);
        return left.equals(lab) ? lab : left.withLayout(LabMove.pruned(left));
    }

    /// What goes along with the things taken out, in the order of the file.
    static List<Thing> along(Lab lab, Collection<Thing> things) {
        Set<Thing> along = new LinkedHashSet<>(Thing.all(lab));
        along.removeIf(Thing.Note.class::isInstance);
        Thing.all(remove(lab, things)).forEach(along::remove);
        along.removeAll(things);
        return List.copyOf(along);
    }

    private static Lab remove(Lab lab, Thing thing) {
        return switch (thing) {
            case Thing.Network(String name) -> network(lab, name);
            case Thing.Router(String name) ->
                    lab.withRouters(
                            LabLists.without(lab.routers(), router -> router.name().equals(name)));
            case Thing.Host(String name) -> host(lab, name);
            case Thing.Segment(String name) -> segment(lab, name);
            case Thing.Member(String segment, String host) ->
                    LabLists.inSegment(lab, segment, s -> member(lab, s, host));
            case Thing.Tunnel(String segment, String one, String other) ->
                    LabLists.inSegment(
                            lab, segment, s -> LabTunnels.without(s, new Tunnel(one, other)));
            case Thing.Fdb(String segment, String on, MacAddress mac) ->
                    LabLists.inSegment(
                            lab,
                            segment,
                            s ->
                                    s.withFdb(
                                            LabLists.without(
                                                    s.fdb(),
                                                    entry ->
                                                            entry.on().equals(on)
                                                                    && entry.mac().equals(mac))));
            case Thing.Neighbour(String segment, String on, Ip address) ->
                    LabLists.inSegment(
                            lab,
                            segment,
                            s ->
                                    s.withNeighbours(
                                            LabLists.without(
                                                    s.neighbours(),
                                                    entry ->
                                                            entry.on().equals(on)
                                                                    && entry.address()
                                                                            .equals(address))));
            case Thing.Workload(String segment, String host, String name) ->
                    LabLists.inSegment(
                            lab, segment, s -> withoutWorkloads(lab, s, one -> one.is(host, name)));
            case Thing.Note note -> lab;
        };
    }

    private static Lab network(Lab lab, String name) {
        Lab left =
                lab.withNetworks(
                        LabLists.without(lab.networks(), network -> network.name().equals(name)));
        for (Host host : lab.hosts()) {
            if (host.underlay().network().equals(name)) {
                left = host(left, host.name());
            }
        }
        List<Router> routers = new ArrayList<>();
        for (Router router : lab.routers()) {
            Map<String, Ip> addresses = new LinkedHashMap<>(router.addresses());
            if (addresses.remove(name) == null) {
                routers.add(router);
            } else if (!addresses.isEmpty()) {
                routers.add(new Router(router.name(), addresses));
            }
        }
        return left.withRouters(routers);
    }

    private static Lab host(Lab lab, String name) {
        return lab.withHosts(LabLists.without(lab.hosts(), host -> host.name().equals(name)))
                .withSegments(
                        lab.segments().stream()
                                .map(segment -> member(lab, segment, name))
                                .toList());
    }

    /// Only the first of that name: names of segments may be there twice by mistake.
    private static Lab segment(Lab lab, String name) {
        List<Segment> left = new ArrayList<>(lab.segments());
        lab.segment(name).ifPresent(left::remove);
        return lab.withSegments(left);
    }

    private static Segment member(Lab lab, Segment segment, String host) {
        String vtep =
                lab.host(host).map(one -> one.underlay().address().ip().toString()).orElse(host);
        Segment left = LabTunnels.withoutMember(segment, host);
        left =
                left.withFdb(
                        LabLists.without(
                                left.fdb(),
                                entry ->
                                        entry.on().equals(host)
                                                || entry.vtep().equals(host)
                                                || entry.vtep().equals(vtep)));
        left =
                left.withNeighbours(
                        LabLists.without(left.neighbours(), entry -> entry.on().equals(host)));
        return withoutWorkloads(lab, left, workload -> workload.host().equals(host));
    }

    /// The entries that lead to a workload go with it.
    private static Segment withoutWorkloads(Lab lab, Segment segment, Predicate<Workload> gone) {
        Set<MacAddress> macs = new LinkedHashSet<>();
        segment.workloads().stream()
                .filter(gone)
                .forEach(workload -> macs.add(Defaults.mac(lab.name(), workload)));
        return segment.withWorkloads(LabLists.without(segment.workloads(), gone))
                .withFdb(LabLists.without(segment.fdb(), entry -> macs.contains(entry.mac())))
                .withNeighbours(
                        LabLists.without(
                                segment.neighbours(), entry -> macs.contains(entry.mac())));
    }

    /// All at once, since each note that goes changes the numbers of those after it.
    private static Lab withoutNotes(Lab lab, Collection<Thing> things) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < lab.layout().notes().size(); i++) {
            if (!things.contains(new Thing.Note(i))) {
                notes.add(lab.layout().notes().get(i));
            }
        }
        return lab.withLayout(new Layout(lab.layout().positions(), notes));
    }
}
