package org.vxlab.picture;

import org.vxlab.picture.Glyph.Condition;
import org.vxlab.picture.Ink.Plain;
import org.vxlab.picture.Mark.Align;
import org.vxlab.picture.Mark.Face;
import org.vxlab.topology.Layout.Point;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the marks that several glyphs use.
final class Marks {
    private Marks() {}

    static Mark box(Box box, double corner, Ink ground, Stroke edge) {
        return new Mark.Rectangle(
                box,
                corner,
                Optional.of(ground),
                Optional.of(edge),
                Pattern.PLAIN,
                Optional.empty());
    }

    static Mark block(Box box, double corner, Ink ground) {
        return new Mark.Rectangle(
                box,
                corner,
                Optional.of(ground),
                Optional.empty(),
                Pattern.PLAIN,
                Optional.empty());
    }

    /// A small field in a segment's colour and pattern.
    static Mark swatch(Box box, double corner, int number) {
        return new Mark.Rectangle(
                box,
                corner,
                Optional.of(new Ink.Segment(number)),
                Optional.empty(),
                SegmentNumbers.pattern(number),
                Optional.of(new Ink.OnSegment(number)));
    }

    static Mark text(
            String text, Point at, Align align, double size, Face face, Ink ink, double room) {
        return new Mark.Text(
                TextWidth.cut(text, size, face, room), at, align, size, face, ink, room);
    }

    static Ink ink(Condition condition) {
        return switch (condition) {
            case DRAWN -> Plain.UNDERLAY_EDGE;
            case UP -> Plain.GOOD;
            case DOWN, MISSING, LOST -> Plain.BAD;
            case UNKNOWN, STALE -> Plain.DOUBTFUL;
        };
    }

    /// A sign that says a condition by its form: a disc is up, a square with a bar down, a cross
    /// lost, a ring missing, a triangle doubtful.
    static List<Mark> sign(Condition condition, Point at, double size) {
        double r = size / 2;
        Ink ink = ink(condition);
        Stroke stroke = Stroke.solid(ink, size / 5);
        List<Mark> marks = new ArrayList<>();
        switch (condition) {
            case DRAWN -> {}
            case UP -> marks.add(new Mark.Circle(at, r, Optional.of(ink), Optional.empty()));
            case DOWN -> {
                marks.add(block(Box.around(at, size, size), 0, ink));
                marks.add(
                        new Mark.Line(
                                Curve.line(
                                        new Point(at.x() - r / 2, at.y()),
                                        new Point(at.x() + r / 2, at.y())),
                                Stroke.solid(Plain.CARD, size / 5)));
            }
            case MISSING ->
                    marks.add(
                            new Mark.Circle(
                                    at, r - size / 10, Optional.empty(), Optional.of(stroke)));
            case UNKNOWN, STALE ->
                    marks.add(
                            new Mark.Polygon(
                                    List.of(
                                            new Point(at.x(), at.y() - r),
                                            new Point(at.x() + r, at.y() + r),
                                            new Point(at.x() - r, at.y() + r)),
                                    condition == Condition.STALE
                                            ? Optional.of(ink)
                                            : Optional.empty(),
                                    Optional.of(Stroke.solid(ink, size / 8))));
            case LOST -> marks.addAll(cross(at, r, stroke));
        }
        return marks;
    }

    /// @param reach from the middle to each side
    static List<Mark> cross(Point at, double reach, Stroke stroke) {
        Point left = new Point(at.x() - reach, at.y() - reach);
        Point right = new Point(at.x() + reach, at.y() - reach);
        return List.of(
                new Mark.Line(Curve.line(left, new Point(right.x(), at.y() + reach)), stroke),
                new Mark.Line(Curve.line(new Point(left.x(), at.y() + reach), right), stroke));
    }

    /// A broken line round a part that is not up, with the sign of what it is.
    static List<Mark> outline(Box box, Condition condition) {
        List<Mark> marks = new ArrayList<>();
        marks.add(
                new Mark.Rectangle(
                        box,
                        3,
                        Optional.empty(),
                        Optional.of(Stroke.dashed(ink(condition), 2, 4, 3)),
                        Pattern.PLAIN,
                        Optional.empty()));
        double size = Metrics.SIGN;
        Point at = new Point(box.right() + Metrics.GAP / 4, box.y());
        marks.add(block(Box.around(at, size * 1.3, size * 1.3), size * 0.65, Plain.CARD));
        marks.addAll(sign(condition, at, size));
        return marks;
    }

    /// A diamond, the sign of an all-zero flood entry.
    static Mark diamond(Point at, double size, Optional<Ink> ground, Ink edge) {
        double r = size / 2;
        return new Mark.Polygon(
                List.of(
                        new Point(at.x(), at.y() - r),
                        new Point(at.x() + r, at.y()),
                        new Point(at.x(), at.y() + r),
                        new Point(at.x() - r, at.y())),
                ground,
                Optional.of(Stroke.solid(edge, size / 7)));
    }

    /// A triangle that points along a direction.
    static Mark arrow(Point at, double dx, double dy, double size, Ink ink) {
        double length = Math.max(1e-9, Math.hypot(dx, dy));
        double ux = dx / length * size / 2;
        double uy = dy / length * size / 2;
        return new Mark.Polygon(
                List.of(
                        new Point(at.x() + ux, at.y() + uy),
                        new Point(at.x() - ux - uy, at.y() - uy + ux),
                        new Point(at.x() - ux + uy, at.y() - uy - ux)),
                Optional.of(ink),
                Optional.empty());
    }
}
