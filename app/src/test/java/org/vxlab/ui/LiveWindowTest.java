package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Segment.StaticFdb;

import java.util.ArrayList;
import java.util.List;

/// The window with a lab that really runs.
@Tag("kernel")
class LiveWindowTest extends WindowOnStage {
    /// After the plan.
    private static final int FDB_TAB = 1;

    @Test
    void onePressLeadsToARunningPingingLabWhoseTablesAreTheKernels(FxRobot robot) {
        robot.clickOn("#english");
        robot.clickOn("#tryIt");
        window.awaitPings(12);

        assertThat(window.live().pingsProperty().get().values())
                .allSatisfy(pair -> assertThat(pair.lossPercent()).isZero());
        assertThat(window.plans()).allSatisfy(plan -> assertThat(plan.steps()).isEmpty());
        robot.clickOn("FDB");
        robot.clickOn("#everything");
        window.settle();
        List<String> kernel = new ArrayList<>();
        for (String host : List.of("h1", "h2")) {
            for (HostShell.FdbLine line : HostShell.fdb(window, host)) {
                kernel.add(String.join(" ", host, line.mac(), line.device(), line.vtep()));
            }
        }
        bringTablesToFront(robot);
        assertThat(shownTable(robot)).containsExactlyInAnyOrderElementsOf(kernel);
        assertThat(robot.lookup("#applyButton").queryButton().getText()).isEqualTo("Apply");

        robot.clickOn("#downButton");
        window.await(() -> !window.live().isOpen());
        assertThat(window.desk().modeProperty().get()).isEqualTo(Desk.Mode.DESIGN);
        assertThat(window.live().pushedProperty().get().orElseThrow().succeeded()).isTrue();
    }

    @Test
    void theStructureIsLockedWhileLiveAndASecondPushDoesOnlyTheDifference(FxRobot robot) {
        robot.clickOn("#english");
        robot.clickOn("#tryIt");
        window.awaitPings(12);

        window.onUi(() -> window.desk().edit(new LabEdit.RenameLab("other")));
        assertThat(window.desk().lab().name()).isEqualTo("bridge-and-vxlan");

        robot.clickOn("#designButton");
        window.onUi(
                () ->
                        window.desk()
                                .edit(
                                        new LabEdit.AddFdb(
                                                "red",
                                                new StaticFdb(
                                                        "h1",
                                                        MacAddress.parse("02:00:00:00:00:77"),
                                                        "h2"))));
        window.settle();
        assertThat(window.plans().getFirst().steps()).hasSizeBetween(1, 2);
        assertThat(window.plans().getLast().steps()).isEmpty();

        robot.clickOn("#applyButton");
        window.awaitIdleAfter(() -> window.live().pushedProperty().get().isPresent());
        assertThat(window.live().pushedProperty().get().orElseThrow().succeeded()).isTrue();
        assertThat(window.plans()).allSatisfy(plan -> assertThat(plan.steps()).isEmpty());
    }

    @Test
    void aButtonThatIsSwitchedOffLeavesTheKeyboardToTheDrawing(FxRobot robot) {
        robot.clickOn("#english");
        robot.clickOn("#tryIt");
        window.awaitPings(12);

        for (String button : List.of("#pingButton", "#downButton")) {
            window.onUi(() -> robot.lookup(button).query().requestFocus());
            window.run(LabActions::ping);
            assertThat(window.stage().getScene().getFocusOwner())
                    .extracting(Node::getId)
                    .isEqualTo("labCanvas");
            window.awaitIdleAfter(() -> true);
        }
    }

    private void bringTablesToFront(FxRobot robot) {
        TabPane panes = robot.lookup("#tabs").queryAs(TabPane.class);
        window.onUi(() -> panes.getSelectionModel().select(FDB_TAB));
        window.settle();
    }

    private static List<String> shownTable(FxRobot robot) {
        TableView<?> table = robot.lookup("#table").queryTableView();
        List<String> shown = new ArrayList<>();
        for (int row = 0; row < table.getItems().size(); row++) {
            int at = row;
            List<String> cells =
                    table.getColumns().stream()
                            .map(column -> String.valueOf(column.getCellData(at)))
                            .toList();
            String device = cells.get(4).split(" @ ")[0];
            shown.add(cells.get(0) + " " + cells.get(1) + " " + device + " " + cells.get(5));
        }
        return shown;
    }
}
