package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.topology.Thing;
import org.vxlab.ui.canvas.CanvasView;
import org.vxlab.ui.canvas.LabCanvas;
import org.vxlab.ui.terminal.TerminalView;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// Shells on hosts that really run, typed into as a person does.
@Tag("kernel")
class TerminalWindowTest extends WindowOnStage {
    private TerminalView terminal;

    @BeforeEach
    void doubleClickARunningHost(FxRobot robot) {
        robot.clickOn("#english");
        robot.clickOn("#tryIt");
        window.awaitPings(12);
        CanvasView canvas = new CanvasView(robot.lookup("#labCanvas").queryAs(LabCanvas.class));
        // A slow machine takes a double click for two.
        for (int i = 0; i < 5 && robot.lookup("#terminal-h1").tryQuery().isEmpty(); i++) {
            robot.doubleClickOn(canvas.head(new Thing.Host("h1")));
            window.settle();
        }
        terminal = new TerminalView(robot.lookup("#terminal-h1").query());
        awaitText(text -> text.contains("#") || text.contains("$"));
    }

    @AfterEach
    void giveTheStageBackItsSize() {
        // Other tests get the same stage.
        window.onUi(() -> window.stage().sizeToScene());
    }

    private void awaitText(Predicate<String> wanted) {
        try {
            window.await(() -> wanted.test(terminal.text()));
        } catch (AssertionError late) {
            throw new AssertionError("on the screen is:\n" + terminal.text(), late);
        }
    }

    private void type(FxRobot robot, String line) {
        robot.write(line, 0);
        robot.type(KeyCode.ENTER);
    }

    @Test
    void aShellShowsTheHostAndKnowsHowLargeItIs(FxRobot robot) {
        type(robot, "cat /sys/class/net/vxlan10/ifindex && echo on $(hostname) $(stty size)");

        awaitText(
                text ->
                        text.contains(
                                "on h1 " + terminal.rows() + " " + terminal.columns() + "\n"));

        window.onUi(() -> window.stage().setWidth(1000));
        window.settle();
        type(robot, "echo now $(stty size)");
        awaitText(
                text -> text.contains("now " + terminal.rows() + " " + terminal.columns() + "\n"));
    }

    @Test
    void programsThatTakeTheWholeScreenWork(FxRobot robot) {
        assumeTrue(Path.of("/usr/bin/vi").toFile().exists(), "no vi here");
        type(robot, "vi -n never-written");
        awaitText(text -> text.contains("~\n~"));
        robot.write("ihello");
        awaitText(text -> text.startsWith("hello\n") && text.contains("INSERT"));
        robot.type(KeyCode.ESCAPE);
        awaitText(text -> !text.contains("INSERT"));
        robot.write("yyp");
        awaitText(text -> text.startsWith("hello\nhello"));
        robot.type(KeyCode.UP);
        robot.write("x");
        awaitText(text -> text.startsWith("ello\nhello"));
        robot.write(":q!");
        robot.type(KeyCode.ENTER);
        awaitText(text -> !text.contains("~\n~") && text.contains("vi -n"));

        type(robot, "top");
        awaitText(text -> text.contains("PID") && text.contains("load average"));
        robot.write("q");
        type(robot, "sleep 1000");
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        awaitText(text -> text.contains("^C"));
        type(robot, "exit");
        window.await(() -> robot.lookup("#shells").queryAs(TabPane.class).getTabs().isEmpty());
    }

    @Test
    void whatIsSelectedCanBeCopiedAndPasted(FxRobot robot) {
        type(robot, "clear; echo some-words");
        awaitText(text -> text.startsWith("some-words"));
        var at = robot.lookup("#terminal-h1").query();
        var start = at.localToScreen(8, 14);
        robot.moveTo(start)
                .press(MouseButton.PRIMARY)
                .moveTo(start.add(200, 0))
                .release(MouseButton.PRIMARY);
        assertThat(terminal.selected()).isEqualTo("some-words");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C)
                .release(KeyCode.C, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(clipboard()).isEqualTo("some-words");
        robot.write("echo twice-");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V)
                .release(KeyCode.V, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.type(KeyCode.ENTER);
        awaitText(text -> text.contains("\ntwice-some-words"));
    }

    private static String clipboard() {
        return CompletableFuture.supplyAsync(
                        () -> Clipboard.getSystemClipboard().getString(),
                        javafx.application.Platform::runLater)
                .join();
    }

    @Test
    void everyHostCanHaveAShell(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.TAB).release(KeyCode.TAB, KeyCode.CONTROL);
        window.onUi(
                () ->
                        robot.lookup("#terminalHosts")
                                .queryAs(javafx.scene.control.ComboBox.class)
                                .getSelectionModel()
                                .select(1));
        robot.clickOn("#terminalOpen");
        window.settle();
        List<String> tabs = new ArrayList<>();
        robot.lookup("#shells")
                .queryAs(TabPane.class)
                .getTabs()
                .forEach(tab -> tabs.add(tab.getText()));
        assertThat(tabs).containsExactly("h1", "h2");
        terminal = new TerminalView(robot.lookup("#terminal-h2").query());
        awaitText(text -> text.contains("#") || text.contains("$"));
        type(robot, "tcpdump --version | head -1; hostname");
        awaitText(text -> text.contains("\nh2"));
    }
}
