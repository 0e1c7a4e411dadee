package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.session.LiveReport.Activity;
import org.vxlab.session.Templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the window says of pushes that do not go through; the kernel judges whether it is true.
@Tag("kernel")
class PushWindowTest extends WindowOnStage {
    private static final int MANY = 6;
    private static final String NOT_RUN = "rolled back, or not run because another command failed";

    @BeforeEach
    void chooseTheLanguage(FxRobot robot) {
        robot.clickOn("#english");
    }

    @Test
    void aPushThatFailsNamesCommandHostAndItsWordsAndWhatWasRolledBack(FxRobot robot) {
        lookAtTheUsualLab();
        // A vxlan device that has moved away keeps its VNI where it was made, where none sees it.
        HostShell.run(
                window,
                "h1",
                "ip netns add away"
                        + " && ip link add name moved type vxlan id 10 dstport 4789"
                        + " && ip link set dev moved netns away");
        List<String> before = links("h1");

        robot.clickOn("#applyButton");
        awaitPush();

        assertThat(summary(robot))
                .isEqualTo(
                        "The push failed; every host where it failed was brought back to what it"
                                + " was before.");
        List<String> lines = lines(robot);
        assertThat(lines)
                .contains("h1 · ROLLED BACK, as it was before ", "h2 · done, read back and equal ")
                .anyMatch(line -> line.startsWith("ip link add name br10") && ends(line));
        int failed = failedLine(lines);
        assertThat(lines.get(failed - 1)).startsWith("ip link add name vxlan10").contains("id 10");
        assertThat(lines.get(failed)).containsIgnoringCase("exists");
        assertThat(failed).isLessThan(lines.indexOf("h2 · done, read back and equal "));
        assertThat(links("h1")).isEqualTo(before);
        assertThat(links("h2")).contains("vxlan10", "br10");
        int missing = window.plans().getFirst().steps().size();
        assertThat(missing).isPositive();
        assertThat(robot.lookup("#applyButton").queryButton().getText())
                .isEqualTo("Apply " + missing + " changes");

        HostShell.run(window, "h1", "ip -n away link del dev moved && ip netns del away");
        robot.clickOn("#applyButton");
        awaitPush();
        assertThat(summary(robot))
                .isEqualTo(
                        "Applied: " + missing + " commands, read back and equal to the drawing.");
        assertThat(links("h1")).contains("vxlan10", "br10");
    }

    private static boolean ends(String line) {
        return line.endsWith(NOT_RUN);
    }

