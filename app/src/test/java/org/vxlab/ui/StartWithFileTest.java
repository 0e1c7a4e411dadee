package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.vxlab.session.LabFile;
import org.vxlab.session.Templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Starts the window with a lab file, as a file manager does.
@ExtendWith(ApplicationExtension.class)
class StartWithFileTest {
    @TempDir Path home;
    private TestWindow window;

    @Start
    void open(Stage stage) throws IOException {
        Path file = home.resolve("mine.vxlab.yaml");
        Files.write(file, Templates.read(Templates.USUAL));
        window = TestWindow.open(stage, home, Optional.of(file));
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void showsTheLabOfTheFile() {
        window.settle();

        assertThat(window.desk().stateProperty().get().file())
                .contains(home.resolve("mine.vxlab.yaml"));
        assertThat(window.desk().lab())
                .isEqualTo(LabFile.read(Templates.read(Templates.USUAL)).lab().orElseThrow());
        assertThat(window.stage().getTitle()).contains("mine.vxlab.yaml");
    }
}
