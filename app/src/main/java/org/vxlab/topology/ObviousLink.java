package org.vxlab.topology;

import org.vxlab.topology.Segment.Tunnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a link dragged from one thing to another means.
public final class ObviousLink {
    private ObviousLink() {}

    /// What drawing the link would do; which end it began at makes no difference.
    ///
    /// @param segment the segment selected, for links between hosts
    public static Offer between(Lab lab, Thing from, Thing to, Optional<String> segment) {
        if (from.equals(to)) {
            return Offer.refused("topology.link.self", from.shown());
        }
        Offer forth = ordered(lab, from, to, segment);
        return forth instanceof Offer.Refused(Message why) && why.key().equals(NONE)
                ? ordered(lab, to, from, segment)
                : forth;
    }

    private static final String NONE = "topology.link.none";

    private static Offer ordered(Lab lab, Thing from, Thing to, Optional<String> segment) {
        return switch (from) {
            case Thing.Host(String host) -> fromHost(lab, host, to, segment);
            case Thing.Router(String router) ->
                    to instanceof Thing.Network(String network)
                            ? cable(lab, router, network)
                            : none(from, to);
            case Thing.Network(String one) ->
                    to instanceof Thing.Network(String other)
                            ? router(lab, one, other)
                            : none(from, to);
            case Thing.Workload workload ->
                    to instanceof Thing.Host(String host)
                            ? move(lab, workload, host)
                            : none(from, to);
            case Thing.Segment _,
                    Thing.Member _,
                    Thing.Tunnel _,
                    Thing.Fdb _,
                    Thing.Neighbour _,
                    Thing.Note _ ->
                    none(from, to);
        };
    }

    private static Offer none(Thing from, Thing to) {
        return Offer.refused(NONE, from.shown(), to.shown());
    }

    private static Offer fromHost(Lab lab, String host, Thing to, Optional<String> segment) {
        return switch (to) {
            case Thing.Network(String network) -> plug(lab, host, network);
            case Thing.Segment(String name) -> Obvious.member(lab, host, name);
            case Thing.Host(String other) -> tunnel(lab, host, other, segment);
            case Thing.Member(String name, String other) ->
                    tunnel(lab, host, other, Optional.of(name));
            case Thing.Router(String router) -> Offer.refused("topology.link.router", host, router);
            case Thing.Workload _, Thing.Tunnel _, Thing.Fdb _, Thing.Neighbour _, Thing.Note _ ->
                    none(new Thing.Host(host), to);
        };
    }

    /// An underlay cable: the host moves to the network.
    private static Offer plug(Lab lab, String name, String networkName) {
        Optional<Host> host = lab.host(name);
        Optional<Network> network = lab.network(networkName);
        if (host.isEmpty() || network.isEmpty()) {
            return Offer.refused("topology.link.gone");
        }
        if (host.get().underlay().network().equals(networkName)) {
            return Offer.refused("topology.link.plugged", name, networkName);
        }
        Optional<InterfaceAddress> address = NextFree.hostAddress(lab, network.get());
        if (address.isEmpty()) {
            return Offer.refused("topology.link.full", networkName, network.get().subnet());
        }
        LabEdit edit =
                new LabEdit.SetHost(
                        name,
                        new LabProperty.Port(
                                host.get()
                                        .underlay()
                                        .withNetwork(networkName)
                                        .withAddress(address.get())));
        return edit.whyNot(lab)
                .<Offer>map(Offer.Refused::new)
                .orElseGet(() -> Offer.possible(edit));
    }

    private static Offer cable(Lab lab, String name, String networkName) {
        Optional<Router> router = lab.router(name);
        Optional<Network> network = lab.network(networkName);
        if (router.isEmpty() || network.isEmpty()) {
            return Offer.refused("topology.link.gone");
        }
        if (router.get().addresses().containsKey(networkName)) {
            return Offer.refused("topology.link.plugged", name, networkName);
        }
        Optional<Ip> address = NextFree.routerAddress(lab, network.get());
        return address.isEmpty()
                ? Offer.refused("topology.link.full", networkName, network.get().subnet())
                : Offer.possible(new LabEdit.SetRouterAddress(name, networkName, address));
    }

    private static Offer router(Lab lab, String one, String other) {
        Optional<Network> from = lab.network(one);
        Optional<Network> to = lab.network(other);
        return from.isEmpty() || to.isEmpty()
                ? Offer.refused("topology.link.gone")
                : Obvious.routerBetween(lab, from.get(), to.get());
    }

    /// Both hosts join the segment where they have not yet, and the pair is added where not every
    /// pair is a tunnel already.
    private static Offer tunnel(Lab lab, String one, String other, Optional<String> selected) {
        List<Segment> segments =
                lab.segments().stream()
                        .filter(segment -> selected.map(segment.shownName()::equals).orElse(true))
                        .toList();
        if (segments.size() != 1) {
            return Offer.refused(
                    segments.isEmpty() ? "topology.link.no-segment" : "topology.link.which-segment",
                    one,
                    other);
        }
        String name = segments.getFirst().shownName();
        List<LabEdit> edits = new ArrayList<>();
        Lab changed = lab;
        for (String host : List.of(one, other)) {
            if (segments.getFirst().member(host).isEmpty()) {
                switch (Obvious.memberAlone(changed, host, name)) {
                    case Offer.Refused refused -> {
                        return refused;
                    }
                    case Offer.Possible(LabEdit join) -> {
                        edits.add(join);
                        changed = join.applyTo(changed);
                    }
                }
            }
        }
        LabEdit tunnel = new LabEdit.AddTunnel(name, new Tunnel(one, other));
        if (!tunnel.applyTo(changed).equals(changed)) {
            edits.add(tunnel);
        }
        if (edits.isEmpty()) {
            return Offer.refused("topology.link.tunnel", one, other, name);
        }
        LabEdit all =
                new LabEdit.Together(
                        Message.of("topology.edit.add.tunnel", one, other, name), edits);
        return all.whyNot(lab).<Offer>map(Offer.Refused::new).orElseGet(() -> Offer.possible(all));
    }

    private static Offer move(Lab lab, Thing.Workload workload, String host) {
        if (workload.host().equals(host)) {
            return Offer.refused("topology.link.runs", workload.name(), host);
        }
        if (lab.segment(workload.segment()).flatMap(one -> one.member(host)).isEmpty()) {
            return Offer.refused(
                    "topology.link.not-member", host, workload.segment(), workload.name());
        }
        LabEdit edit = new LabEdit.SetWorkload(workload, new LabProperty.WorkloadHost(host));
        return edit.whyNot(lab)
                .<Offer>map(Offer.Refused::new)
                .orElseGet(() -> Offer.possible(edit));
    }
}
