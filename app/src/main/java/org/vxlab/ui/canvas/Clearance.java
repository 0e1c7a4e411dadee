package org.vxlab.ui.canvas;

import org.vxlab.picture.Box;
import org.vxlab.topology.Layout.Point;

import java.util.Collection;
import java.util.List;

/// Finds how far copies have to go from their originals so that they cover nothing.
final class Clearance {
    /// Between a copy and what is there, in canvas units.
    private static final double MARGIN = 24;

    private static final double STEP = 20;

    /// Farther away nobody would look for a copy.
    private static final int MOST_STEPS = 200;

    /// To the right first, where the next host of a row stands.
    private static final List<Point> DIRECTIONS = List.of(new Point(STEP, 0), new Point(0, STEP));

    private Clearance() {}

    /// The way to the next free place, which is none where the originals are gone.
    ///
    /// @param copies where the originals are or were
    /// @param taken what must not be covered
    static Point offset(Collection<Box> copies, Collection<Box> taken) {
        for (Point direction : DIRECTIONS) {
            for (int step = 0; step < MOST_STEPS; step++) {
                Point offset = new Point(direction.x() * step, direction.y() * step);
                if (copies.stream().allMatch(copy -> isFree(copy, offset, taken))) {
                    return offset;
                }
            }
        }
        return new Point(STEP, STEP);
    }

    private static boolean isFree(Box copy, Point offset, Collection<Box> taken) {
        Box there =
                new Box(copy.x() + offset.x(), copy.y() + offset.y(), copy.width(), copy.height())
                        .grown(MARGIN);
        return taken.stream().noneMatch(there::overlaps);
    }
}
