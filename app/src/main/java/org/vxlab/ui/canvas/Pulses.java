package org.vxlab.ui.canvas;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

import org.vxlab.picture.Curve;
import org.vxlab.picture.Ink.Plain;
import org.vxlab.picture.LiveState;
import org.vxlab.picture.LiveState.Reach;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Thing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Pings as pulses along the path their frames take. UI thread only.
final class Pulses extends Group {
    private static final Duration WAY = Duration.millis(900);
    private static final double SIZE = 6;

    /// Where on its way a ping is seen to be lost: before the middle, where the result stands.
    private static final double LOST_AT = 0.4;

    /// More at once could not be told apart.
    private static final int MOST_AT_ONCE = 40;

    private final Board board;
    private Brush brush;
    private Set<Reach> before = Set.of();

    Pulses(Board board, Brush brush) {
        this.board = board;
        this.brush = brush;
        setMouseTransparent(true);
    }

    void paintWith(Brush other) {
        brush = other;
    }

    /// Starts a pulse for every result that is new.
    void show(Optional<LiveState> live) {
        List<Reach> now = live.map(LiveState::pings).orElse(List.of());
        for (Reach reach : now) {
            if (!before.contains(reach) && getChildren().size() < MOST_AT_ONCE) {
                run(reach);
            }
        }
        before = new HashSet<>(now);
    }

    private void run(Reach reach) {
        List<Curve> route =
                board.picture()
                        .route(
                                reach.segment(),
                                new Thing.Host(reach.from()),
                                new Thing.Host(reach.to()));
        if (route.isEmpty()) {
            return;
        }
        Circle pulse = new Circle(SIZE / Math.min(1, board.view().zoom()));
        pulse.setFill(brush.colour(reach.answered() ? Plain.GOOD : Plain.BAD));
        pulse.setStroke(brush.colour(Plain.CARD));
        DoubleProperty way = new SimpleDoubleProperty();
        way.addListener((_, _, at) -> place(pulse, route, at.doubleValue()));
        place(pulse, route, 0);
        // There and back; what is not answered stops on the way and fades.
        Timeline run = new Timeline();
        if (reach.answered()) {
            run.getKeyFrames()
                    .setAll(
                            new KeyFrame(WAY, new KeyValue(way, 1, Interpolator.EASE_BOTH)),
                            new KeyFrame(
                                    WAY.multiply(2), new KeyValue(way, 0, Interpolator.EASE_BOTH)));
        } else {
            run.getKeyFrames()
                    .setAll(
                            new KeyFrame(
                                    WAY,
                                    new KeyValue(way, LOST_AT, Interpolator.EASE_OUT),
                                    new KeyValue(pulse.opacityProperty(), 1)),
                            new KeyFrame(
                                    WAY.multiply(2), new KeyValue(pulse.opacityProperty(), 0)));
        }
        run.setOnFinished(_ -> getChildren().remove(pulse));
        getChildren().add(pulse);
        run.play();
    }

    private static void place(Circle pulse, List<Curve> route, double way) {
        double along = way * route.size();
        int piece = Math.min(route.size() - 1, (int) along);
        Point point = route.get(piece).at(Math.min(1, along - piece));
        pulse.setCenterX(point.x());
        pulse.setCenterY(point.y());
    }
}
