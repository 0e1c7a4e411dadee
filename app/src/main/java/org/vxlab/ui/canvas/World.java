package org.vxlab.ui.canvas;

import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Transform;

import org.vxlab.picture.Box;
import org.vxlab.picture.Ink.Plain;
import org.vxlab.picture.PictureStyle;

/// What moves when the view moves: picture, pulses and what lies over them. While a full view is
/// moved by hand, a bitmap moves instead, and what changes meanwhile waits. UI thread only.
final class World extends Group {
    /// The view rests when it has not moved for so many frames. Counted in frames, not in time:
    /// where one frame takes long the next move is late, and the costly bitmap would be made again
    /// and again.
    private static final int REST = 9;

    /// How far beside the view there are nodes too, in parts of the view.
    private static final double BESIDE = 0.5;

    /// The same for the bitmap, which is larger than what it saves where it is too large.
    private static final double BITMAP_BESIDE = 0.4;

    /// How far outlines reach beyond the picture, in pixels.
    private static final double OUTLINES = 8;

    /// Glyphs in view from which on a bitmap is faster than the nodes.
    private static final int MANY = 400;

    private final Board board;
    private final Runnable setOff;
    private final Group content = new Group();
    private final ImageView bitmap = new ImageView();
    private final Scenery scenery;
    private final Pulses pulses;
    private final Overlay overlay;
    private final Affine place = new Affine();
    private final AnimationTimer rest =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (++still > REST) {
                        thaw();
                    }
                }
            };
    private int still;
    private Brush brush;
    private Box area = new Box(0, 0, 0, 0);
    private Box frozen = new Box(0, 0, 0, 0);
    private PictureStyle style;

    /// @param setOff shows anew what is chosen and lit up
    World(Board board, Brush brush, Runnable setOff) {
        this.board = board;
        this.brush = brush;
        this.setOff = setOff;
        scenery = new Scenery(brush);
        pulses = new Pulses(board, brush);
        overlay = new Overlay(board, brush);
        style = board.shownStyle();
        setManaged(false);
        setMouseTransparent(true);
        getTransforms().add(place);
        content.getChildren().addAll(scenery, pulses, overlay);
        bitmap.setSmooth(false);
        bitmap.setVisible(false);
        getChildren().addAll(content, bitmap);
    }

    Overlay overlay() {
        return overlay;
    }

    Pulses pulses() {
        return pulses;
    }

    void paintWith(Brush other) {
        brush = other;
        scenery.paintWith(other);
        pulses.paintWith(other);
        overlay.paintWith(other);
    }

    /// Shows the picture of the moment, or where a bitmap stands in for it, as soon as that goes.
    ///
    /// @param changed whether it is another than before
    void show(boolean changed) {
        if (bitmap.isVisible()) {
            return;
        }
        area = around(board.seen(), BESIDE);
        boolean same = style.equals(board.shownStyle());
        style = board.shownStyle();
        scenery.show(board.picture(), area, changed && same && board.live().isPresent());
        setOff.run();
    }

    private static Box around(Box seen, double beside) {
        return new Box(
                seen.x() - seen.width() * beside,
                seen.y() - seen.height() * beside,
                seen.width() * (1 + 2 * beside),
                seen.height() * (1 + 2 * beside));
    }

    /// Follows the view.
    void move() {
        View view = board.view();
        double pixels = pixels();
        double scale = view.zoom() * pixels;
        place.setToTransform(
                view.zoom(),
                0,
                Math.rint(-view.left() * scale) / pixels,
                0,
                view.zoom(),
                Math.rint(-view.top() * scale) / pixels);
        if (!board.isSteering()) {
            thaw();
        } else if (!bitmap.isVisible() || !isInBitmap(board.seen())) {
            thaw();
            if (scenery.count() > MANY) {
                freeze();
            }
        }
        still = 0;
    }

    /// Whether the bitmap has all there is to see in an area; beside the picture is only the
    /// ground.
    private boolean isInBitmap(Box seen) {
        Box painted = seen.common(board.picture().bounds());
        return painted.width() == 0 || painted.height() == 0 || frozen.contains(painted);
    }

    /// Puts a bitmap in the place of the nodes.
    private void freeze() {
        double zoom = board.view().zoom();
        Box wanted =
                around(board.seen(), BITMAP_BESIDE)
                        .common(board.picture().bounds().grown(OUTLINES / zoom));
        // Whole pixels of the screen: what is moved and not stretched is drawn faster, and stays
        // sharp.
        double scale = zoom * pixels();
        double left = Math.floor(wanted.x() * scale);
        double top = Math.floor(wanted.y() * scale);
        double wide = Math.max(1, Math.ceil(wanted.right() * scale) - left);
        double high = Math.max(1, Math.ceil(wanted.bottom() * scale) - top);
        frozen = new Box(left / scale, top / scale, wide / scale, high / scale);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(brush.colour(Plain.CANVAS));
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(new Rectangle2D(left, top, wide, high));
        bitmap.setImage(content.snapshot(parameters, null));
        bitmap.setX(frozen.x());
        bitmap.setY(frozen.y());
        bitmap.setFitWidth(frozen.width());
        bitmap.setFitHeight(frozen.height());
        rest.start();
        bitmap.setVisible(true);
        content.setVisible(false);
    }

    /// How many pixels of the screen a unit of the scene has at each side.
    private double pixels() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
    }

    /// Shows the nodes, as everything is now.
    private void thaw() {
        rest.stop();
        bitmap.setVisible(false);
        bitmap.setImage(null);
        content.setVisible(true);
        show(false);
    }

    /// How many glyphs have nodes.
    int count() {
        return scenery.count();
    }
}
