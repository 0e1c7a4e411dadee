package org.vxlab.picture;

import org.vxlab.topology.Layout.Point;

import java.util.List;

/// A rectangle in canvas units; y grows downwards.
public record Box(double x, double y, double width, double height) {
    public static Box around(Point centre, double width, double height) {
        return new Box(centre.x() - width / 2, centre.y() - height / 2, width, height);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Point centre() {
        return new Point(x + width / 2, y + height / 2);
    }

    public boolean contains(Point point) {
        return point.x() >= x && point.x() <= right() && point.y() >= y && point.y() <= bottom();
    }

    public boolean contains(Box other) {
        return other.x >= x
                && other.right() <= right()
                && other.y >= y
                && other.bottom() <= bottom();
    }

    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /// The box with a margin on all sides.
    public Box grown(double margin) {
        return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    public Box with(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(
                left,
                top,
                Math.max(right(), other.right()) - left,
                Math.max(bottom(), other.bottom()) - top);
    }

    /// What is inside both; without width or height where they only touch or are apart.
    public Box common(Box other) {
        double left = Math.max(x, other.x);
        double top = Math.max(y, other.y);
        return new Box(
                left,
                top,
                Math.max(0, Math.min(right(), other.right()) - left),
                Math.max(0, Math.min(bottom(), other.bottom()) - top));
    }

    /// A box given from another's upper left corner, on the canvas.
    Box within(Box outer) {
        return new Box(outer.x + x, outer.y + y, width, height);
    }

    /// The smallest box around some points; an empty one at the origin where there are none.
    static Box of(List<Point> points) {
        return points.stream()
                .map(point -> new Box(point.x(), point.y(), 0, 0))
                .reduce(Box::with)
                .orElse(new Box(0, 0, 0, 0));
    }

    /// The point of the border on the way from the centre to `to`; the centre where they are one.
    Point towards(Point to) {
        Point from = centre();
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double stretch = Math.max(Math.abs(dx) / (width / 2), Math.abs(dy) / (height / 2));
        return stretch == 0 || !Double.isFinite(stretch)
                ? from
                : new Point(from.x() + dx / stretch, from.y() + dy / stretch);
    }
}
