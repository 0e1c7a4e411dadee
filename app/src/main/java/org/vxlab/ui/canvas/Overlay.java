package org.vxlab.ui.canvas;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

import org.vxlab.picture.Box;
import org.vxlab.picture.Curve;
import org.vxlab.picture.Glyph;
import org.vxlab.picture.Ink.Plain;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Thing;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What lies over the picture: what is chosen, lit up or pointed at, and what a gesture shows while
/// it lasts. Lines keep their width in pixels. UI thread only.
final class Overlay extends Group {
    private static final double EDGE = 2.5;
    private static final double AURA = 7;
    private static final double AWAY = 4;

    private final Board board;
    private final Group marks = new Group();
    private final Group gesture = new Group();
    private Brush brush;

    /// What has to be set off, strongest first.
    record Outlined(Set<Thing> chosen, Set<Thing> found, Set<Thing> lit, Optional<Thing> hovered) {}

    Overlay(Board board, Brush brush) {
        this.board = board;
        this.brush = brush;
        setMouseTransparent(true);
        getChildren().addAll(marks, gesture);
    }

    void paintWith(Brush other) {
        brush = other;
    }

    void show(Outlined outlined) {
        marks.getChildren().clear();
        Box seen = board.seen();
        for (Glyph glyph : board.picture().glyphs()) {
            Thing thing = glyph.id().thing();
            if (isOutlined(glyph) && glyph.box().grown(1).overlaps(seen)) {
                if (outlined.chosen.contains(thing)) {
                    outline(glyph, brush.colour(Plain.SELECTION), 1);
                } else if (outlined.found.contains(thing) || outlined.lit.contains(thing)) {
                    outline(glyph, brush.colour(Plain.DOUBTFUL), 1);
                } else if (outlined.hovered.filter(thing::equals).isPresent()) {
                    outline(glyph, brush.colour(Plain.SELECTION), 0.5);
                }
            }
        }
    }

    /// A host is set off by its card, not by its cable.
    private static boolean isOutlined(Glyph glyph) {
        return switch (glyph.id().part()) {
            case BODY, DEVICE, JOIN, TUNNEL, ENTRY, MORE -> true;
            case CABLE, PORT, BRIDGE -> false;
        };
    }

    private void outline(Glyph glyph, Color colour, double strength) {
        double pixel = 1 / board.view().zoom();
        if (glyph.path().isPresent()) {
            Shape aura = Brush.line(glyph.path().get());
            aura.setStroke(colour.deriveColor(0, 1, 1, 0.45 * strength));
            aura.setStrokeWidth(AURA * pixel);
            marks.getChildren().add(aura);
        } else {
            Rectangle edge = rectangle(glyph.box().grown(AWAY * pixel));
            edge.setFill(null);
            edge.setStroke(colour.deriveColor(0, 1, 1, strength));
            edge.setStrokeWidth(EDGE * pixel);
            edge.setArcWidth(12);
            edge.setArcHeight(12);
            marks.getChildren().add(edge);
        }
    }

    private static Rectangle rectangle(Box box) {
        return new Rectangle(box.x(), box.y(), box.width(), box.height());
    }

    /// Takes away what a gesture showed.
    void endGesture() {
        gesture.getChildren().clear();
    }

    void band(Box box) {
        Rectangle band = rectangle(box);
        Color colour = brush.colour(Plain.SELECTION);
        band.setFill(colour.deriveColor(0, 1, 1, 0.12));
        band.setStroke(colour);
        band.setStrokeWidth(1 / board.view().zoom());
        gesture.getChildren().setAll(band);
    }

    void guides(List<Curve> lines) {
        gesture.getChildren().clear();
        for (Curve line : lines) {
            Shape shape = Brush.line(line);
            shape.setStroke(brush.colour(Plain.SELECTION));
            shape.setStrokeWidth(1 / board.view().zoom());
            shape.getStrokeDashArray().setAll(4 / board.view().zoom(), 3 / board.view().zoom());
            gesture.getChildren().add(shape);
        }
    }

    /// A link that is being drawn.
    void link(Point from, Point to, boolean makesSense) {
        double pixel = 1 / board.view().zoom();
        Line line = new Line(from.x(), from.y(), to.x(), to.y());
        line.setStroke(brush.colour(makesSense ? Plain.SELECTION : Plain.BAD));
        line.setStrokeWidth(EDGE * pixel);
        if (!makesSense) {
            line.getStrokeDashArray().setAll(6 * pixel, 5 * pixel);
        }
        gesture.getChildren().setAll(line);
    }

    /// Where something would land that is being dropped.
    void ghost(Box box, boolean makesSense) {
        Rectangle ghost = rectangle(box);
        Color colour = brush.colour(makesSense ? Plain.SELECTION : Plain.BAD);
        ghost.setFill(colour.deriveColor(0, 1, 1, 0.10));
        ghost.setStroke(colour);
        ghost.setStrokeWidth(EDGE / board.view().zoom());
        ghost.getStrokeDashArray().setAll(6 / board.view().zoom(), 4 / board.view().zoom());
        gesture.getChildren().setAll(ghost);
    }
}
