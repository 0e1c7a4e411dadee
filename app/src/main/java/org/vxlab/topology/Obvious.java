package org.vxlab.topology;

import org.vxlab.topology.Layout.Note;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Options;
import org.vxlab.topology.Segment.Tunnel;
import org.vxlab.topology.Segment.Workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The edits a person most likely means when something is dropped on the drawing: everything not
/// said is chosen so that the lab works.
public final class Obvious {
    private Obvious() {}

    /// A host in the first network with a free address; in a lab without networks, with one.
    public static Offer host(Lab lab, Point at) {
        if (lab.networks().isEmpty()) {
            Network network = newNetwork(lab);
            Lab withNetwork = new LabEdit.AddNetwork(network).applyTo(lab);
            return hostIn(withNetwork, network, at, List.of(new LabEdit.AddNetwork(network)));
        }
        Network roomy =
                lab.networks().stream()
                        .filter(network -> NextFree.hostAddress(lab, network).isPresent())
                        .findFirst()
                        .orElse(lab.networks().getFirst());
        return hostIn(lab, roomy, at, List.of());
    }

    /// A host in a given network.
    public static Offer hostIn(Lab lab, Network network, Point at) {
        return hostIn(lab, network, at, List.of());
    }

    private static Offer hostIn(Lab lab, Network network, Point at, List<LabEdit> before) {
        Optional<InterfaceAddress> address = NextFree.hostAddress(lab, network);
        if (address.isEmpty()) {
            return Offer.refused("topology.link.full", network.name(), network.subnet());
        }
        Host host =
                new Host(
                        NextFree.name(lab, "h"),
                        Optional.empty(),
                        new Host.UnderlayPort(network.name(), Optional.empty(), address.get()));
        List<LabEdit> edits = new ArrayList<>(before);
        edits.add(new LabEdit.AddHost(host));
        edits.add(new LabEdit.Move(Map.of(new Thing.Host(host.name()), at)));
        return together("topology.edit.add.host", host.name(), edits);
    }

    /// An underlay network with a free subnet.
    public static Offer network(Lab lab, Point at) {
        Network network = newNetwork(lab);
        return together(
                "topology.edit.add.network",
                network.name(),
                List.of(
                        new LabEdit.AddNetwork(network),
                        new LabEdit.Move(Map.of(new Thing.Network(network.name()), at))));
    }

    private static Network newNetwork(Lab lab) {
        return new Network(
                NextFree.name(lab, "lan"), NextFree.underlaySubnet(lab), Optional.empty());
    }

    /// A router between all networks that have a free address.
    public static Offer router(Lab lab, Point at) {
        return router(lab, lab.networks(), at);
    }

    private static Offer router(Lab lab, List<Network> networks, Point at) {
        Map<String, Ip> addresses = new LinkedHashMap<>();
        for (Network network : networks) {
            NextFree.routerAddress(lab, network).ifPresent(ip -> addresses.put(network.name(), ip));
        }
        Router router = new Router(NextFree.name(lab, "r"), addresses);
        return together(
                "topology.edit.add.router",
                router.name(),
                List.of(
                        new LabEdit.AddRouter(router),
                        new LabEdit.Move(Map.of(new Thing.Router(router.name()), at))));
    }

