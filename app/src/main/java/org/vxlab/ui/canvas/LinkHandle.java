package org.vxlab.ui.canvas;

import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

import org.vxlab.picture.Box;
import org.vxlab.picture.Ink.Plain;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Thing;

import java.util.Optional;

/// The handle beside a thing from which a link can be drawn. UI thread only.
final class LinkHandle extends Group {
    private static final double RADIUS = 9;
    private static final double GRASP = 13;
    private static final double AWAY = 14;

    private final Board board;
    private final Circle disc = new Circle(RADIUS);
    private final Line across = new Line(-4.5, 0, 4.5, 0);
    private final Line down = new Line(0, -4.5, 0, 4.5);
    private Optional<Thing> thing = Optional.empty();

    LinkHandle(Board board, Brush brush) {
        this.board = board;
        setMouseTransparent(true);
        setManaged(false);
        getChildren().addAll(disc, across, down);
        across.setStrokeWidth(2);
        down.setStrokeWidth(2);
        paintWith(brush);
        setVisible(false);
    }

    void paintWith(Brush brush) {
        disc.setFill(brush.colour(Plain.SELECTION));
        disc.setStroke(brush.colour(Plain.CARD));
        across.setStroke(brush.colour(Plain.CARD));
        down.setStroke(brush.colour(Plain.CARD));
    }

    /// Whether links begin at such a thing.
    static boolean links(Thing thing) {
        return switch (thing) {
            case Thing.Host _, Thing.Network _, Thing.Router _, Thing.Segment _ -> true;
            case Thing.Workload _ -> true;
            case Thing.Member _, Thing.Tunnel _, Thing.Fdb _, Thing.Neighbour _, Thing.Note _ ->
                    false;
        };
    }

    /// Stands beside a thing from now on, or nowhere.
    void standBy(Optional<Thing> wanted) {
        thing = wanted.filter(LinkHandle::links).filter(_ -> !board.isLocked());
        Optional<Box> box = thing.flatMap(board::box);
        setVisible(box.isPresent());
        box.ifPresent(
                one -> {
                    setLayoutX(
                            Math.min(
                                    board.view().toScreenX(one.right()) + AWAY,
                                    board.width() - GRASP));
                    setLayoutY(board.view().toScreenY(one.centre().y()));
                });
    }

    Optional<Thing> thing() {
        return thing;
    }

    /// The thing whose link is taken hold of at a pixel.
    Optional<Thing> at(double x, double y) {
        boolean grasped = isVisible() && Math.hypot(x - getLayoutX(), y - getLayoutY()) <= GRASP;
        return thing.filter(_ -> grasped);
    }

    /// Whether a pixel is on the way from the thing to the handle.
    boolean isNear(double x, double y) {
        return isVisible() && Math.hypot(x - getLayoutX(), y - getLayoutY()) <= 2 * GRASP;
    }

    Point start() {
        return board.view().toDrawing(getLayoutX(), getLayoutY());
    }
}
