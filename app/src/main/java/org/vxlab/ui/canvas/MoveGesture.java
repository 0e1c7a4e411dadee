package org.vxlab.ui.canvas;

import javafx.scene.input.MouseEvent;

import org.vxlab.picture.Box;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Thing;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Moves things; shows it while it lasts, and makes one edit at its end.
final class MoveGesture implements Gesture {
    /// How near to a line of neighbours things come to stand on it, in pixels.
    private static final double REACH = 7;

    private final Board board;
    private final Overlay overlay;
    private final Editing editing;
    private final Point from;
    private final Map<Thing, Point> starts = new LinkedHashMap<>();
    private final Box moving;
    private final List<Box> neighbours;
    private Map<Thing, Point> places = Map.of();

    MoveGesture(
            Board board, Overlay overlay, Editing editing, MouseEvent press, Set<Thing> things) {
        this.board = board;
        this.overlay = overlay;
        this.editing = editing;
        from = board.view().toDrawing(press.getX(), press.getY());
        Set<Thing> movers = new LinkedHashSet<>();
        things.forEach(thing -> Places.mover(thing).ifPresent(movers::add));
        Map<Thing, Point> all = board.places();
        movers.forEach(
                thing -> {
                    if (all.containsKey(thing)) {
                        starts.put(thing, all.get(thing));
                    }
                });
        moving =
                starts.keySet().stream()
                        .flatMap(thing -> board.box(thing).stream())
                        .reduce(Box::with)
                        .orElse(new Box(from.x(), from.y(), 0, 0));
        Box seen = board.seen();
        neighbours =
                all.keySet().stream()
                        .filter(thing -> !starts.containsKey(thing))
                        .flatMap(thing -> board.box(thing).stream())
                        .filter(seen::overlaps)
                        .toList();
    }

    @Override
    public void drag(MouseEvent event) {
        Point to = board.view().toDrawing(event.getX(), event.getY());
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        if (event.isAltDown()) {
            overlay.endGesture();
        } else {
            Box there = new Box(moving.x() + dx, moving.y() + dy, moving.width(), moving.height());
            Snap snap = Snap.of(there, neighbours, REACH / board.view().zoom());
            dx += snap.dx();
            dy += snap.dy();
            overlay.guides(snap.guides());
        }
        places = moved(starts, dx, dy);
        board.preview(places);
    }

    /// Places so far away, in whole canvas units.
    static Map<Thing, Point> moved(Map<Thing, Point> starts, double dx, double dy) {
        Map<Thing, Point> places = new LinkedHashMap<>();
        starts.forEach(
                (thing, start) ->
                        places.put(
                                thing,
                                new Point(Math.round(start.x() + dx), Math.round(start.y() + dy))));
        return places;
    }

    @Override
    public void release(MouseEvent event) {
        cancel();
        editing.move(places);
    }

    @Override
    public void cancel() {
        overlay.endGesture();
        board.preview(Map.of());
    }
}
