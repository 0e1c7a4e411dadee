package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testfx.api.FxRobot;
import org.vxlab.session.LiveReport.Activity;
import org.vxlab.session.Templates;
import org.vxlab.topology.LabEdit;
import org.vxlab.ui.terminal.TerminalView;

import java.nio.file.Path;
import java.util.Locale;

/// Writes pictures of the real window, for the README and for people who look whether it is good:
/// `mvn -pl app test -Dtest=ScreenshotTest -Dscreenshots=true`.
@Tag("kernel")
@EnabledIfSystemProperty(named = "screenshots", matches = "true")
class ScreenshotTest extends WindowOnStage {
    static final Path FOLDER = Path.of("../screenshots");

    /// The headless screen has hardly more than a million pixels; for large windows the test wants
    /// a display of 1920x1080 and `-Dglass.platform=Gtk`.
    private static final boolean LARGE = !System.getProperty("glass.platform").equals("Headless");

    @Override
    TestWindow show(Stage stage) {
        TestWindow shown = super.show(stage);
        if (LARGE) {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1920);
            stage.setHeight(1080);
        }
        return shown;
    }

    @Test
    void takesThem(FxRobot robot) {
        save("language");
        robot.clickOn("#english");
        save("welcome");
        speak(Locale.SIMPLIFIED_CHINESE);
        save("welcome-zh");
        speak(Locale.ENGLISH);
        for (String template : Templates.NAMES) {
            window.run(actions -> actions.template(template));
            save("template-" + template);
        }
        projected();
        live(robot);
        failure(robot);
    }

    private void projected() {
        wear(Looks.Theme.PROJECTOR);
        window.run(actions -> actions.template("head-end-across-a-router"));
        save("design-projector");
        window.run(LabActions::closeLab);
        save("welcome-projector");
        wear(Looks.Theme.LIGHT);
    }

    private void live(FxRobot robot) {
        window.run(LabActions::closeLab);
        robot.clickOn("#tryIt");
        awaitIdle();
        robot.clickOn("FDB");
        save("live");
        for (String tab : new String[] {"Plan", "Pings", "Events"}) {
            robot.clickOn(tab);
            save("live-" + tab.toLowerCase(Locale.ROOT));
        }
        terminal(robot);
        robot.clickOn("FDB");
        for (Looks.Theme theme : new Looks.Theme[] {Looks.Theme.DARK, Looks.Theme.PROJECTOR}) {
            wear(theme);
            save("live-" + theme.name().toLowerCase(Locale.ROOT));
        }
        speak(Locale.SIMPLIFIED_CHINESE);
        save("live-projector-zh");
        robot.clickOn("#enlarge");
        save("fdb-projector-zh");
        robot.clickOn("#enlarge");
        wear(Looks.Theme.LIGHT);
        save("live-zh");
        speak(Locale.ENGLISH);
        window.run(LabActions::tearDown);
        window.await(() -> !window.live().isOpen());
        save("torn-down");
    }

    private void terminal(FxRobot robot) {
        robot.clickOn("Terminal");
        openShell(robot);
        TerminalView shell = new TerminalView(robot.lookup("#terminal-h1").query());
        window.await(() -> shell.text().contains("#") || shell.text().contains("$"));
        robot.write("ip -color -brief link; bridge fdb show dev vxlan10", 0);
        robot.type(KeyCode.ENTER);
        window.settle();
        window.settle();
        save("live-terminal");
    }

    /// A device of the same name that somebody else made stands in the way.
    private void failure(FxRobot robot) {
        window.run(actions -> actions.template("bridge-and-vxlan-broken"));
        robot.clickOn("#applyButton");
        awaitIdle();
        robot.clickOn("#pingButton");
        awaitIdle();
        save("pings-lost");
        window.run(LabActions::design);
        window.onUi(() -> window.desk().edit(new LabEdit.RenameLab("a name with blanks")));
        window.settle();
        robot.clickOn("Problems (2)");
        save("problems");
        assertThat(window.plans()).isEmpty();
    }

    private void awaitIdle() {
        window.settle();
        window.await(() -> window.live().activityProperty().get() == Activity.IDLE);
        window.settle();
    }

    private void speak(Locale language) {
        window.onUi(() -> window.desk().texts().speak(language));
    }

    private void wear(Looks.Theme theme) {
        window.onUi(() -> window.desk().looks().themeProperty().set(theme));
        window.settle();
    }

    private void save(String name) {
        window.settle();
        window.save((LARGE ? FOLDER.resolve("1920x1080") : FOLDER).resolve(name + ".png"));
    }
}
