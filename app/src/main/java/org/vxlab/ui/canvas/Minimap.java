package org.vxlab.ui.canvas;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

import org.vxlab.picture.Box;
import org.vxlab.picture.Glyph;
import org.vxlab.picture.Ink;
import org.vxlab.picture.Ink.Plain;
import org.vxlab.picture.Mark;
import org.vxlab.topology.Thing;

/// The whole drawing, small, with a frame around what is seen; dragging in it moves the view. UI
/// thread only.
final class Minimap extends Pane {
    static final double WIDTH = 180;
    static final double HEIGHT = 120;
    private static final double MARGIN = 6;

    /// Things smaller than this would not be seen, in pixels.
    private static final double LEAST = 2;

    private final Board board;
    private final Canvas map = new Canvas(WIDTH, HEIGHT);
    private Brush brush;

    Minimap(Board board, Brush brush) {
        this.board = board;
        this.brush = brush;
        setId("minimap");
        setManaged(false);
        resize(WIDTH, HEIGHT);
        getChildren().add(map);
        setStyle(
                "-fx-border-color: -color-border-default; -fx-background-color:"
                    + " -color-bg-default;");
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    void paintWith(Brush other) {
        brush = other;
    }

    private Box world() {
        return board.picture().bounds().with(board.seen());
    }

    private double scale(Box world) {
        return Math.min(
                (WIDTH - 2 * MARGIN) / Math.max(1, world.width()),
                (HEIGHT - 2 * MARGIN) / Math.max(1, world.height()));
    }

    private void go(MouseEvent event) {
        Box world = world();
        double scale = scale(world);
        double left = world.centre().x() - WIDTH / scale / 2;
        double top = world.centre().y() - HEIGHT / scale / 2;
        board.steer(
                board.view()
                        .centredOn(
                                new org.vxlab.topology.Layout.Point(
                                        left + event.getX() / scale, top + event.getY() / scale),
                                board.width(),
                                board.height()));
    }

    void paint() {
        if (!isVisible()) {
            return;
        }
        GraphicsContext pen = map.getGraphicsContext2D();
        pen.setFill(brush.colour(Plain.CANVAS));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        Box world = world();
        double scale = scale(world);
        double left = world.centre().x() - WIDTH / scale / 2;
        double top = world.centre().y() - HEIGHT / scale / 2;
        for (Glyph glyph : board.picture().glyphs()) {
            if (glyph.id().part() == Glyph.Part.BODY && Places.isMovable(glyph.id().thing())) {
                Box box = glyph.box();
                pen.setFill(brush.colour(ink(glyph)));
                pen.fillRect(
                        (box.x() - left) * scale,
                        (box.y() - top) * scale,
                        Math.max(LEAST, box.width() * scale),
                        Math.max(LEAST, box.height() * scale));
            }
        }
        Box seen = board.seen();
        pen.setStroke(brush.colour(Plain.SELECTION));
        pen.setLineWidth(1.5);
        pen.strokeRect(
                (seen.x() - left) * scale,
                (seen.y() - top) * scale,
                seen.width() * scale,
                seen.height() * scale);
    }

    private static Ink ink(Glyph glyph) {
        return switch (glyph.condition()) {
            case DOWN, MISSING, LOST -> Plain.BAD;
            case STALE, UNKNOWN -> Plain.DOUBTFUL;
            case DRAWN, UP -> drawn(glyph);
        };
    }

    private static Ink drawn(Glyph glyph) {
        if (glyph.id().thing() instanceof Thing.Segment) {
            for (Mark mark : glyph.marks()) {
                if (mark instanceof Mark.Rectangle rectangle
                        && rectangle.ground().isPresent()
                        && rectangle.ground().get() instanceof Ink.Segment ink) {
                    return ink;
                }
            }
        }
        return glyph.id().thing() instanceof Thing.Host ? Plain.QUIET : Plain.UNDERLAY_EDGE;
    }
}
