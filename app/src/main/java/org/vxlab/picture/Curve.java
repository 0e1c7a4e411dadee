package org.vxlab.picture;

import org.vxlab.topology.Layout.Point;

import java.util.ArrayList;
import java.util.List;

/// A cubic Bézier curve from `start` to `end`.
public record Curve(Point start, Point control1, Point control2, Point end) {
    /// Straight pieces a curve is measured by.
    private static final int PIECES = 16;

    /// A straight line.
    public static Curve line(Point start, Point end) {
        return new Curve(start, start, end, end);
    }

    /// Whether it is a line such as [#line] makes.
    public boolean isStraight() {
        return control1.equals(start) && control2.equals(end);
    }

    /// The point at `t` from 0 (start) to 1 (end).
    public Point at(double t) {
        double u = 1 - t;
        double a = u * u * u;
        double b = 3 * u * u * t;
        double c = 3 * u * t * t;
        double d = t * t * t;
        return new Point(
                a * start.x() + b * control1.x() + c * control2.x() + d * end.x(),
                a * start.y() + b * control1.y() + c * control2.y() + d * end.y());
    }

    public Curve reversed() {
        return new Curve(end, control2, control1, start);
    }

    /// How far a point is from the curve, in canvas units.
    public double distance(Point point) {
        double nearest = Double.MAX_VALUE;
        Point from = start;
        for (int i = 1; i <= PIECES; i++) {
            Point to = at((double) i / PIECES);
            nearest = Math.min(nearest, distance(point, from, to));
            from = to;
        }
        return nearest;
    }

    /// A box around the whole curve.
    public Box box() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= PIECES; i++) {
            points.add(at((double) i / PIECES));
        }
        return Box.of(points);
    }

    private static double distance(Point point, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = dx * dx + dy * dy;
        double along =
                length == 0
                        ? 0
                        : ((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / length;
        double t = Math.max(0, Math.min(1, along));
        return Math.hypot(point.x() - from.x() - t * dx, point.y() - from.y() - t * dy);
    }
}
