package org.vxlab.picture;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.picture.Glyph.Condition;
import org.vxlab.picture.Glyph.Id;
import org.vxlab.picture.Glyph.Layer;
import org.vxlab.picture.Glyph.Part;
import org.vxlab.picture.Ink.Plain;
import org.vxlab.picture.LiveState.Reach;
import org.vxlab.picture.Mark.Align;
import org.vxlab.picture.Mark.Face;
import org.vxlab.topology.Defaults;
import org.vxlab.topology.Flooding;
import org.vxlab.topology.Host;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Message;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Segment.Tunnel;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Paints tunnels as curves between vxlan devices; their form says where broadcasts go.
///
/// `remote` ends in arrows, head-end replication in diamonds (one all-zero entry each), a group is
/// dashed with dots, and without flooding the curve is dotted and has no ends.
final class TunnelGlyphs {
    /// More tunnels than this in a full mesh are left out: the segment's own lines say the same.
    private static final int MESH_LIMIT = 45;

    /// How far below the cards between them such a tunnel runs.
    private static final double BELOW = 20;

    /// Where along a tunnel its badge is best seen; the first that nothing covers is taken.
    private static final double[] BADGE_PLACES = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18};

    private final Optional<LiveState> live;
    private final PictureStyle style;
    private final TypeSize type;
    private final Watched watched;
    private final Map<String, Box> cards;
    private final Map<Thing, Box> boxes;
    private final Map<Thing, Box> devices;
    private final List<Glyph> glyphs;
    private final Map<String, Host> hosts = new HashMap<>();
    private final Map<List<String>, Reach> pings = new HashMap<>();
    private final Map<List<String>, Set<Ip>> floods = new HashMap<>();

    TunnelGlyphs(
            Lab lab,
            Optional<LiveState> live,
            PictureStyle style,
            Map<String, Box> cards,
            Map<Thing, Box> boxes,
            Map<Thing, Box> devices,
            List<Glyph> glyphs) {
        this.live = live;
        this.style = style;
        type = style.type();
        this.cards = cards;
        this.boxes = boxes;
        this.devices = devices;
        this.glyphs = glyphs;
        watched = new Watched(live);
        lab.hosts().forEach(host -> hosts.put(host.name(), host));
        live.ifPresent(
                state ->
                        state.pings()
                                .forEach(
                                        ping ->
                                                pings.put(
                                                        List.of(
                                                                ping.segment(),
                                                                ping.from(),
                                                                ping.to()),
                                                        ping)));
    }

    void paint(Segment segment, int number) {
        boolean mesh = segment.tunnels().isEmpty();
        int members = segment.members().size();
        if (mesh && members * (members - 1) / 2 > MESH_LIMIT) {
            return;
        }
        for (Tunnel tunnel : Defaults.tunnels(segment)) {
            Box one = devices.get(new Thing.Member(segment.shownName(), tunnel.one()));
            Box other = devices.get(new Thing.Member(segment.shownName(), tunnel.other()));
            if (one != null && other != null && !tunnel.one().equals(tunnel.other())) {
                paint(segment, number, tunnel, curve(tunnel, one, other));
            }
        }
    }

    /// From the side of one card to the side of the other; far ones sag below what is between.
    private Curve curve(Tunnel tunnel, Box one, Box other) {
        Box from = cards.get(tunnel.one());
        Box to = cards.get(tunnel.other());
        double dx = to.centre().x() - from.centre().x();
        boolean beside = Math.abs(dx) >= from.width();
        boolean right = dx >= 0;
        Point start = new Point(right ? from.right() : from.x(), one.centre().y());
        boolean enterLeft = beside && right;
        Point end =
                new Point(enterLeft || !beside && !right ? to.x() : to.right(), other.centre().y());
        double distance = Math.hypot(end.x() - start.x(), end.y() - start.y());
        // A cubic curve hangs three quarters as deep as its control points.
        double under =
                (Math.max(from.bottom(), to.bottom()) - (start.y() + end.y()) / 2 + BELOW) / 0.75;
        boolean level =
                Math.abs(to.centre().y() - from.centre().y()) < (from.height() + to.height()) / 4;
        // Ends that are further apart than a card is wide have cards between them.
        boolean far = beside && level && distance > type.cardWidth();
        double sag = far ? Math.max(distance * 0.2, under) : distance * 0.12;
        double out = beside ? Math.abs(end.x() - start.x()) * 0.3 : 50 + distance * 0.15;
        double startOut = right ? out : -out;
        double endOut = beside ? -startOut : startOut;
        return new Curve(
                start,
                new Point(start.x() + startOut, start.y() + sag),
                new Point(end.x() + endOut, end.y() + sag),
                end);
    }

    private void paint(Segment segment, int number, Tunnel tunnel, Curve curve) {
        Flooding flooding = Defaults.flooding(segment);
        Ink ink = new Ink.Segment(number);
        Condition condition =
                Watched.worse(end(segment, tunnel.one()), end(segment, tunnel.other()));
        boolean broken = Watched.isBroken(condition);
        Ink line = broken ? Plain.BAD : ink;
        List<Mark> marks = new ArrayList<>();
        marks.add(
                new Mark.Line(
                        curve,
                        switch (flooding) {
                            case REMOTE, HEAD_END ->
                                    broken
                                            ? Stroke.dashed(line, 2.5, 7, 5)
                                            : Stroke.solid(line, 2.5);
                            case MULTICAST -> Stroke.dashed(line, 2.5, 12, 4, 2, 4);
                            case NONE -> Stroke.dashed(line, 2, 2, 5);
                        }));
        ends(segment, tunnel, curve, flooding, line, marks);
        badge(segment, tunnel, curve, marks);
        glyphs.add(
                new Glyph(
                        Id.of(
                                new Thing.Tunnel(segment.shownName(), tunnel.one(), tunnel.other()),
                                Part.TUNNEL),
                        Layer.LINES,
                        curve.box().grown(Metrics.GAP),
                        Optional.of(curve),
                        condition,
                        marks,
                        Message.of(
                                "picture.tunnel",
                                tunnel.one(),
                                tunnel.other(),
                                segment.shownName(),
                                flooding)));
    }

    /// A vxlan device stays up when the port below it goes down; its tunnel carries nothing then.
    private Condition end(Segment segment, String host) {
        Condition device =
                watched.device(
                        host, segment.member(host).map(member -> Defaults.device(segment, member)));
        return Watched.worse(device, watched.port(hosts.get(host)));
    }

    private void ends(
            Segment segment,
            Tunnel tunnel,
            Curve curve,
            Flooding flooding,
            Ink ink,
            List<Mark> marks) {
        double size = 9;
        for (String host : List.of(tunnel.one(), tunnel.other())) {
            Curve away = host.equals(tunnel.one()) ? curve : curve.reversed();
            Point at = away.at(0.06);
            switch (flooding) {
                case REMOTE -> {
                    Point tip = away.at(0.97);
                    Point before = away.at(0.93);
                    marks.add(
                            Marks.arrow(
                                    tip,
                                    tip.x() - before.x(),
                                    tip.y() - before.y(),
                                    size * 1.1,
                                    ink));
                }
                case HEAD_END -> {
                    boolean there = !watched.isLive() || floods(segment, host, tunnel.peerOf(host));
                    marks.add(
                            Marks.diamond(
                                    at,
                                    size,
                                    Optional.of(there ? ink : Plain.CARD),
                                    there ? ink : Plain.BAD));
                }
                case MULTICAST ->
                        marks.add(
                                new Mark.Circle(
                                        at,
                                        size / 2.5,
                                        Optional.of(Plain.CARD),
                                        Optional.of(Stroke.solid(ink, 2))));
                case NONE -> {}
            }
        }
    }

    /// Whether the kernel has the all-zero entry that copies broadcasts to the peer.
    private boolean floods(Segment segment, String host, String peer) {
        String device =
                segment.member(host).map(member -> Defaults.device(segment, member)).orElse("");
        Set<Ip> vtepsFlooded =
                floods.computeIfAbsent(
                        List.of(host, device),
                        key -> {
                            Set<Ip> found = new HashSet<>();
                            for (FdbEntry entry : watched.fdb(host)) {
                                if (entry.isFlood() && entry.device().equals(device)) {
                                    entry.vtep().ifPresent(found::add);
                                }
                            }
                            return found;
                        });
        return vtepsFlooded.contains(hosts.get(peer).underlay().address().ip());
    }

    private Point openPlace(Curve curve, double room) {
        for (double t : BADGE_PLACES) {
            Point at = curve.at(t);
            if (boxes.values().stream().noneMatch(box -> box.grown(room).contains(at))) {
                return at;
            }
        }
        return curve.at(BADGE_PLACES[0]);
    }

    /// The result of the newest pings in the middle: a tick or a cross, and the time.
    private void badge(Segment segment, Tunnel tunnel, Curve curve, List<Mark> marks) {
        if (live.isEmpty()) {
            return;
        }
        String name = segment.shownName();
        Optional<Reach> there =
                Optional.ofNullable(pings.get(List.of(name, tunnel.one(), tunnel.other())));
        Optional<Reach> back =
                Optional.ofNullable(pings.get(List.of(name, tunnel.other(), tunnel.one())));
        if (there.isEmpty() && back.isEmpty()) {
            return;
        }
        boolean good =
                there.map(Reach::answered).orElse(true) && back.map(Reach::answered).orElse(true);
        double size = type.title();
        Point at = openPlace(curve, size);
        marks.add(
                new Mark.Circle(
                        at,
                        size * 0.62,
                        Optional.of(good ? Plain.GOOD : Plain.BAD),
                        Optional.of(Stroke.solid(Plain.CANVAS, 1.5))));
        Stroke stroke = Stroke.solid(Plain.CANVAS, 2);
        double r = size * 0.28;
        if (good) {
            Point low = new Point(at.x() - r / 4, at.y() + r * 0.8);
            marks.add(new Mark.Line(Curve.line(new Point(at.x() - r, at.y()), low), stroke));
            marks.add(
                    new Mark.Line(
                            Curve.line(low, new Point(at.x() + r, at.y() - r * 0.8)), stroke));
        } else {
            marks.addAll(Marks.cross(at, r, stroke));
        }
        there.flatMap(Reach::milliseconds)
                .filter(time -> good)
                .ifPresent(
                        time ->
                                label(
                                        "%.2f ms".formatted(time),
                                        new Point(at.x(), at.y() + size * 1.2),
                                        marks));
    }

    /// Text on a ground of its own, since cables may pass below.
    private void label(String text, Point at, List<Mark> marks) {
        double size = style.seen(type.small());
        double width = TextWidth.of(text, size, Face.PLAIN);
        marks.add(Marks.block(Box.around(at, width, size * 1.2), 3, Plain.CANVAS));
        marks.add(Marks.text(text, at, Align.MIDDLE, size, Face.PLAIN, Plain.TEXT, width));
    }
}
