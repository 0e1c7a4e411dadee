package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;

import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What is told above the drawing.
class NoticesTest extends WindowOnStage {
    /// Nobody listens on the port named "discard".
    private static final String LAB =
            """
            vxlab: 1
            name: away
            underlay:
              networks:
                - { name: lan, subnet: 192.168.56.0/24 }
            hosts:
              - name: a
                ssh: { address: 127.0.0.1, port: 9, user: nobody }
                underlay: { network: lan, address: 192.168.56.11/24 }
            """;

    @InBothLanguages
    void aLostHostIsToldWholeAboveTheDrawingUntilTheNoticeIsClosed(Locale language, FxRobot robot)
            throws IOException {
        window.speak(language);
        Path file = home.resolve("away.vxlab.yaml");
        Files.writeString(file, LAB);
        window.openFile(file);

        window.run(LabActions::live);
        window.await(() -> notice(robot).isVisible());

        assertThat(robot.lookup("#words").queryLabeled())
                .satisfies(
                        words -> assertThat(words.getText()).contains("127.0.0.1"),
                        words -> assertThat(words.isTextTruncated()).isFalse());
        assertThat(box(notice(robot)).getMaxY())
                .isLessThanOrEqualTo(box(robot.lookup("#labCanvas").query()).getMinY());

        robot.clickOn("#closeNotice");
        assertThat(notice(robot).isVisible()).isFalse();
    }

    private static Node notice(FxRobot robot) {
        return robot.lookup("#notices").query();
    }

    private static Bounds box(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
