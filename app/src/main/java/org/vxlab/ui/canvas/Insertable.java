package org.vxlab.ui.canvas;

import org.vxlab.picture.Box;
import org.vxlab.topology.Host;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Network;
import org.vxlab.topology.Obvious;
import org.vxlab.topology.Offer;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the palette has, and what dropping it somewhere means.
enum Insertable {
    HOST(232, 110),
    NETWORK(230, 34),
    ROUTER(52, 52),
    SEGMENT(104, 42),
    WORKLOAD(90, 22),
    NOTE(160, 30);

    /// How far below the first host its network is put, in canvas units.
    private static final double BELOW = 180;

    private final double width;
    private final double height;

    Insertable(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /// The room it will take, about.
    Box around(Point at) {
        return Box.around(at, width, height);
    }

    String key() {
        return "ui.canvas.add." + name().toLowerCase(Locale.ROOT);
    }

    /// What dropping it does.
    ///
    /// @param under what it is dropped on
    /// @param chosen what is chosen; a segment joins the hosts among it
    /// @param text what a note says
    Offer offer(Lab lab, Point at, Optional<Thing> under, Set<Thing> chosen, String text) {
        Optional<Thing> target = under.flatMap(Places::mover);
        return switch (this) {
            case HOST -> host(lab, at, target);
            case NETWORK -> Obvious.network(lab, at);
            case ROUTER -> Obvious.router(lab, at);
            case SEGMENT -> Obvious.segment(lab, joining(lab, target, chosen), at);
            case WORKLOAD -> workload(lab, under, chosen);
            case NOTE -> Offer.possible(Obvious.note(at, text));
        };
    }

    private static Offer host(Lab lab, Point at, Optional<Thing> target) {
        if (target.isPresent() && target.get() instanceof Thing.Network(String name)) {
            Network network = lab.network(name).orElseThrow();
            return Obvious.hostIn(lab, network, new Point(at.x(), at.y() - BELOW));
        }
        Offer offer = Obvious.host(lab, at);
        if (!(offer instanceof Offer.Possible(LabEdit edit))) {
            return offer;
        }
        Lab after = edit.applyTo(lab);
        Host host = after.hosts().getLast();
        List<LabEdit> edits = new ArrayList<>(List.of(edit));
        if (lab.networks().isEmpty()) {
            Thing network = new Thing.Network(host.underlay().network());
            edits.add(new LabEdit.Move(Map.of(network, new Point(at.x(), at.y() + BELOW))));
        }
        if (target.isPresent()
                && target.get() instanceof Thing.Segment(String segment)
                && Obvious.member(after, host.name(), segment)
                        instanceof Offer.Possible(LabEdit join)) {
            edits.add(
                    new LabEdit.Move(
                            Map.of(
                                    new Thing.Host(host.name()),
                                    new Point(at.x(), at.y() + BELOW))));
            edits.add(join);
        }
        return edits.size() == 1
                ? offer
                : Offer.possible(new LabEdit.Together(edit.label(lab), edits));
    }

    /// The host it is dropped on, else those chosen, else those that are in no segment yet. A
    /// single chosen host is mostly the one just drawn: the others were not meant to stay outside.
    private static List<String> joining(Lab lab, Optional<Thing> target, Set<Thing> chosen) {
        if (target.isPresent() && target.get() instanceof Thing.Host(String name)) {
            return List.of(name);
        }
        List<String> hosts =
                lab.hosts().stream()
                        .map(Host::name)
                        .filter(host -> chosen.contains(new Thing.Host(host)))
                        .toList();
        return hosts.size() > 1
                ? hosts
                : lab.hosts().stream()
                        .map(Host::name)
                        .filter(host -> hosts.contains(host) || isFree(lab, host))
                        .toList();
    }

    private static boolean isFree(Lab lab, String host) {
        return lab.segments().stream().noneMatch(segment -> segment.member(host).isPresent());
    }

    private static Offer workload(Lab lab, Optional<Thing> under, Set<Thing> chosen) {
        Optional<Thing> on =
                under.flatMap(Places::mover)
                        .filter(Thing.Host.class::isInstance)
                        .or(
                                () ->
                                        chosen.stream()
                                                .flatMap(thing -> Places.mover(thing).stream())
                                                .filter(Thing.Host.class::isInstance)
                                                .findFirst())
                        .or(() -> theOnlyHost(lab));
        return on.isPresent() && on.get() instanceof Thing.Host(String host)
                ? Obvious.workload(lab, host, segment(lab, under, chosen, host))
                : Offer.refused("ui.canvas.add.workload.where");
    }

    private static Optional<Thing> theOnlyHost(Lab lab) {
        return lab.hosts().size() == 1
                ? Optional.of(new Thing.Host(lab.hosts().getFirst().name()))
                : Optional.empty();
    }

    /// The segment pointed at or chosen, where the host is in it.
    private static Optional<String> segment(
            Lab lab, Optional<Thing> under, Set<Thing> chosen, String host) {
        List<Thing> named = new ArrayList<>(under.stream().toList());
        named.addAll(chosen);
        return named.stream()
                .flatMap(thing -> Places.segment(thing).stream())
                .filter(
                        name ->
                                lab.segment(name)
                                        .flatMap(segment -> segment.member(host))
                                        .isPresent())
                .findFirst();
    }
}
