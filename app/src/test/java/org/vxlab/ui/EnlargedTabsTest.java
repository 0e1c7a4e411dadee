package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.session.Templates;
import org.vxlab.ui.Looks.Theme;

import java.util.Locale;

/// Tabs that a teacher makes large to read a table with the class.
class EnlargedTabsTest extends WindowOnStage {
    /// Rows that can be read at once in a usual window.
    private static final int ROWS = 10;

    @BeforeEach
    void openTemplate() {
        window.speak(Locale.ENGLISH);
        window.run(actions -> actions.template(Templates.USUAL));
    }

    @InBothLanguages
    void theyAreMadeLargeByButtonKeyAndDoubleClickAndGiveTheRoomBack(
            Locale language, FxRobot robot) {
        window.speak(language);
        double usual = share(robot);

        robot.clickOn(window.text("ui.tab.enlarge"));
        window.settle();
        double enlarged = share(robot);
        assertThat(enlarged).isLessThan(usual);

        robot.type(KeyCode.F12);
        window.settle();
        assertThat(share(robot)).isEqualTo(usual);
        assertThat(button(robot).isSelected()).isFalse();

        robot.doubleClickOn(window.text("ui.tab.fdb"));
        window.settle();
        assertThat(share(robot)).isEqualTo(enlarged);
        assertThat(button(robot).isSelected()).isTrue();
    }

    @Test
    void aDozenRowsCanBeReadFromAfar(FxRobot robot) {
        window.onUi(() -> window.desk().looks().themeProperty().set(Theme.PROJECTOR));
        robot.clickOn("FDB");

        robot.type(KeyCode.F12);
        window.settle();

        Node table = robot.lookup("#table").query();
        double line = robot.lookup("#table .column-header").query().getLayoutBounds().getHeight();
        assertThat(table.getLayoutBounds().getHeight()).isGreaterThan(ROWS * line);
    }

    private static ToggleButton button(FxRobot robot) {
        return robot.lookup("#enlarge").queryAs(ToggleButton.class);
    }

    private static double share(FxRobot robot) {
        return robot.lookup("#work").queryAs(SplitPane.class).getDividerPositions()[0];
    }
}
