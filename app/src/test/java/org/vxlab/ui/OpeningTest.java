package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.vxlab.session.Templates;
import org.vxlab.topology.Host;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/// One lab opened after another.
@ExtendWith(ApplicationExtension.class)
class OpeningTest {
    @TempDir Path home;
    private TestWindow window;

    @Start
    void open(Stage stage) {
        window = TestWindow.open(stage, home);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void drawsEveryLabThatIsOpened(FxRobot robot) {
        robot.clickOn("#english");
        for (String template : Templates.NAMES) {
            window.run(actions -> actions.template(template));
            Set<String> texts =
                    robot.lookup(node -> node instanceof Text).queryAllAs(Text.class).stream()
                            .map(Text::getText)
                            .collect(Collectors.toSet());
            assertThat(texts)
                    .as(template)
                    .containsAll(window.desk().lab().hosts().stream().map(Host::name).toList());
        }
    }
}
