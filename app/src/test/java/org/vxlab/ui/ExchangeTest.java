package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.export.ExportFormat;
import org.vxlab.topology.Host;

import java.util.Locale;

/// Labs brought in and taken home by way of the window.
class ExchangeTest extends WindowOnStage {
    private static final boolean SCREENSHOTS = Boolean.getBoolean("screenshots");

    private static final String TUTORIAL =
            """
            On the first machine:
            [root@left ~]# ip link add vxlan7 type vxlan id 7 dev eth0 remote 192.0.2.2 dstport 4789
            [root@left ~]# ip addr add 10.7.0.1/24 dev vxlan7
            [root@left ~]# ip link set vxlan7 up
            And on the second one:
            [root@right ~]# ip link add vxlan7 type vxlan id 7 dev eth0 remote 192.0.2.1
            [root@right ~]# ip addr add 10.7.0.2/24 dev vxlan7
            [root@right ~]# ip link set vxlan7 up
            """;

    @InBothLanguages
    void opensWhatAPastedTutorialDescribes(Locale language, FxRobot robot) {
        window.speak(language);
        window.later(LabActions::importLab);
        TextArea text = robot.lookup("#text").queryAs(TextArea.class);
        window.onUi(() -> text.setText(TUTORIAL));
        ListView<?> findings = robot.lookup("#findings").queryListView();
        window.await(() -> !findings.getItems().isEmpty());
        save(robot, "import" + suffix(language));

        robot.clickOn(window.text("ui.import.open"));
        window.settle();

        assertThat(window.desk().lab().hosts())
                .extracting(Host::name)
                .containsExactly("left", "right");
        // Without dstport the second one speaks on the kernel's own port: they never meet.
        assertThat(window.desk().lab().segments()).hasSize(2);
    }

    @InBothLanguages
    void saysWhatIsWrongWithAHostThatIsToBeRead(Locale language, FxRobot robot) {
        window.speak(language);
        window.later(LabActions::importLab);
        robot.clickOn(window.text("ui.import.hosts"));
        window.settle();
        TextArea hosts = robot.lookup("#hosts").queryAs(TextArea.class);
        window.onUi(() -> hosts.setText("a=nobody@[::1\n"));
        robot.clickOn("#read");
        window.settle();

        assertThat(robot.lookup("#found").queryLabeled().getText()).contains("nobody@[::1");
        robot.type(KeyCode.ESCAPE);
    }

    @InBothLanguages
    void showsWhatEveryFormatWouldWrite(Locale language, FxRobot robot) {
        window.speak(language);
        window.run(actions -> actions.template("bridge-and-vxlan"));
        window.later(LabActions::export);
        ListView<ExportFormat> formats = robot.lookup("#formats").queryListView();
        ComboBox<?> files = robot.lookup("#files").queryComboBox();
        TextArea text = robot.lookup("#text").queryAs(TextArea.class);
        for (ExportFormat format : ExportFormat.values()) {
            window.onUi(() -> formats.getSelectionModel().select(format));
            assertThat(files.getItems()).as(format.word()).isNotEmpty();
            assertThat(text.getText()).as(format.word()).isNotBlank();
            assertThat(robot.lookup("#about").queryLabeled().getText())
                    .as(format.word())
                    .doesNotContain("ui.export");
        }
        window.onUi(() -> formats.getSelectionModel().select(ExportFormat.SH));
        save(robot, "export" + suffix(language));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void dialogsWithLargeTypeFitTheScreen(FxRobot robot) {
        window.speak(Locale.ENGLISH);
        window.onUi(() -> window.desk().looks().themeProperty().set(Looks.Theme.PROJECTOR));
        window.later(LabActions::importLab);

        assertThat(robot.lookup("#text").queryAs(TextArea.class).isFocused())
                .as("takes what is typed")
                .isTrue();
        Window dialog = robot.lookup(".dialog-pane").query().getScene().getWindow();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        assertThat(dialog.getWidth()).isLessThanOrEqualTo(screen.getWidth());
        assertThat(dialog.getHeight()).isLessThanOrEqualTo(screen.getHeight());
        robot.type(KeyCode.ESCAPE);
    }

    private static String suffix(Locale language) {
        return language.equals(Locale.ENGLISH) ? "" : "-zh";
    }

    private void save(FxRobot robot, String name) {
        window.settle();
        Scene dialog = robot.lookup(".dialog-pane").query().getScene();
        if (SCREENSHOTS) {
            Picture.of(dialog).save(ScreenshotTest.FOLDER.resolve(name + ".png"));
        }
        assertThat(dialog.getWindow().isShowing()).isTrue();
    }
}