    private static int failedLine(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).startsWith("failed with exit code"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(String.join("\n", lines)));
    }

    @Test
    void aDeviceOfSomebodyElseIsShownBeforeAnythingIsPushed(FxRobot robot) {
        lookAtTheUsualLab();
        HostShell.run(window, "h1", "ip link add name br10 type bridge");
        List<String> h1 = links("h1");
        List<String> h2 = links("h2");

        robot.clickOn("#applyButton");
        window.await(
                () ->
                        window.live().refusalProperty().get().isPresent()
                                && window.live().activityProperty().get() == Activity.IDLE);

        assertThat(summary(robot))
                .isEqualTo(
                        "Nothing was pushed: a host is away or something stands in the way; it is"
                                + " said below.");
        assertThat(lines(robot))
                .anyMatch(
                        line ->
                                line.startsWith(
                                        "h1 already has a device br10 that does not belong to a"
                                                + " lab"));
        assertThat(window.live().pushedProperty().get()).isEmpty();
        assertThat(links("h1")).isEqualTo(h1);
        assertThat(links("h2")).isEqualTo(h2);
    }

    @Test
    void aPushThatIsStoppedSaysOfEachHostWhatTheKernelSays(FxRobot robot) throws IOException {
        openALargeLab();
        window.onUi(
                () ->
                        window.live()
                                .activityProperty()
                                .subscribe(
                                        now -> {
                                            if (now == Activity.PUSHING) {
                                                robot.lookup("#stop").queryAs(Button.class).fire();
                                            }
                                        }));
        robot.clickOn("#applyButton");
        awaitPush();

        Map<String, Boolean> through =
                lines(robot).stream()
                        .map(line -> line.strip().split(" · "))
                        .filter(words -> words.length == 2)
                        .collect(
                                Collectors.toMap(
                                        words -> words[0],
                                        words -> words[1].equals("done, read back and equal")));
        assertThat(through).hasSize(MANY);
        through.forEach(
                (host, pushed) ->
                        assertThat(links(host).contains("vxlan10")).as(host).isEqualTo(pushed));
        assertThat(summary(robot))
                .startsWith(through.containsValue(false) ? "Stopped." : "Applied: ");
    }

    @Test
    void aLabThatIsStoppedWhileItStartsIsNotRunningAndCanBeDrawn() throws IOException {
        openALargeLab();
        window.onUi(
                () ->
                        window.live()
                                .activityProperty()
                                .subscribe(
                                        now -> {
                                            if (now == Activity.OPENING) {
                                                window.live().stop();
                                            }
                                        }));
        window.run(LabActions::apply);
        window.await(() -> window.live().refusalProperty().get().isPresent());
        window.await(() -> window.live().activityProperty().get() == Activity.IDLE);

        assertThat(window.desk().texts().of(window.live().refusalProperty().get().orElseThrow()))
                .isEqualTo("Stopped.");
        assertThat(window.live().isOpen()).isFalse();
        assertThat(window.desk().modeProperty().get()).isEqualTo(Desk.Mode.DESIGN);
    }

    private void lookAtTheUsualLab() {
        window.run(actions -> actions.template(Templates.USUAL));
        window.run(LabActions::live);
        window.awaitIdleAfter(window.live()::isOpen);
    }

    private void openALargeLab() throws IOException {
        String hosts =
                IntStream.rangeClosed(1, MANY)
                        .mapToObj(
                                n ->
                                        "  - { name: h%d, underlay: { network: lan, address: 10.0.0.%d/24 } }%n"
                                                .formatted(n, n))
                        .collect(Collectors.joining());
        String members =
                IntStream.rangeClosed(1, MANY)
                        .mapToObj("      - { host: h%d }%n"::formatted)
                        .collect(Collectors.joining());
        Path file = home.resolve("large.vxlab.yaml");
        Files.writeString(
                file,
                """
                vxlab: 1
                name: large
                underlay:
                  networks:
                    - { name: lan, subnet: 10.0.0.0/24 }
                hosts:
                %ssegments:
                  - vni: 10
                    name: red
                    flooding: head-end
                    members:
                %s\
                """
                        .formatted(hosts, members));
        window.openFile(file);
    }

    private void awaitPush() {
        window.awaitIdleAfter(() -> window.live().pushedProperty().get().isPresent());
    }

    private static String summary(FxRobot robot) {
        return robot.from(robot.lookup("#planRows").query().getParent())
                .lookup("#summary")
                .queryAs(Label.class)
                .getText();
    }

    /// What a screen reader says of every line of the plan, in order.
    private List<String> lines(FxRobot robot) {
        ListView<?> rows = robot.lookup("#planRows").queryListView();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.getItems().size(); i++) {
            int at = i;
            window.onUi(
                    () -> {
                        rows.scrollTo(at);
                        rows.layout();
                        lines.add(cell(rows, at));
                    });
        }
        return lines;
    }

    private static String cell(ListView<?> rows, int at) {
        for (Node node : rows.lookupAll(".list-cell")) {
            if (node instanceof ListCell<?> cell && cell.getIndex() == at && !cell.isEmpty()) {
                return cell.getAccessibleText();
            }
        }
        throw new AssertionError("line " + at + " is not shown");
    }

    /// The names of all devices, as the kernel says.
    private List<String> links(String host) {
        return HostShell.run(window, host, "ip -brief link").stream()
                .map(line -> line.split("[@ ]")[0])
                .toList();
    }
}