    /// A segment with the next VNI that joins the given hosts, as far as they can be joined.
    public static Offer segment(Lab lab, List<String> hosts, Point at) {
        Segment segment =
                new Segment(
                        NextFree.vni(lab),
                        Optional.of(NextFree.segmentName(lab)),
                        Options.DEFAULTS,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        String name = segment.shownName();
        List<LabEdit> edits = new ArrayList<>();
        edits.add(new LabEdit.AddSegment(segment));
        edits.add(new LabEdit.Move(Map.of(new Thing.Segment(name), at)));
        Lab changed = edits.getFirst().applyTo(lab);
        for (String host : hosts) {
            if (member(changed, host, name) instanceof Offer.Possible(LabEdit join)) {
                edits.add(join);
                changed = join.applyTo(changed);
            }
        }
        return together("topology.edit.add.segment", name, edits);
    }

    /// A host joins a segment with the next free overlay address. Where the segment's tunnels are
    /// written, it gets one to every other member.
    public static Offer member(Lab lab, String host, String segmentName) {
        Offer offer = memberAlone(lab, host, segmentName);
        Optional<Segment> segment = lab.segment(segmentName);
        if (!(offer instanceof Offer.Possible(LabEdit join))
                || segment.flatMap(Segment::tunnels).isEmpty()) {
            return offer;
        }
        List<LabEdit> edits = new ArrayList<>();
        edits.add(join);
        for (Member member : segment.get().members()) {
            edits.add(new LabEdit.AddTunnel(segmentName, new Tunnel(host, member.host())));
        }
        return Offer.possible(new LabEdit.Together(join.label(lab), edits));
    }

    /// A host joins a segment; tunnels that are written stay as they are.
    static Offer memberAlone(Lab lab, String hostName, String segmentName) {
        Optional<Host> host = lab.host(hostName);
        Optional<Segment> segment = lab.segment(segmentName);
        if (host.isEmpty() || segment.isEmpty()) {
            return Offer.refused("topology.link.gone");
        }
        Optional<Message> why =
                Joining.whyNot(lab, UnderlayGraph.of(lab), segment.get(), host.get());
        if (why.isPresent()) {
            return new Offer.Refused(why.get());
        }
        Optional<InterfaceAddress> address = NextFree.memberAddress(lab, segment.get());
        return address.isEmpty()
                ? Offer.refused(
                        "topology.link.full", segmentName, NextFree.subnetOf(lab, segment.get()))
                : Offer.possible(
                        new LabEdit.AddMember(
                                segmentName,
                                new Member(
                                        hostName,
                                        address,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())));
    }

    /// A workload on a host, in the segment given or else in the host's first one with a bridge.
    public static Offer workload(Lab lab, String host, Optional<String> segmentName) {
        List<Segment> joined =
                lab.segments().stream()
                        .filter(one -> one.member(host).isPresent())
                        .filter(one -> segmentName.map(one.shownName()::equals).orElse(true))
                        .toList();
        if (joined.isEmpty()) {
            return Offer.refused("topology.link.workload", host);
        }
        Optional<Segment> bridged =
                joined.stream()
                        .filter(one -> Defaults.bridge(one, one.member(host).get()).isPresent())
                        .findFirst();
        if (bridged.isEmpty()) {
            return Offer.refused("topology.link.bridgeless", host, joined.getFirst().shownName());
        }
        Optional<InterfaceAddress> address = NextFree.workloadAddress(lab, bridged.get());
        return address.isEmpty()
                ? Offer.refused(
                        "topology.link.full",
                        bridged.get().shownName(),
                        NextFree.subnetOf(lab, bridged.get()))
                : Offer.possible(
                        new LabEdit.AddWorkload(
                                bridged.get().shownName(),
                                new Workload(
                                        NextFree.name(lab, "vm"),
                                        host,
                                        Optional.empty(),
                                        address,
                                        Optional.empty())));
    }

    /// A note.
    public static LabEdit note(Point at, String text) {
        return new LabEdit.AddNote(new Note(at, text));
    }

    /// Copies of things beside the originals.
    public static LabEdit duplicate(Lab lab, Set<Thing> things, double dx, double dy) {
        return new LabEdit.Paste(LabFragment.of(lab, things), dx, dy);
    }

    private static Offer together(String key, String name, List<LabEdit> edits) {
        return Offer.possible(new LabEdit.Together(Message.of(key, name), edits));
    }

    static Offer routerBetween(Lab lab, Network one, Network other) {
        Point between = new Point(0, 0);
        Map<String, Point> places = lab.layout().positions();
        if (places.containsKey(one.name()) && places.containsKey(other.name())) {
            Point from = places.get(one.name());
            Point to = places.get(other.name());
            between = new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
        }
        return router(lab, List.of(one, other), between);
    }
}
