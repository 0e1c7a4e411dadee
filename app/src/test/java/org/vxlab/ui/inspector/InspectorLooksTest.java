package org.vxlab.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testfx.api.FxRobot;
import org.vxlab.observe.HostObservation;
import org.vxlab.observe.Observation;
import org.vxlab.plan.Wanted;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Looks;
import org.vxlab.ui.Picture;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How the pages of the inspector look and what they are called, in both languages.
class InspectorLooksTest extends InspectorOnStage {
    private static final Path PICTURES = Path.of("target", "inspector");

    @Test
    void everyPageIsNamedInBothLanguagesForTheEyeAndTheEar(FxRobot robot) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            robot.interact(() -> desk.texts().speak(language));
            for (Thing thing : Thing.all(Labs.WHOLE)) {
                choose(robot, thing);
                for (TextInputControl input :
                        robot.lookup(".text-input").queryAllAs(TextInputControl.class)) {
                    assertThat(input.getAccessibleText()).as("%s", thing).isNotBlank();
                }
                for (Button button :
                        robot.lookup(".button").match(Node::isVisible).queryAllAs(Button.class)) {
                    assertThat(button.getText() + button.getAccessibleText())
                            .as("%s", thing)
                            .isNotEqualTo("nullnull");
                }
                assertThat(texts(robot))
                        .as("%s", thing)
                        .allSatisfy(text -> assertThat(text).doesNotContain("ui.inspector"));
            }
        }
        choose(robot, new Thing.Segment("red"));
        assertThat(lookup(robot, ".inspector-kind", Label.class).getText()).isEqualTo("虚拟网段");
        assertThat(field(robot, "segment-port").getPromptText()).isEqualTo("4789（默认）");
        assertThat(field(robot, "segment-port").getAccessibleText()).isEqualTo("UDP 端口，dstport");
    }

    @Test
    @EnabledIfSystemProperty(named = "screenshots", matches = "true")
    void picturesOfEveryKind(FxRobot robot) {
        picture(robot, "lab-en");
        Map<String, Thing> things =
                Map.of(
                        "host", new Thing.Host("a"),
                        "network", new Thing.Network("lan1"),
                        "router", new Thing.Router("r1"),
                        "segment", new Thing.Segment("red"),
                        "member", new Thing.Member("red", "c"),
                        "workload", new Thing.Workload("red", "a", "vm1"),
                        "note", new Thing.Note(0));
        things.forEach(
                (name, thing) -> {
                    choose(robot, thing);
                    picture(robot, name + "-en");
                });
        choose(robot, new Thing.Segment("red"), new Thing.Segment("vni20"));
        picture(robot, "many-en");
        choose(robot, new Thing.Segment("red"));
        type(robot, "segment-mtu", "1500");
        type(robot, "segment-port", "70000");
        robot.interact(() -> desk.looks().themeProperty().set(Looks.Theme.DARK));
        picture(robot, "wrong-dark-en");
        robot.interact(() -> desk.texts().speak(Locale.SIMPLIFIED_CHINESE));
        robot.interact(() -> desk.looks().themeProperty().set(Looks.Theme.PROJECTOR));
        picture(robot, "wrong-projector-zh");
        robot.interact(() -> desk.looks().themeProperty().set(Looks.Theme.LIGHT));
        choose(robot, new Thing.Host("a"));
        picture(robot, "host-zh");
        Instant now = Instant.parse("2026-11-02T10:00:00Z");
        HostObservation live =
                new HostObservation(
                        "b",
                        new HostObservation.Status.Live(),
                        Wanted.of(ResolvedLab.of(Labs.WHOLE), "b", "eth0"),
                        Map.of(),
                        Optional.of(now),
                        Optional.empty());
        robot.interact(() -> desk.modeProperty().set(Desk.Mode.LIVE));
        robot.interact(
                () ->
                        inspector
                                .liveProperty()
                                .set(Optional.of(new Observation(Map.of("b", live), now))));
        for (Thing thing : List.of(new Thing.Host("b"), new Thing.Member("red", "b"))) {
            choose(robot, thing);
            picture(robot, "live-" + thing.getClass().getSimpleName() + "-zh");
        }
        assertThat(PICTURES.resolve("host-zh.png")).isNotEmptyFile();
    }

    /// A picture of the whole page, longer than the window where it has to be.
    private void picture(FxRobot robot, String name) {
        robot.interact(
                () -> {
                    SnapshotParameters background = new SnapshotParameters();
                    background.setFill(desk.looks().isDark() ? Color.web("#0d1117") : Color.WHITE);
                    new Picture(inspector.snapshot(background, null))
                            .save(PICTURES.resolve(name + ".png"));
                });
    }
}
