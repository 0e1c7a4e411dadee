package org.vxlab.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Thing;

import java.util.List;
import java.util.Locale;

/// The window for those who go by keys or by ear: everything that can have the focus is reached, is
/// seen to have it, and has a name.
class KeyboardTest extends WindowOnStage {

    @InBothLanguages
    void everythingHasAName(Locale language, FxRobot robot) {
        SoftAssertions all = new SoftAssertions();
        check(all, "language page");
        window.speak(language);
        check(all, "welcome");
        window.run(actions -> actions.template("static-fdb-no-learning"));
        TabPane tabs = robot.lookup("#tabs").queryAs(TabPane.class);
        for (int tab = 0; tab < tabs.getTabs().size(); tab++) {
            int at = tab;
            window.onUi(() -> tabs.getSelectionModel().select(at));
            check(all, tabs.getTabs().get(tab).getText());
        }
        for (Thing thing : Thing.all(window.desk().lab())) {
            window.onUi(() -> window.desk().selection().choose(List.of(thing)));
            check(all, thing.shown());
        }
        all.assertAll();
    }

    private void check(SoftAssertions all, String page) {
        all.assertThat(Keyboard.nameless(window.stage().getScene().getRoot())).as(page).isEmpty();
    }

    @InBothLanguages
    void everythingInADialogHasANameAndIsReached(Locale language, FxRobot robot) {
        window.speak(language);
        window.run(actions -> actions.template("static-fdb-no-learning"));
        SoftAssertions all = new SoftAssertions();
        window.later(LabActions::importLab);
        for (String source : List.of("ui.import.text", "ui.import.hosts")) {
            robot.clickOn(window.text(source));
            checkDialog(robot, all, source);
        }
        robot.type(KeyCode.ESCAPE);
        window.later(LabActions::export);
        checkDialog(robot, all, "export");
        robot.type(KeyCode.ESCAPE);
        window.onUi(() -> window.desk().edit(new LabEdit.RenameLab("mine")));
        window.later(LabActions::closeLab);
        checkDialog(robot, all, "unsaved");
        robot.clickOn(window.text("ui.ask.cancel"));
        all.assertAll();
    }

    private void checkDialog(FxRobot robot, SoftAssertions all, String name) {
        window.settle();
        Parent dialog = robot.lookup(".dialog-pane").query();
        all.assertThat(Keyboard.nameless(dialog)).as(name).isEmpty();
        // Which keys lead where does not hang on the language.
        if (window.desk().texts().language().equals(Locale.ENGLISH)) {
            reach(new Keyboard(robot, dialog.getScene()), all, name, dialog);
        }
    }

    @Test
    void tabReachesEverythingOnTheFirstPagesAndShowsIt(FxRobot robot) {
        reach(robot);
        window.speak(Locale.ENGLISH);
        reach(robot);
    }

    @Test
    void tabReachesEverythingAroundADrawingAndShowsIt(FxRobot robot) {
        window.speak(Locale.ENGLISH);
        window.run(actions -> actions.template("static-fdb-no-learning"));
        SoftAssertions all = new SoftAssertions();
        reach(robot, all, "Plan", window.stage().getScene().getRoot());
        TabPane tabs = robot.lookup("#tabs").queryAs(TabPane.class);
        for (int tab = 1; tab < tabs.getTabs().size(); tab++) {
            int at = tab;
            window.onUi(
                    () -> {
                        tabs.getSelectionModel().select(at);
                        tabs.requestFocus();
                    });
            reach(robot, all, tabs.getTabs().get(tab).getText(), tabs);
        }
        all.assertAll();
    }

    /// Between the buttons of one choice one goes by the arrow keys.
    private static boolean isOneOfSeveral(Node node) {
        return node instanceof ToggleButton button && button.getToggleGroup() != null;
    }

    private void reach(FxRobot robot) {
        SoftAssertions all = new SoftAssertions();
        reach(robot, all, "", window.stage().getScene().getRoot());
        all.assertAll();
    }

    private void reach(FxRobot robot, SoftAssertions all, String page, Node part) {
        window.settle();
        reach(new Keyboard(robot, window.stage().getScene()), all, page, part);
    }

    private static void reach(Keyboard keyboard, SoftAssertions all, String page, Node part) {
        Keyboard.Walk walk = keyboard.walk(part);
        List<String> missed =
                Keyboard.focusable(part).stream()
                        .filter(node -> !node.equals(part))
                        .filter(node -> !walk.reached().contains(node))
                        .filter(node -> !isOneOfSeveral(node))
                        .map(Keyboard::told)
                        .toList();
        all.assertThat(walk.unseen()).as(page + " unseen").isEmpty();
        all.assertThat(missed).as(page + " missed").isEmpty();
    }
}
