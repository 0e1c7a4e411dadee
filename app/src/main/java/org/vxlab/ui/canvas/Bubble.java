package org.vxlab.ui.canvas;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.util.Duration;

/// A short text over the drawing: what letting go would do, why something is not possible. UI
/// thread only.
final class Bubble extends Label {
    private static final Duration STAYS = Duration.seconds(5);
    private static final double FROM_POINTER = 18;
    private static final double MOST_WIDE = 420;

    private final PauseTransition stay = new PauseTransition(STAYS);

    Bubble() {
        getStyleClass().add("canvas-bubble");
        setStyle(
                "-fx-background-color: -color-bg-overlay; -fx-border-color: -color-border-default;"
                    + " -fx-background-radius: 6; -fx-border-radius: 6; -fx-padding: 0.4em 0.7em;"
                    + " -fx-text-fill: -color-fg-default;");
        setWrapText(true);
        setMaxWidth(MOST_WIDE);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        stay.setOnFinished(_ -> hide());
    }

    /// Beside the pointer, until hidden.
    void showAt(String text, double x, double y, double width, double height) {
        stay.stop();
        set(text);
        double left =
                x + FROM_POINTER + getWidth() > width
                        ? x - FROM_POINTER - getWidth()
                        : x + FROM_POINTER;
        double top =
                y + FROM_POINTER + getHeight() > height
                        ? y - FROM_POINTER - getHeight()
                        : y + FROM_POINTER;
        relocate(Math.max(0, left), Math.max(0, top));
    }

    /// At the lower edge, for some seconds.
    void tell(String text, double width, double height) {
        set(text);
        relocate((width - getWidth()) / 2, height - getHeight() - FROM_POINTER);
        stay.playFromStart();
    }

    private void set(String text) {
        setText(text);
        setVisible(true);
        toFront();
        applyCss();
        double wide = Math.min(MOST_WIDE, prefWidth(-1));
        resize(wide, prefHeight(wide));
    }

    void hide() {
        setVisible(false);
    }
}
