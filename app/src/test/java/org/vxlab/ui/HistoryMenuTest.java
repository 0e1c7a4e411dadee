package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;

import org.testfx.api.FxRobot;
import org.vxlab.session.Templates;
import org.vxlab.topology.LabEdit;

import java.util.List;
import java.util.Locale;

/// The menu with every step of drawing.
class HistoryMenuTest extends WindowOnStage {

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
