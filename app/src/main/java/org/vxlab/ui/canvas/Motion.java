package org.vxlab.ui.canvas;

import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ParallelTransition;
import javafx.animation.ScaleTransition;
import javafx.animation.TranslateTransition;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.util.Duration;

import org.vxlab.picture.Box;
import org.vxlab.picture.Glyph;

/// Short motions of forwarding entries: new ones appear, moved ones travel, aged ones fade. UI
/// thread only.
final class Motion {
    private static final Duration APPEAR = Duration.millis(450);
    private static final Duration TRAVEL = Duration.millis(600);
    private static final Duration FADE = Duration.millis(700);

    private static final double LARGER = 1.15;

    /// In a burst, nobody could follow more.
    private static final int MOST_AT_ONCE = 24;

    private boolean on;
    private int left;

    /// Begins a new picture.
    void begin(boolean lively) {
        on = lively;
        left = MOST_AT_ONCE;
    }

    boolean isOn() {
        return on && left > 0;
    }

    static boolean moves(Glyph glyph) {
        return glyph.id().part() == Glyph.Part.ENTRY;
    }

    void appear(Node node) {
        left--;
        node.setOpacity(0);
        FadeTransition fade = new FadeTransition(APPEAR, node);
        fade.setToValue(1);
        ScaleTransition grow = new ScaleTransition(APPEAR, node);
        grow.setFromX(LARGER);
        grow.setFromY(LARGER);
        grow.setToX(1);
        grow.setToY(1);
        new ParallelTransition(fade, grow).play();
    }

    /// From the old place to the new, with a blink where the place is the same.
    void travel(Node node, Box from, Box to) {
        left--;
        if (from.equals(to)) {
            FadeTransition blink = new FadeTransition(TRAVEL, node);
            blink.setFromValue(0.3);
            blink.setToValue(1);
            blink.play();
            return;
        }
        TranslateTransition way = new TranslateTransition(TRAVEL, node);
        way.setFromX(from.x() - to.x());
        way.setFromY(from.y() - to.y());
        way.setToX(0);
        way.setToY(0);
        way.setInterpolator(Interpolator.EASE_BOTH);
        way.play();
    }

    /// Takes a node over into `leaving` until it has faded.
    void fade(Node node, Group leaving) {
        left--;
        FadeTransition fade = new FadeTransition(FADE, node);
        fade.setToValue(0);
        leaving.getChildren().add(node);
        fade.setOnFinished(_ -> leaving.getChildren().remove(node));
        fade.play();
    }
}
