package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.vxlab.session.LabFile;
import org.vxlab.session.Templates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Starts the window with a lab file, as a file manager does.
class StartWithFileTest extends WindowOnStage {

    @Override
    TestWindow show(Stage stage) {
        return TestWindow.open(stage, home, Optional.of(file()));
    }

    private Path file() {
        try {
            return Files.write(home.resolve("mine.vxlab.yaml"), Templates.read(Templates.USUAL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
