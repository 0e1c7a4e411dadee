package org.vxlab.picture;

import org.vxlab.topology.Layout.Point;

import java.util.List;
import java.util.Optional;

/// A simple shape that every toolkit can paint.
public sealed interface Mark {
    /// A rectangle.
    ///
    /// @param corner radius of its corners
    /// @param pattern hatching over the ground, in `hatch`
    record Rectangle(
            Box box,
            double corner,
            Optional<Ink> ground,
            Optional<Stroke> edge,
            Pattern pattern,
            Optional<Ink> hatch)
            implements Mark {}

    /// A circle.
    record Circle(Point centre, double radius, Optional<Ink> ground, Optional<Stroke> edge)
            implements Mark {}

    /// A curve or line.
    record Line(Curve curve, Stroke stroke) implements Mark {}

    /// A closed shape with straight sides.
    record Polygon(List<Point> points, Optional<Ink> ground, Optional<Stroke> edge)
            implements Mark {
        public Polygon {
            points = List.copyOf(points);
        }
    }

    /// One line of text.
    ///
    /// @param at where the text begins, ends or has its middle; vertically its middle
    /// @param size height of the font in canvas units
    /// @param room the width it has; the text is cut to fit already
    record Text(String text, Point at, Align align, double size, Face face, Ink ink, double room)
            implements Mark {}

    /// Which part of a text stands at its place.
    enum Align {
        START,
        MIDDLE,
        END
    }

    /// The font of a text.
    enum Face {
        PLAIN,
        BOLD,
        /// Names and addresses as commands show them.
        MONO
    }
}
