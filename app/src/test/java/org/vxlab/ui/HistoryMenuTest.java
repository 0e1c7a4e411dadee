package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.vxlab.session.Templates;
import org.vxlab.topology.LabEdit;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The menu with every step of drawing.
@ExtendWith(ApplicationExtension.class)
class HistoryMenuTest {
    @TempDir Path home;
    private TestWindow window;

    @Start
    void open(Stage stage) {
        window = TestWindow.open(stage, home);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @InBothLanguages
    void leadsBackToEveryStep(Locale language, FxRobot robot) {
        window.speak(language);
        window.run(actions -> actions.template(Templates.USUAL));
        String before = window.desk().lab().name();
        window.onUi(() -> window.desk().edit(new LabEdit.RenameLab("mine")));
        Menu history = history(robot);

        window.onUi(history::show);

        List<MenuItem> steps = history.getItems();
        assertThat(steps).hasSize(2);
        window.onUi(() -> steps.getLast().fire());
        assertThat(window.desk().lab().name()).isEqualTo(before);
    }

    private Menu history(FxRobot robot) {
        return robot.lookup("#menuBar").queryAs(MenuBar.class).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> item.getText() != null)
                .filter(item -> item.getText().equals(window.text("ui.edit.history")))
                .map(Menu.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
