package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.MenuBar;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.vxlab.session.SshAccess;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// The window as a person sees it, without a screen.
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    @TempDir static Path home;

    @Start
    void open(Stage stage) {
        Window.show(
                stage,
                new Surroundings(
                        Map.of("LANG", "en_US.UTF-8"),
                        InstantSource.system(),
                        ZoneOffset.UTC,
                        new SshAccess.User(home, "tester"),
                        List.of()));
    }

    @Test
    void everyTextFollowsTheLanguageAtOnce(FxRobot robot) {
        assertThat(robot.lookup("#menuBar").queryAs(MenuBar.class).getMenus().getFirst().getText())
                .isEqualTo("File");
        robot.clickOn("中文");
        assertThat(robot.lookup("#menuBar").queryAs(MenuBar.class).getMenus().getFirst().getText())
                .isEqualTo("文件");
        assertThat(robot.lookup("#tabs").queryAs(TabPane.class).getTabs().get(1).getText())
                .isEqualTo("转发表");
        robot.clickOn("English");
    }
}
