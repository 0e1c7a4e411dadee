package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.session.Templates;
import org.vxlab.ui.Looks.Theme;

/// The window in front of a class.
class ProjectorTest extends WindowOnStage {

    @BeforeEach
    void openTemplate(FxRobot robot) {
        robot.clickOn("#english");
        window.run(actions -> actions.template(Templates.USUAL));
    }

    @Test
    void theDrawingGetsTheRoomOfWhatStandsAboutIt(FxRobot robot) {
        double wide = canvas(robot).getLayoutBounds().getWidth();
        double high = canvas(robot).getLayoutBounds().getHeight();

        wear(Theme.PROJECTOR);

        assertThat(robot.lookup(".inspector").tryQuery()).isEmpty();
        assertThat(canvas(robot).getLayoutBounds().getWidth()).isGreaterThan(wide);
        assertThat(palette(robot).isVisible()).isTrue();

        window.onUi(() -> window.desk().modeProperty().set(Desk.Mode.LIVE));
        window.settle();

        assertThat(palette(robot).isVisible()).isFalse();
        assertThat(canvas(robot).getLayoutBounds().getWidth())
                .isEqualTo(canvas(robot).getScene().getWidth());

        wear(Theme.DARK);

        assertThat(palette(robot).isVisible()).isTrue();
        assertThat(robot.lookup(".inspector").tryQuery()).isPresent();
        assertThat(canvas(robot).getLayoutBounds().getWidth()).isEqualTo(wide);
        assertThat(canvas(robot).getLayoutBounds().getHeight()).isEqualTo(high);
    }

    @Test
    void tabsThatSomebodyEnlargedStayLarge(FxRobot robot) {
        SplitPane work = robot.lookup("#work").queryAs(SplitPane.class);
        window.onUi(() -> work.setDividerPositions(0.4));
        window.settle();

        wear(Theme.PROJECTOR);

        assertThat(work.getDividerPositions()[0]).isLessThan(0.45);
    }

    @Test
    void theInspectorComesAndGoesByButtonAndByKeyInEveryLook(FxRobot robot) {
        wear(Theme.PROJECTOR);

        robot.clickOn("#inspectorButton");
        assertThat(robot.lookup(".inspector").tryQuery()).isPresent();

        robot.type(KeyCode.F9);
        assertThat(robot.lookup(".inspector").tryQuery()).isEmpty();

        wear(Theme.LIGHT);
        assertThat(robot.lookup(".inspector").tryQuery()).isPresent();

        robot.type(KeyCode.F9);
        assertThat(robot.lookup(".inspector").tryQuery()).isEmpty();
    }

    private void wear(Theme theme) {
        window.onUi(() -> window.desk().looks().themeProperty().set(theme));
        window.settle();
    }

    private static Node canvas(FxRobot robot) {
        return robot.lookup("#labCanvas").query();
    }

    private static Node palette(FxRobot robot) {
        return robot.lookup(".palette-place").query();
    }
}
