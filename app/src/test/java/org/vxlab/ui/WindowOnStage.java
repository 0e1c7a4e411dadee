package org.vxlab.ui;

import javafx.scene.control.ComboBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;

/// Tests that have a whole window of the program, opened before each and closed after it.
///
/// The window is opened here, not by `@Start`, which TestFX finds in a test's own class only.
@ExtendWith(ApplicationExtension.class)
abstract class WindowOnStage {
    @TempDir Path home;
    TestWindow window;

    @BeforeEach
    final void open() throws TimeoutException {
        FxToolkit.setupStage(stage -> window = show(stage));
    }

    /// The window of a person who starts the program for the first time. UI thread only.
    TestWindow show(Stage stage) {
        return TestWindow.open(stage, home);
    }

    /// Opens a shell on the first host; its tab has to be in front.
    void openShell(FxRobot robot) {
        window.onUi(
                () ->
                        robot.lookup("#terminalHosts")
                                .queryAs(ComboBox.class)
                                .getSelectionModel()
                                .select(0));
        robot.clickOn("#terminalOpen");
        window.settle();
    }

    @AfterEach
    final void close() {
        window.close();
    }
}
