package org.vxlab.ui.canvas;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

import org.vxlab.picture.Box;
import org.vxlab.picture.Glyph;
import org.vxlab.picture.Ink;
import org.vxlab.picture.Ink.Plain;
import org.vxlab.picture.Mark;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Thing;

/// The whole drawing, small, with a frame around what is seen; dragging in it moves the view. UI
/// thread only.
final class Minimap extends Pane {
    static final double WIDTH = 180;
    static final double HEIGHT = 120;
    private static final double MARGIN = 6;
    private static final double EDGE = 2;

    /// How much is shown beside the drawing, in parts of it.
    private static final double BEYOND = 0.15;

    /// A map of so many glyphs is not painted for every change.
    private static final int MANY = 400;

    private static final Duration SOON = Duration.millis(400);

    /// Things smaller than this would not be seen, in pixels.
    private static final double LEAST = 2;

    private final Board board;
    private final Canvas map = new Canvas(WIDTH, HEIGHT);
    private final Rectangle frame = new Rectangle();
    private final Rectangle edge = new Rectangle(0.5, 0.5, WIDTH - 1, HEIGHT - 1);
    private final Pace soon = new Pace(this::paintMap);
    private final BooleanProperty wanted = new SimpleBooleanProperty(true);
    private Brush brush;
    private Box painted = new Box(0, 0, 0, 0);

    Minimap(Board board, Brush brush) {
        this.board = board;
        this.brush = brush;
        setId("minimap");
        setManaged(false);
        resize(WIDTH, HEIGHT);
        getChildren().addAll(map, frame, edge);
        edge.setFill(null);
        setClip(new Rectangle(WIDTH, HEIGHT));
        frame.setFill(null);
        frame.setStrokeWidth(1.5);
        wanted.addListener((_, _, _) -> paint());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    void paintWith(Brush other) {
        brush = other;
    }

    /// Whether the person wants it at all.
    BooleanProperty wantedProperty() {
        return wanted;
    }

    /// Stands there only while part of the drawing is beside the view.
    void follow() {
        setVisible(wanted.get() && !board.picture().glyphs().isEmpty() && !board.isAllSeen());
    }

    private Box world() {
        Box bounds = board.picture().bounds();
        return bounds.grown(Math.max(bounds.width(), bounds.height()) * BEYOND);
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
                                new Point(left + event.getX() / scale, top + event.getY() / scale),
                                board.width(),
                                board.height()));
    }

    /// Shows where the view is, and the drawing where it has changed.
    void paint() {
        follow();
        if (!isVisible()) {
            return;
        }
        Box world = world();
        boolean same = world.equals(painted);
        frame(world);
        if (board.picture().glyphs().size() < MANY || !same) {
            paintMap();
        } else {
            soon.ask(SOON);
        }
    }

    private void frame(Box world) {
        double scale = scale(world);
        Box seen = board.seen();
        frame.setStroke(brush.colour(Plain.SELECTION));
        edge.setStroke(brush.colour(Plain.CARD_EDGE));
        // What is seen beside the map is left out.
        double left = Math.max(EDGE, (seen.x() - world.centre().x()) * scale + WIDTH / 2);
        double top = Math.max(EDGE, (seen.y() - world.centre().y()) * scale + HEIGHT / 2);
        double right =
                Math.min(WIDTH - EDGE, (seen.right() - world.centre().x()) * scale + WIDTH / 2);
        double bottom =
                Math.min(HEIGHT - EDGE, (seen.bottom() - world.centre().y()) * scale + HEIGHT / 2);
        frame.setX(left);
        frame.setY(top);
        frame.setWidth(Math.max(0, right - left));
        frame.setHeight(Math.max(0, bottom - top));
    }

    private void paintMap() {
        GraphicsContext pen = map.getGraphicsContext2D();
        pen.setFill(brush.colour(Plain.CANVAS));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        Box world = world();
        painted = world;
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
