package org.vxlab.ui.canvas;

import org.vxlab.picture.Box;
import org.vxlab.picture.Curve;
import org.vxlab.topology.Layout.Point;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Lets what is moved come to stand in line with its neighbours.
///
/// @param dx how far it is moved on to be in line
/// @param guides the lines it then stands on
record Snap(double dx, double dy, List<Curve> guides) {
    private static final double BEYOND = 12;

    /// Left, middle and right; with x and y exchanged, top, middle and bottom.
    private static final List<ToDoubleFunction<Box>> LINES =
            List.of(Box::x, box -> box.centre().x(), Box::right);

    private record Fit(double away, double at, Box neighbour) {}

    /// @param reach how near is near enough, in canvas units
    static Snap of(Box moving, List<Box> neighbours, double reach) {
        Optional<Fit> across = nearest(moving, neighbours, reach);
        Optional<Fit> down =
                nearest(turned(moving), neighbours.stream().map(Snap::turned).toList(), reach);
        double dx = across.map(Fit::away).orElse(0.0);
        double dy = down.map(Fit::away).orElse(0.0);
        Box placed = new Box(moving.x() + dx, moving.y() + dy, moving.width(), moving.height());
        List<Curve> guides = new ArrayList<>();
        across.ifPresent(
                fit -> {
                    Box both = placed.with(fit.neighbour).grown(BEYOND);
                    guides.add(
                            Curve.line(
                                    new Point(fit.at, both.y()), new Point(fit.at, both.bottom())));
                });
        down.ifPresent(
                fit -> {
                    Box both = placed.with(turned(fit.neighbour)).grown(BEYOND);
                    guides.add(
                            Curve.line(
                                    new Point(both.x(), fit.at), new Point(both.right(), fit.at)));
                });
        return new Snap(dx, dy, List.copyOf(guides));
    }

    private static Optional<Fit> nearest(Box moving, List<Box> neighbours, double reach) {
        Fit best = null;
        for (Box neighbour : neighbours) {
            for (ToDoubleFunction<Box> line : LINES) {
                double at = line.applyAsDouble(neighbour);
                double away = at - line.applyAsDouble(moving);
                if (Math.abs(away) <= reach
                        && (best == null || Math.abs(away) < Math.abs(best.away))) {
                    best = new Fit(away, at, neighbour);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static Box turned(Box box) {
        return new Box(box.y(), box.x(), box.height(), box.width());
    }
}
