package org.vxlab.picture;

import org.vxlab.picture.Glyph.Condition;
import org.vxlab.picture.Glyph.Id;
import org.vxlab.picture.Glyph.Layer;
import org.vxlab.picture.Glyph.Part;
import org.vxlab.picture.Ink.Plain;
import org.vxlab.picture.Mark.Align;
import org.vxlab.picture.Mark.Face;
import org.vxlab.topology.Defaults;
import org.vxlab.topology.Flooding;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Message;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Paints a segment as a field in its colour and pattern, joined to each member's vxlan device.
final class SegmentGlyphs {
    /// A segment with more members is not joined to them by lines: the colours on the cards say the
    /// same, and hundreds of lines hide everything.
    private static final int MOST_JOINS = 40;

    private final PictureStyle style;
    private final TypeSize type;
    private final Map<Thing, Box> boxes;
    private final Map<Thing, Box> devices;
    private final List<Glyph> glyphs;

    /// @param devices the vxlan devices of members
    SegmentGlyphs(
            PictureStyle style,
            Map<Thing, Box> boxes,
            Map<Thing, Box> devices,
            List<Glyph> glyphs) {
        this.style = style;
        type = style.type();
        this.boxes = boxes;
        this.devices = devices;
        this.glyphs = glyphs;
    }

    void paint(Segment segment, int number) {
        Box box = boxes.get(new Thing.Segment(segment.shownName()));
        if (segment.members().size() <= MOST_JOINS) {
            segment.members().forEach(member -> join(segment, number, member, box));
        }
        body(segment, number, box);
    }

    private void body(Segment segment, int number, Box box) {
        String name = segment.shownName();
        Thing thing = new Thing.Segment(name);
        boolean far = style.detail() == Detail.FAR;
        double corner = far ? 0 : box.height() / 3;
        List<Mark> marks = new ArrayList<>();
        if (far) {
            marks.add(Marks.block(box, 0, new Ink.Segment(number)));
            marks.add(
                    Marks.text(
                            name,
                            box.centre(),
                            Align.MIDDLE,
                            box.height() * 0.8,
                            Face.BOLD,
                            new Ink.OnSegment(number),
                            box.width()));
        } else {
            near(segment, number, box, corner, marks);
        }
        glyphs.add(
                new Glyph(
                        Id.of(thing, Part.BODY),
                        Layer.CARDS,
                        box,
                        Optional.empty(),
                        Condition.DRAWN,
                        marks,
                        Message.of(
                                "picture.segment", name, segment.vni(), segment.members().size())));
    }

    private void near(Segment segment, int number, Box box, double corner, List<Mark> marks) {
        marks.add(
                Marks.box(
                        box,
                        corner,
                        new Ink.SegmentGround(number),
                        Stroke.solid(new Ink.Segment(number), 2)));
        double band = box.height() * 0.2;
        Box swatch = new Box(box.x() + corner, box.y(), box.width() - 2 * corner, band);
        marks.add(Marks.swatch(swatch, 0, number));
        double middle = box.centre().x();
        double room = box.width() - Metrics.GAP;
        double below = box.y() + band;
        double free = box.height() - band;
        boolean near = style.detail() == Detail.NEAR;
        String title = segment.shownName() + " " + segment.vni();
        String plain = segment.name().isPresent() ? title : segment.shownName();
        marks.add(
                Marks.text(
                        plain,
                        new Point(middle, below + free * (near ? 0.32 : 0.5)),
                        Align.MIDDLE,
                        style.seen(type.title()),
                        Face.BOLD,
                        Plain.TEXT,
                        room));
        Flooding flooding = Defaults.flooding(segment);
        String word =
                flooding == Flooding.MULTICAST
                        ? segment.options().group().map(Object::toString).orElse(flooding.word())
                        : flooding.word();
        if (near) {
            marks.add(
                    Marks.text(
                            word,
                            new Point(middle, below + free * 0.74),
                            Align.MIDDLE,
                            type.small(),
                            Face.MONO,
                            flooding == Flooding.NONE ? Plain.DOUBTFUL : Plain.TEXT,
                            room));
        }
    }

    private void join(Segment segment, int number, Member member, Box box) {
        Thing thing = new Thing.Member(segment.shownName(), member.host());
        Box device = devices.getOrDefault(thing, boxes.get(new Thing.Host(member.host())));
        if (device == null) {
            return;
        }
        Point end = device.centre();
        Point start = box.towards(end);
        Curve curve = Curve.line(start, end);
        double width = style.detail() == Detail.FAR ? 4 : 1.5;
        glyphs.add(
                new Glyph(
                        Id.of(thing, Part.JOIN),
                        Layer.LINES,
                        curve.box(),
                        Optional.of(curve),
                        Condition.DRAWN,
                        List.of(new Mark.Line(curve, Stroke.solid(new Ink.Segment(number), width))),
                        Message.of("picture.member", member.host(), segment.shownName())));
    }
}
