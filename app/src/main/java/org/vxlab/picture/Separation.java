package org.vxlab.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps boxes apart: each goes as near as possible to where it wants to be.
final class Separation {
    private static final double MARGIN = 24;

    /// Edge of the squares in which boxes are looked up.
    private static final double SQUARE = 300;

    private static final int DIRECTIONS = 12;

    private final Map<Long, List<Box>> squares = new HashMap<>();

    Separation(Collection<Box> taken) {
        taken.forEach(this::add);
    }

    /// The box where it is or, where that is taken, moved outwards until it is free.
    Box place(Box wished) {
        Box free = wished;
        double step = Math.min(wished.width(), wished.height()) / 2 + MARGIN;
        for (int ring = 1; !isFree(free); ring++) {
            free = onRing(wished, ring * step);
        }
        add(free);
        return free;
    }

    /// The free place on a circle around the wished one; where none is free, the last one tried.
    private Box onRing(Box wished, double radius) {
        Box box = wished;
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = 2 * Math.PI * i / DIRECTIONS;
            box =
                    new Box(
                            wished.x() + radius * Math.cos(angle),
                            wished.y() + radius * Math.sin(angle),
                            wished.width(),
                            wished.height());
            if (isFree(box)) {
                return box;
            }
        }
        return box;
    }

    private boolean isFree(Box box) {
        Box grown = box.grown(MARGIN / 2);
        for (long key : keys(grown)) {
            for (Box other : squares.getOrDefault(key, List.of())) {
                if (grown.overlaps(other)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void add(Box box) {
        for (long key : keys(box)) {
            squares.computeIfAbsent(key, square -> new ArrayList<>()).add(box);
        }
    }

    private static List<Long> keys(Box box) {
        List<Long> keys = new ArrayList<>();
        for (long i = square(box.x()); i <= square(box.right()); i++) {
            for (long j = square(box.y()); j <= square(box.bottom()); j++) {
                keys.add((i << 32) ^ (j & 0xffff_ffffL));
            }
        }
        return keys;
    }

    private static long square(double coordinate) {
        return (long) Math.floor(coordinate / SQUARE);
    }
}
