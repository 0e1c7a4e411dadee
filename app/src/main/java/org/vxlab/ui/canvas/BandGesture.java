package org.vxlab.ui.canvas;

import javafx.scene.input.MouseEvent;

import org.vxlab.picture.Box;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Thing;

import java.util.LinkedHashSet;
import java.util.Set;

/// Chooses all that stands inside a band.
final class BandGesture implements Gesture {
    private final Board board;
    private final Overlay overlay;
    private final Point from;
    private final Set<Thing> before;
    private final Set<Thing> kept;

    /// @param adds whether what is chosen already stays so
    BandGesture(Board board, Overlay overlay, MouseEvent press, boolean adds) {
        this.board = board;
        this.overlay = overlay;
        from = board.view().toDrawing(press.getX(), press.getY());
        before = board.desk().selection().chosen();
        kept = adds ? before : Set.of();
        if (!adds) {
            board.desk().selection().clear();
        }
    }

    @Override
    public void drag(MouseEvent event) {
        Point to = board.view().toDrawing(event.getX(), event.getY());
        Box band = new Box(from.x(), from.y(), 0, 0).with(new Box(to.x(), to.y(), 0, 0));
        overlay.band(band);
        Set<Thing> things = new LinkedHashSet<>(kept);
        board.picture().inside(band).stream().filter(Places::isMovable).forEach(things::add);
        if (!things.equals(board.desk().selection().chosen())) {
            board.desk().selection().choose(things);
        }
    }

    @Override
    public void release(MouseEvent event) {
        overlay.endGesture();
    }

    @Override
    public void cancel() {
        overlay.endGesture();
        board.desk().selection().choose(before);
    }
}
