package org.vxlab.topology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where things stand on the drawing, in canvas units; it never changes a plan.
///
/// @param positions name of a host, network, router or segment to its place
public record Layout(Map<String, Point> positions, List<Note> notes) {
    public static final Layout NONE = new Layout(Map.of(), List.of());

    public Layout {
        positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
        notes = List.copyOf(notes);
    }

    /// A place on the canvas; both numbers are finite.
    public record Point(double x, double y) {
        public Point {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException("a place has finite coordinates");
            }
        }
    }

    /// A text on the canvas.
    public record Note(Point at, String text) {}
}
