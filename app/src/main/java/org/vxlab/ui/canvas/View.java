package org.vxlab.ui.canvas;

import org.vxlab.picture.Box;
import org.vxlab.topology.Layout.Point;

/// Which part of the drawing is seen, and how large.
///
/// @param zoom pixels of one canvas unit
/// @param left canvas unit at the left edge
/// @param top canvas unit at the upper edge
record View(double zoom, double left, double top) {
    static final double LEAST_ZOOM = 0.04;
    static final double MOST_ZOOM = 4;

    /// What fits is not shown larger than this.
    private static final double MOST_FITTED = 1.6;

    /// Pixels left free around what fits.
    private static final double MARGIN = 20;

    static final View ORIGIN = new View(1, 0, 0);

    View {
        zoom = Math.clamp(zoom, LEAST_ZOOM, MOST_ZOOM);
    }

    /// Where a pixel is on the drawing.
    Point toDrawing(double x, double y) {
        return new Point(left + x / zoom, top + y / zoom);
    }

    double toScreenX(double x) {
        return (x - left) * zoom;
    }

    double toScreenY(double y) {
        return (y - top) * zoom;
    }

    /// Moves the drawing by pixels.
    View moved(double dx, double dy) {
        return new View(zoom, left - dx / zoom, top - dy / zoom);
    }

    /// Changes the zoom; what is under the pixel stays under it.
    View zoomedAt(double x, double y, double wanted) {
        Point fixed = toDrawing(x, y);
        double next = Math.clamp(wanted, LEAST_ZOOM, MOST_ZOOM);
        return new View(next, fixed.x() - x / next, fixed.y() - y / next);
    }

    /// The part of the drawing that so many pixels show.
    Box seen(double width, double height) {
        return new Box(left, top, width / zoom, height / zoom);
    }

    /// Puts a point in the middle.
    View centredOn(Point point, double width, double height) {
        return new View(zoom, point.x() - width / zoom / 2, point.y() - height / zoom / 2);
    }

    /// Shows a box whole.
    ///
    /// @param scale how much larger than usual things may come out
    static View fitting(Box box, double width, double height, double scale) {
        double zoom =
                Math.min(
                        MOST_FITTED * scale,
                        Math.min(
                                (width - 2 * MARGIN) / Math.max(1, box.width()),
                                (height - 2 * MARGIN) / Math.max(1, box.height())));
        return new View(zoom, 0, 0).centredOn(box.centre(), width, height);
    }
}
