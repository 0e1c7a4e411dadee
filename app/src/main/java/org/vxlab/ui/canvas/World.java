package org.vxlab.ui.canvas;

import javafx.animation.PauseTransition;
import javafx.scene.CacheHint;
import javafx.scene.Group;
import javafx.scene.transform.Affine;
import javafx.util.Duration;

import org.vxlab.picture.Box;
import org.vxlab.picture.PictureStyle;

/// What moves when the view moves: picture, pulses and what lies over them. While the view moves, a
/// bitmap of them moves instead, and new pictures wait. UI thread only.
final class World extends Group {
    /// The view rests when it has not moved for so long.
    private static final Duration REST = Duration.millis(140);

    /// How far beside the view there are nodes too, in parts of the view.
    private static final double BESIDE = 0.5;

    private final Board board;
    private final Runnable setOff;
    private final Scenery scenery;
    private final Pulses pulses;
    private final Overlay overlay;
    private final Affine place = new Affine();
    private final PauseTransition rest = new PauseTransition(REST);
    private Box area = new Box(0, 0, 0, 0);
    private double zoom = 1;
    private boolean waiting;
    private PictureStyle style;

    /// @param setOff shows anew what is chosen and lit up
    World(Board board, Brush brush, Runnable setOff) {
        this.board = board;
        this.setOff = setOff;
        scenery = new Scenery(brush);
        pulses = new Pulses(board, brush);
        overlay = new Overlay(board, brush);
        style = board.shownStyle();
        setManaged(false);
        setMouseTransparent(true);
        getTransforms().add(place);
        getChildren().addAll(scenery, pulses, overlay);
        setCacheHint(CacheHint.SPEED);
        rest.setOnFinished(_ -> rest());
    }

    Overlay overlay() {
        return overlay;
    }

    Pulses pulses() {
        return pulses;
    }

    void paintWith(Brush brush) {
        scenery.paintWith(brush);
        pulses.paintWith(brush);
        overlay.paintWith(brush);
    }

    /// Shows the picture of the moment; while watching, soon, where the view is moving.
    ///
    /// @param changed whether it is another than before
    void show(boolean changed) {
        boolean still = zoom == board.view().zoom() && area.contains(board.seen());
        if (changed && isCache() && still && board.isLocked()) {
            waiting = true;
            return;
        }
        Box seen = board.seen();
        area =
                new Box(
                        seen.x() - seen.width() * BESIDE,
                        seen.y() - seen.height() * BESIDE,
                        seen.width() * (1 + 2 * BESIDE),
                        seen.height() * (1 + 2 * BESIDE));
        boolean same = style.equals(board.shownStyle());
        style = board.shownStyle();
        scenery.show(board.picture(), area, changed && same && board.live().isPresent());
        setOff.run();
    }

    /// Follows the view.
    void move() {
        View view = board.view();
        if (board.isSteering()) {
            setCache(true);
            rest.playFromStart();
        }
        place.setToTransform(
                view.zoom(),
                0,
                -view.left() * view.zoom(),
                0,
                view.zoom(),
                -view.top() * view.zoom());
        if (!area.contains(board.seen())) {
            show(false);
        }
        zoom = view.zoom();
    }

    private void rest() {
        setCache(false);
        if (waiting || !area.contains(board.seen())) {
            waiting = false;
            show(true);
        } else {
            setOff.run();
        }
    }

    /// How many glyphs have nodes.
    int count() {
        return scenery.count();
    }
}
