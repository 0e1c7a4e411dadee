package org.vxlab.ui.canvas;

import org.vxlab.picture.Box;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Thing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Brings several things into line, or to equal distances.
enum Alignment {
    LEFT,
    CENTRE,
    RIGHT,
    TOP,
    MIDDLE,
    BOTTOM,
    ACROSS,
    DOWN;

    /// How many things it takes.
    int least() {
        return this == ACROSS || this == DOWN ? 3 : 2;
    }

    /// The new places of things, as layouts say them.
    Map<Thing, Point> of(Map<Thing, Box> boxes) {
        if (boxes.size() < least()) {
            return Map.of();
        }
        Box all = boxes.values().stream().reduce(Box::with).orElseThrow();
        Map<Thing, Point> places = new LinkedHashMap<>();
        if (this == ACROSS || this == DOWN) {
            distribute(boxes, all)
                    .forEach((thing, box) -> places.put(thing, Places.of(thing, box)));
        } else {
            boxes.forEach((thing, box) -> places.put(thing, Places.of(thing, aligned(box, all))));
        }
        return places;
    }

    private Box aligned(Box box, Box all) {
        double x =
                switch (this) {
                    case LEFT -> all.x();
                    case CENTRE -> all.centre().x() - box.width() / 2;
                    case RIGHT -> all.right() - box.width();
                    case TOP, MIDDLE, BOTTOM, ACROSS, DOWN -> box.x();
                };
        double y =
                switch (this) {
                    case TOP -> all.y();
                    case MIDDLE -> all.centre().y() - box.height() / 2;
                    case BOTTOM -> all.bottom() - box.height();
                    case LEFT, CENTRE, RIGHT, ACROSS, DOWN -> box.y();
                };
        return new Box(x, y, box.width(), box.height());
    }

    /// The outer two stay; the gaps between all become equal.
    private Map<Thing, Box> distribute(Map<Thing, Box> boxes, Box all) {
        boolean across = this == ACROSS;
        List<Thing> order =
                boxes.keySet().stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        thing ->
                                                across
                                                        ? boxes.get(thing).x()
                                                        : boxes.get(thing).y()))
                        .toList();
        double filled =
                boxes.values().stream()
                        .mapToDouble(box -> across ? box.width() : box.height())
                        .sum();
        double gap = ((across ? all.width() : all.height()) - filled) / (order.size() - 1);
        double at = across ? all.x() : all.y();
        Map<Thing, Box> placed = new LinkedHashMap<>();
        for (Thing thing : order) {
            Box box = boxes.get(thing);
            placed.put(
                    thing,
                    new Box(
                            across ? at : box.x(),
                            across ? box.y() : at,
                            box.width(),
                            box.height()));
            at += (across ? box.width() : box.height()) + gap;
        }
        return placed;
    }
}
