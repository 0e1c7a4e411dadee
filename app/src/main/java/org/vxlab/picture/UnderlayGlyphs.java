package org.vxlab.picture;

import org.vxlab.picture.Glyph.Condition;
import org.vxlab.picture.Glyph.Id;
import org.vxlab.picture.Glyph.Layer;
import org.vxlab.picture.Glyph.Part;
import org.vxlab.picture.Ink.Plain;
import org.vxlab.picture.Mark.Align;
import org.vxlab.picture.Mark.Face;
import org.vxlab.topology.Host;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout.Note;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Message;
import org.vxlab.topology.Network;
import org.vxlab.topology.Router;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Paints the underlay in grey, and the notes.
final class UnderlayGlyphs {
    /// In a network with more hosts the cables are thin.
    private static final int FEW_CABLES = 24;

    private final PictureStyle style;
    private final TypeSize type;
    private final Watched watched;
    private final Map<Thing, Box> boxes;
    private final List<Glyph> glyphs;

    UnderlayGlyphs(PictureStyle style, Watched watched, Map<Thing, Box> boxes, List<Glyph> glyphs) {
        this.style = style;
        type = style.type();
        this.watched = watched;
        this.boxes = boxes;
        this.glyphs = glyphs;
    }

    void paint(Lab lab) {
        for (int i = 0; i < lab.layout().notes().size(); i++) {
            note(i, lab.layout().notes().get(i));
        }
        Map<String, Long> count =
                lab.hosts().stream()
                        .collect(
                                Collectors.groupingBy(
                                        host -> host.underlay().network(), Collectors.counting()));
        lab.hosts().forEach(host -> cable(host, count.get(host.underlay().network()) > FEW_CABLES));
        lab.routers().forEach(this::cables);
        lab.networks().forEach(this::network);
        lab.routers().forEach(this::router);
    }

    private void network(Network network) {
        Thing thing = new Thing.Network(network.name());
        Box box = boxes.get(thing);
        boolean far = style.detail() == Detail.FAR;
        List<Mark> marks = new ArrayList<>();
        marks.add(
                Marks.box(
                        box,
                        far ? 0 : box.height() / 2,
                        Plain.UNDERLAY,
                        Stroke.solid(Plain.UNDERLAY_EDGE, 1)));
        double pad = box.height() / 2;
        String mtu = network.mtu().map(bytes -> " mtu " + bytes).orElse("");
        if (style.detail() == Detail.NEAR) {
            double room = box.width() - 2 * pad;
            double wide = TextWidth.of(network.name(), type.title(), Face.BOLD) + Metrics.GAP;
            marks.add(
                    Marks.text(
                            network.name(),
                            new Point(box.x() + pad, box.centre().y()),
                            Align.START,
                            type.title(),
                            Face.BOLD,
                            Plain.TEXT,
                            room / 2));
            marks.add(
                    Marks.text(
                            network.subnet() + mtu,
                            new Point(box.right() - pad, box.centre().y()),
                            Align.END,
                            type.text(),
                            Face.MONO,
                            Plain.TEXT,
                            room - Math.min(wide, room / 2)));
        } else {
            marks.add(
                    Marks.text(
                            network.name(),
                            box.centre(),
                            Align.MIDDLE,
                            box.height() * 0.85,
                            Face.BOLD,
                            Plain.TEXT,
                            box.width()));
        }
        add(
                Id.of(thing, Part.BODY),
                Layer.UNDERLAY,
                box,
                marks,
                Message.of("picture.network", network.name(), network.subnet()));
    }

