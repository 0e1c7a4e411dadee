package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.vxlab.session.LiveReport.Activity;
import org.vxlab.ui.terminal.TerminalView;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// A terminal on a machine that lets people in by password, and has no shell for them at first.
class SshTerminalTest extends WindowOnStage {
    private AskingServer server;

    @BeforeEach
    void startServer() throws Exception {
        server = AskingServer.start();
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @InBothLanguages
    void whyThereIsNoShellStandsInItsTabAndThePasswordIsAskedForOnce(Locale language, FxRobot robot)
            throws Exception {
        window.speak(language);
        Path file = server.lab(home);
        window.openFile(file);
        window.later(LabActions::live);
        press(robot, "ui.ask.trust");
        window.await(() -> !robot.lookup(".password-field").queryAll().isEmpty());
        robot.clickOn(".password-field").write(AskingServer.PASSWORD, 0);
        press(robot, "ui.ask.connect");
        window.await(
                () ->
                        !window.live().surveysProperty().get().isEmpty()
                                && window.live().activityProperty().get() == Activity.IDLE);

        robot.clickOn(window.text("ui.tab.terminal"));
        robot.clickOn("#terminalOpen");
        press(robot, "ui.terminal.again", server::offerShells);

        window.await(
                () -> robot.lookup("#terminal-a").tryQuery().filter(Node::isVisible).isPresent());
        TerminalView terminal = new TerminalView(robot.lookup("#terminal-a").query());
        robot.write("who asks", 0).type(KeyCode.ENTER);
        window.await(() -> terminal.text().contains("who asks"));
        assertThat(robot.lookup("#shells").queryAs(TabPane.class).getTabs()).hasSize(1);
        assertThat(server.passwords()).hasSizeGreaterThan(2).containsOnly(AskingServer.PASSWORD);
    }

    private void press(FxRobot robot, String key) {
        press(robot, key, () -> {});
    }

    /// Presses a button once it is there, and does something just before.
    private void press(FxRobot robot, String key, Runnable before) {
        String text = window.text(key);
        window.await(
                () ->
                        robot.lookup(text)
                                .tryQueryAs(Button.class)
                                .filter(Node::isVisible)
                                .isPresent());
        before.run();
        robot.clickOn(text);
    }
}
