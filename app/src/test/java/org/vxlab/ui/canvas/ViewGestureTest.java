package org.vxlab.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Thing;
import org.vxlab.ui.BothLanguages;

import java.util.Locale;

/// Ways around a drawing that leave it as it is.
@BothLanguages
class ViewGestureTest extends CanvasOnStage {

    ViewGestureTest(Locale language) {
        super(language);
    }

    @BeforeEach
    void begin() {
        drawTwoHosts();
    }

    private double zoom() {
        return CanvasStage.onUi(() -> shown.canvas.view().zoom());
    }

    private void view(String key) {
        shown.choose(shown.canvas.viewItems(), key);
    }

    private Point centre(Thing thing) {
        return box(thing).centre();
    }

    @Test
    void controlAndTheWheelZoomAtThePointer() {
        Point2D at = shown.onScreen(RED);
        Point under = centre(RED);
        double before = zoom();
        shown.zoomWheel(at, 40);
        assertThat(zoom()).isGreaterThan(before);
        assertThat(shown.onScreen(under).distance(at)).isLessThan(1.5);
    }

    @Test
    void theMenuZoomsInOutToNormalAndToAll() {
        double fitted = zoom();
        view("ui.canvas.zoom-in");
        assertThat(zoom()).isGreaterThan(fitted);
        view("ui.canvas.zoom-normal");
        assertThat(zoom()).isEqualTo(1);
        view("ui.canvas.zoom-out");
        assertThat(zoom()).isLessThan(1);
        view("ui.canvas.fit");
        assertThat(zoom()).isEqualTo(fitted);
    }

    @Test
    void theMiddleButtonTheSpaceBarAndTheArrowsMoveTheView(FxRobot robot) {
        var before = shown.lab();
        Point2D start = shown.onScreen(RED);
        robot.moveTo(start).press(MouseButton.MIDDLE).moveBy(60, 40).release(MouseButton.MIDDLE);
        assertThat(shown.onScreen(RED).distance(start.add(60, 40))).isLessThan(2);

        Point2D second = shown.onScreen(RED);
        robot.press(KeyCode.SPACE).press(MouseButton.PRIMARY).moveBy(-30, 20);
        robot.release(MouseButton.PRIMARY).release(KeyCode.SPACE);
        assertThat(shown.onScreen(RED).distance(second.add(-30, 20))).isLessThan(2);

        CanvasStage.doOnUi(() -> shown.desk.selection().clear());
        Point2D third = shown.onScreen(RED);
        robot.type(KeyCode.RIGHT);
        assertThat(shown.onScreen(RED).getX()).isLessThan(third.getX());
        assertThat(shown.lab()).isEqualTo(before);
    }

    @Test
    void theMinimapComesWhereTheDrawingIsLargerThanTheViewAndLeadsAround(FxRobot robot) {
        assertThat(robot.lookup("#minimap").query().isVisible()).isFalse();
        for (int i = 0; i < 5; i++) {
            view("ui.canvas.zoom-in");
        }
        assertThat(robot.lookup("#minimap").query().isVisible()).isTrue();
        Point2D before = shown.onScreen(RED);
        robot.moveTo("#minimap").press(MouseButton.PRIMARY).moveBy(0, 30);
        robot.release(MouseButton.PRIMARY);
        assertThat(shown.onScreen(RED).getY()).isLessThan(before.getY());

        shown.choose(shown.canvas.viewItems(), "ui.canvas.minimap");
        assertThat(robot.lookup("#minimap").query().isVisible()).isFalse();
    }
}
