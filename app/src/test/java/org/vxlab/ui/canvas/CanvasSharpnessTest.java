package org.vxlab.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Obvious;
import org.vxlab.topology.Offer;

import java.util.Locale;
import java.util.Optional;

/// The drawing on a screen with small pixels.
class CanvasSharpnessTest extends CanvasOnStage {
    /// Hosts enough for a bitmap to stand in for them while they are moved.
    private static final int MANY = 160;

    CanvasSharpnessTest() {
        super(Locale.ENGLISH);
    }

    @Test
    void whatStandsInForTheDrawingWhileItIsMovedHasEveryPixelOfTheScreen() {
        draw();
        Stage stage = (Stage) shown.canvas.getScene().getWindow();
        for (double pixels : new double[] {1, 1.5, 2}) {
            CanvasStage.doOnUi(
                    () -> {
                        stage.setRenderScaleX(pixels);
                        stage.setRenderScaleY(pixels);
                        shown.canvas.look(new View(1, 0, 0));
                        shown.canvas.steer(shown.canvas.view().moved(3, 2));
                        ImageView bitmap = bitmap(shown.canvas).orElseThrow();
                        assertThat(bitmap.getImage().getWidth())
                                .isEqualTo(bitmap.getFitWidth() * pixels, Offset.offset(1e-6));
                        assertThat(bitmap.getImage().getHeight())
                                .isEqualTo(bitmap.getFitHeight() * pixels, Offset.offset(1e-6));
                        assertThat(bitmap.getX() * pixels)
                                .isEqualTo(Math.rint(bitmap.getX() * pixels), Offset.offset(1e-6));
                    });
        }
    }

    private void draw() {
        CanvasStage.doOnUi(
                () -> {
                    Lab lab = shown.desk.lab();
                    LabEdit network = possible(Obvious.network(lab, new Point(600, 900)));
                    shown.desk.edit(network);
                    for (int i = 0; i < MANY; i++) {
                        Lab now = shown.desk.lab();
                        Point at = new Point(i % 12 * 100, i / 12 * 60);
                        shown.desk.edit(
                                possible(Obvious.hostIn(now, now.networks().getFirst(), at)));
                    }
                });
    }

    private static LabEdit possible(Offer offer) {
        return ((Offer.Possible) offer).edit();
    }

    private static Optional<ImageView> bitmap(Node node) {
        if (node instanceof ImageView view && view.isVisible() && view.getImage() != null) {
            return Optional.of(view);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(CanvasSharpnessTest::bitmap)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }
}
