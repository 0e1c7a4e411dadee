package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.picture.Glyph;
import org.vxlab.picture.Glyph.Condition;
import org.vxlab.topology.Thing;
import org.vxlab.ui.canvas.CanvasView;
import org.vxlab.ui.canvas.LabCanvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// From the empty drawing to a lab that runs, and what is seen when it breaks: all by mouse and
/// keys, as a person does it who never saw the program.
@Tag("kernel")
class FirstLabTest extends WindowOnStage {
    private static final Thing H1 = new Thing.Host("h1");
    private static final Thing H2 = new Thing.Host("h2");
    private static final Thing RED = new Thing.Segment("red");
    private static final Thing TUNNEL = new Thing.Tunnel("red", "h1", "h2");
    private static final Map<String, String> HOST_AT =
            Map.of("192.168.56.11", "h1", "192.168.56.12", "h2");

    private CanvasView canvas;

    @BeforeEach
    void beginWithAnEmptyLab(FxRobot robot) {
        robot.clickOn("#english");
        robot.clickOn("#newLab");
        window.settle();
        canvas = new CanvasView(robot.lookup("#labCanvas").queryAs(LabCanvas.class));
    }

    @Test
    void drawnByMouseItRunsShowsTheKernelsTablesAndTurnsRedWhenTheUnderlayBreaks(FxRobot robot) {
        draw(robot);
        assertThat(window.desk().problemsProperty().get()).isEmpty();

        robot.clickOn("#applyButton");
        window.awaitIdleAfter(() -> window.live().pushedProperty().get().isPresent());
        assertThat(window.live().pushedProperty().get().orElseThrow().succeeded()).isTrue();

        robot.clickOn("#pingButton");
        window.awaitPings(12);
        assertThat(cells(robot)).hasSize(12).allMatch(cell -> is(cell, "good"));
        List<String> kernel = kernelsEntries();
        assertThat(kernel).hasSize(4);
        window.await(() -> canvas.chips().size() == kernel.size());
        assertThat(canvas.chips()).containsExactlyInAnyOrderElementsOf(kernel);
        assertThat(canvas.condition(TUNNEL, Glyph.Part.TUNNEL)).isEqualTo(Condition.UP);

        robot.press(KeyCode.SHIFT, KeyCode.F6).release(KeyCode.F6, KeyCode.SHIFT);
        window.awaitPings(12);
        HostShell.run(window, "h2", "ip link set dev eth0 down");
        window.await(() -> canvas.condition(TUNNEL, Glyph.Part.TUNNEL) == Condition.DOWN);
        assertThat(canvas.condition(H2, Glyph.Part.PORT)).isEqualTo(Condition.DOWN);
        assertThat(canvas.condition(H2, Glyph.Part.CABLE)).isEqualTo(Condition.DOWN);
        window.await(() -> between(robot).stream().allMatch(cell -> is(cell, "bad")));
        assertThat(between(robot)).hasSize(8);
        assertThat(cells(robot))
                .filteredOn(cell -> !between(robot).contains(cell))
                .allMatch(cell -> is(cell, "good"));
    }

    /// Two hosts, a segment that joins the first, a link for the second, a workload in each.
    private void draw(FxRobot robot) {
        robot.drag("#palette-host", MouseButton.PRIMARY).dropTo(canvas.part(0.25, 0.5));
        robot.drag("#palette-segment", MouseButton.PRIMARY).dropTo(canvas.part(0.5, 0.15));
        robot.drag("#palette-host", MouseButton.PRIMARY).dropTo(canvas.part(0.75, 0.5));
        robot.clickOn(canvas.head(H2));
        robot.drag(canvas.handle(), MouseButton.PRIMARY).dropTo(canvas.centre(RED));
        robot.drag("#palette-workload", MouseButton.PRIMARY).dropTo(canvas.head(H1));
        robot.drag("#palette-workload", MouseButton.PRIMARY).dropTo(canvas.head(H2));
        window.settle();
    }

    private static List<Button> cells(FxRobot robot) {
        return robot.lookup(".ping").queryAllAs(Button.class).stream().toList();
    }

    /// The cells of pairs whose pings have to cross the underlay.
    private static List<Button> between(FxRobot robot) {
        Set<String> first = Set.of("h1", "vm1");
        return cells(robot).stream()
                .filter(
                        cell -> {
                            String[] ends = cell.getTooltip().getText().split("\n")[0].split(" → ");
                            return first.contains(ends[0]) != first.contains(ends[1]);
                        })
                .toList();
    }

    private static boolean is(Button cell, String tone) {
        return cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass(tone));
    }

    /// The unicast entries of `bridge fdb show` that lead to a VTEP, as the drawing words them.
    private List<String> kernelsEntries() {
        List<String> entries = new ArrayList<>();
        for (String host : List.of("h1", "h2")) {
            for (HostShell.FdbLine line : HostShell.fdb(window, host)) {
                if (!line.vtep().isEmpty() && !line.mac().equals("00:00:00:00:00:00")) {
                    entries.add(host + " " + line.mac() + " " + HOST_AT.get(line.vtep()));
                }
            }
        }
        return entries;
    }
}