    private void router(Router router) {
        Thing thing = new Thing.Router(router.name());
        Box box = boxes.get(thing);
        double r = box.width() / 2;
        Point centre = box.centre();
        List<Mark> marks = new ArrayList<>();
        marks.add(
                new Mark.Circle(
                        centre,
                        r,
                        Optional.of(Plain.UNDERLAY),
                        Optional.of(Stroke.solid(Plain.UNDERLAY_EDGE, 1.5))));
        if (style.detail() != Detail.FAR) {
            // Four arrows, in and out: the sign of a router since there are drawings of networks.
            for (int[] side : new int[][] {{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
                marks.add(
                        Marks.arrow(
                                new Point(
                                        centre.x() + side[0] * r * 0.72,
                                        centre.y() + side[1] * r * 0.72),
                                side[0],
                                side[1],
                                r * 0.28,
                                Plain.UNDERLAY_EDGE));
            }
        }
        double size = style.detail() == Detail.NEAR ? type.title() : type.title() * 1.5;
        marks.add(
                Marks.text(
                        router.name(), centre, Align.MIDDLE, size, Face.BOLD, Plain.TEXT, r * 1.5));
        add(
                Id.of(thing, Part.BODY),
                Layer.UNDERLAY,
                box,
                marks,
                Message.of("picture.router", router.name(), router.addresses().size()));
    }

    private void cable(Host host, boolean thin) {
        Box network = boxes.get(new Thing.Network(host.underlay().network()));
        Thing thing = new Thing.Host(host.name());
        if (network == null) {
            return;
        }
        Box card = boxes.get(thing);
        Point plug = new Point(card.centre().x(), card.bottom() - 2);
        double reach = network.width() / 2 - network.height() / 2;
        double middle = network.centre().x();
        // Spread over the bar in the order the hosts stand.
        double x = middle + Math.max(-1, Math.min(1, (plug.x() - middle) / (3 * reach))) * reach;
        boolean below = network.centre().y() >= plug.y();
        Point end = new Point(x, below ? network.y() + 1 : network.bottom() - 1);
        double bend = Math.max(24, Math.abs(end.y() - plug.y()) / 2);
        Curve bent =
                new Curve(
                        plug,
                        new Point(plug.x(), plug.y() + bend),
                        new Point(end.x(), end.y() + (below ? -bend : bend)),
                        end);
        // From far away neither bends nor dashes are seen, and hundreds of them take long to paint.
        boolean far = style.detail() == Detail.FAR;
        Condition condition = watched.port(host);
        Stroke stroke =
                Watched.isBroken(condition)
                        ? far ? Stroke.solid(Plain.BAD, 2) : Stroke.dashed(Plain.BAD, 2, 6, 4)
                        : thin
                                ? Stroke.solid(Plain.CARD_EDGE, 1)
                                : Stroke.solid(Plain.UNDERLAY_EDGE, 2.5);
        line(
                Id.of(thing, Part.CABLE),
                far ? Curve.line(plug, end) : bent,
                stroke,
                condition,
                Message.of("picture.cable", host.name(), host.underlay().network()));
    }

    private void cables(Router router) {
        Box box = boxes.get(new Thing.Router(router.name()));
        router.addresses()
                .forEach(
                        (name, address) -> {
                            Box network = boxes.get(new Thing.Network(name));
                            if (network != null) {
                                Curve curve =
                                        Curve.line(box.centre(), network.towards(box.centre()));
                                line(
                                        new Id(new Thing.Router(router.name()), Part.CABLE, name),
                                        curve,
                                        Stroke.solid(Plain.UNDERLAY_EDGE, 2.5),
                                        Condition.DRAWN,
                                        Message.of("picture.cable", router.name(), name));
                            }
                        });
    }

    private void note(int index, Note note) {
        double size = type.title();
        List<String> lines = note.text().lines().toList();
        double width =
                lines.stream()
                                .mapToDouble(line -> TextWidth.of(line, size, Face.PLAIN))
                                .max()
                                .orElse(size)
                        + Metrics.GAP * 2;
        double high = size * 1.4;
        Box box =
                new Box(
                        note.at().x(),
                        note.at().y(),
                        width,
                        high * Math.max(1, lines.size()) + Metrics.GAP);
        Thing thing = new Thing.Note(index);
        List<Mark> marks = new ArrayList<>();
        marks.add(Marks.block(box, 3, Plain.NOTE));
        for (int i = 0; i < lines.size(); i++) {
            Point at =
                    new Point(box.x() + Metrics.GAP, box.y() + Metrics.GAP / 2 + high * (i + 0.5));
            marks.add(
                    Marks.text(
                            lines.get(i),
                            at,
                            Align.START,
                            size,
                            Face.PLAIN,
                            Plain.NOTE_TEXT,
                            width));
        }
        add(
                Id.of(thing, Part.BODY),
                Layer.NOTES,
                box,
                marks,
                Message.of("picture.note", note.text()));
    }

    private void add(Id id, Layer layer, Box box, List<Mark> marks, Message said) {
        glyphs.add(new Glyph(id, layer, box, Optional.empty(), Condition.DRAWN, marks, said));
    }

    private void line(Id id, Curve curve, Stroke stroke, Condition condition, Message said) {
        glyphs.add(
                new Glyph(
                        id,
                        Layer.UNDERLAY,
                        curve.box(),
                        Optional.of(curve),
                        condition,
                        List.of(new Mark.Line(curve, stroke)),
                        said));
    }
}
