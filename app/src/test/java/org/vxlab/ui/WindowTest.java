package org.vxlab.ui;


import javafx.application.Platform;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.vxlab.session.SshAccess;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// The window as a person sees it, without a screen.
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    @TempDir Path home;
    private WindowController window;

    @Start
    void open(Stage stage) {
        window =
                Window.show(
                        stage,
                        new Surroundings(
                                Map.of("LANG", "en_US.UTF-8"),
                                InstantSource.system(),
                                ZoneOffset.UTC,
                                new SshAccess.User(home, "tester"),
                                List.of()),
                        () -> {});
    }

    @Test
    void tour(FxRobot robot) throws Exception {
        shot(robot, "1-language");
        robot.clickOn("English");
        shot(robot, "2-welcome");
        robot.clickOn("Head-end replication across a router");
        shot(robot, "3-template");
        Platform.runLater(() -> window.actions().closeLab());
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Try the built-in lab");
        for (int i = 0; i < 12; i++) {
            Thread.sleep(1000);
            shot(robot, "4-try-" + i);
            if (window.liveLab().pingsProperty().get().size() >= 12) break;
        }
        Thread.sleep(1000);
        shot(robot, "5-live");
        robot.clickOn("Pings");
        shot(robot, "6-pings");
        robot.clickOn("Events");
        shot(robot, "7-events");
        robot.clickOn("中文");
        robot.clickOn("计划");
        shot(robot, "8-plan-zh");
        Platform.runLater(() -> window.desk().looks().themeProperty().set(Looks.Theme.DARK));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("转发表");
        shot(robot, "9-dark");
        Platform.runLater(() -> window.desk().looks().themeProperty().set(Looks.Theme.PROJECTOR));
        WaitForAsyncUtils.waitForFxEvents();
        shot(robot, "10-projector");
        Platform.runLater(() -> window.actions().tearDown());
        for (int i = 0; i < 10 && window.liveLab().isOpen(); i++) Thread.sleep(1000);
        shot(robot, "11-down");
    }

    void shot(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        Picture.of(robot.window(0).getScene()).save(Path.of("/tmp/shots/" + name + ".png"));
    }
}
