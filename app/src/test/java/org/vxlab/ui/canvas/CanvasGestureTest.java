package org.vxlab.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.picture.Box;
import org.vxlab.topology.Host;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.LabFragment;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Problem;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Thing;
import org.vxlab.ui.BothLanguages;
import org.vxlab.ui.Desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What hands do on the drawing, and the labs that come of it.
@BothLanguages
class CanvasGestureTest extends CanvasOnStage {

    CanvasGestureTest(Locale language) {
        super(language);
    }

    private Set<Thing> chosen() {
        return CanvasStage.onUi(() -> Set.copyOf(shown.desk.selection().chosen()));
    }

    @Test
    void twoHostsAndASegmentAreALabWithoutProblems(FxRobot robot) {
        for (double x : List.of(300.0, 700.0)) {
            robot.drag("#palette-host", MouseButton.PRIMARY).dropTo(shown.inCanvas(x, 300));
        }
        CanvasStage.doOnUi(() -> shown.desk.selection().clear());
        robot.drag("#palette-segment", MouseButton.PRIMARY).dropTo(shown.inCanvas(500, 100));
        Lab lab = shown.lab();
        assertThat(lab.hosts()).extracting(Host::name).containsExactly("h1", "h2");
        assertThat(lab.segments().getFirst().members())
                .extracting(Segment.Member::host)
                .containsExactly("h1", "h2");
        assertThat(CanvasStage.onUi(() -> shown.desk.problemsProperty().get())).isEmpty();
        assertThat(chosen()).containsExactly(RED);
    }

    @Test
    void aDraggedHostMovesWithOneEditOnRelease(FxRobot robot) {
        drawTwoHosts();
        Lab before = shown.lab();
        Point from = before.layout().positions().get("h1");
        Point2D start = shown.onScreen(new Point(from.x(), from.y() - 60));
        robot.moveTo(start).press(MouseButton.PRIMARY);
        robot.press(KeyCode.ALT);
        robot.moveTo(start.add(-60, -80));
        assertThat(shown.lab()).isEqualTo(before);
        robot.release(MouseButton.PRIMARY).release(KeyCode.ALT);
        double zoom = CanvasStage.onUi(() -> shown.canvas.view().zoom());
        Point to = new Point(Math.round(from.x() - 60 / zoom), Math.round(from.y() - 80 / zoom));
        assertThat(shown.lab()).isEqualTo(new LabEdit.Move(Map.of(H1, to)).applyTo(before));
    }

    @Test
    void escapeLeavesADragUndone(FxRobot robot) {
        drawTwoHosts();
        Lab before = shown.lab();
        robot.moveTo(shown.onScreen(RED)).press(MouseButton.PRIMARY).moveBy(80, 80);
        robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
        assertThat(shown.lab()).isEqualTo(before);
    }

    @Test
    void clicksChooseAndAddToTheChoice(FxRobot robot) {
        drawTwoHosts();
        robot.clickOn(shown.onScreen(RED));
        assertThat(chosen()).containsExactly(RED);
        shown.shiftClick(new Thing.Network("lan"));
        assertThat(chosen()).containsExactlyInAnyOrder(RED, new Thing.Network("lan"));
        robot.type(KeyCode.ESCAPE);
        assertThat(chosen()).isEmpty();
    }

    @Test
    void aBandChoosesWhatStandsInside(FxRobot robot) {
        drawTwoHosts();
        Box card = box(H1);
        robot.moveTo(shown.onScreen(new Point(card.x() - 20, card.y() - 20)))
                .press(MouseButton.PRIMARY)
                .moveTo(shown.onScreen(new Point(card.right() + 20, card.bottom() + 10)))
                .release(MouseButton.PRIMARY);
        assertThat(chosen()).containsExactly(H1);
    }

    @Test
    void arrowsNudgeAndShiftMakesItFarther(FxRobot robot) {
        drawTwoHosts();
        Point from = shown.lab().layout().positions().get("red");
        robot.clickOn(shown.onScreen(RED));
        robot.type(KeyCode.RIGHT);
        assertThat(shown.lab().layout().positions())
                .containsEntry("red", new Point(from.x() + 5, from.y()));
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        assertThat(shown.lab().layout().positions())
                .containsEntry("red", new Point(from.x() + 5, from.y() + 50));
    }

    @Test
    void deleteDuplicateAndPasteMakeTheEditsTheyAreNamedAfter(FxRobot robot) {
        drawTwoHosts();
        Lab before = shown.lab();
        CanvasStage.doOnUi(() -> shown.desk.selection().choose(List.of(H1)));
        LabFragment one = LabFragment.of(before, Set.of(H1));
        act("ui.canvas.duplicate");
        Lab duplicated = new LabEdit.Paste(one, 0, 0).applyTo(before);
        assertThat(shown.lab().withLayout(before.layout()))
                .isEqualTo(duplicated.withLayout(before.layout()));
        Box copy = CanvasStage.onUi(() -> shown.canvas.boxOf(new Thing.Host("h3")).orElseThrow());
        for (Thing other : List.of(H1, H2, RED)) {
            assertThat(CanvasStage.onUi(() -> shown.canvas.boxOf(other).orElseThrow()))
                    .matches(box -> !box.overlaps(copy));
        }
        assertThat(chosen()).containsExactly(new Thing.Host("h3"));
        act("ui.canvas.cut");
        assertThat(shown.lab()).isEqualTo(before);
        act("ui.canvas.paste");
        assertThat(shown.lab().hosts()).extracting(Host::name).containsExactly("h1", "h2", "h3");
    }

    private void act(String key) {
        shown.choose(shown.canvas.editItems(), key);
    }

    @Test
    void everythingIsChosenCopiedAndPastedWithNewNames(FxRobot robot) {
        drawTwoHosts();
        act("ui.canvas.select-all");
        assertThat(chosen()).contains(H1, H2, RED, new Thing.Network("lan"));
        act("ui.canvas.copy");
        act("ui.canvas.paste");
        assertThat(shown.lab().hosts())
                .extracting(Host::name)
                .containsExactly("h1", "h2", "h3", "h4");
        assertThat(shown.lab().segments()).hasSize(2);
        assertThat(CanvasStage.onUi(() -> shown.desk.problemsProperty().get()))
                .noneMatch(Problem::isError);
        act("ui.canvas.delete");
        assertThat(shown.lab().hosts()).extracting(Host::name).containsExactly("h1", "h2");
    }

    @Test
    void everyKindIsAddedFromTheMenuAsFromThePalette() {
        drawTwoHosts();
        for (Insertable kind : Insertable.values()) {
            int before = Thing.all(shown.lab()).size();
            CanvasStage.doOnUi(() -> shown.desk.selection().choose(List.of(H1)));
            shown.choose(shown.canvas.insertItems(), kind.key());
            assertThat(Thing.all(shown.lab())).as(kind.name()).hasSizeGreaterThan(before);
        }
    }

    @Test
    void aNewNameIsTypedInPlace(FxRobot robot) {
        drawTwoHosts();
        Lab before = shown.lab();
        CanvasStage.doOnUi(() -> shown.desk.selection().choose(List.of(H1)));
        robot.type(KeyCode.ENTER);
        robot.write("web").type(KeyCode.ENTER);
        assertThat(shown.lab()).isEqualTo(new LabEdit.Rename(H1, "web").applyTo(before));
        assertThat(chosen()).containsExactly(new Thing.Host("web"));
    }

    @Test
    void aNameThatIsTakenIsRefusedWithTheReason(FxRobot robot) {
        drawTwoHosts();
        Lab before = shown.lab();
        CanvasStage.doOnUi(() -> shown.desk.selection().choose(List.of(H1)));
        robot.type(KeyCode.ENTER);
        robot.write("h2").type(KeyCode.ENTER);
        assertThat(shown.lab()).isEqualTo(before);
        assertThat(bubble(robot)).contains("h2");
    }

    @Test
    void whileWatchingTheStructureIsLockedAndPlacesAreNot(FxRobot robot) {
        drawTwoHosts();
        CanvasStage.doOnUi(
                () -> {
                    shown.desk.modeProperty().set(Desk.Mode.LIVE);
                    shown.canvas.fit();
                    shown.desk.selection().choose(List.of(RED));
                });
        Lab before = shown.lab();
        robot.type(KeyCode.BACK_SPACE);
        assertThat(shown.lab()).isEqualTo(before);
        assertThat(bubble(robot)).isEqualTo(text("ui.canvas.locked"));
        robot.type(KeyCode.RIGHT);
        Point from = before.layout().positions().get("red");
        assertThat(shown.lab())
                .isEqualTo(
                        new LabEdit.Move(Map.of(RED, new Point(from.x() + 5, from.y())))
                                .applyTo(before));
    }

    @Test
    void aDoubleClickOnNothingOffersWhatCanBeAdded(FxRobot robot) {
        robot.doubleClickOn(shown.inCanvas(60, 60));
        robot.clickOn(text("ui.canvas.add.network"));
        assertThat(shown.lab().networks()).hasSize(1);
    }

    @Test
    void tabWalksTheThingsAndSaysWhatTheyAre(FxRobot robot) {
        drawTwoHosts();
        robot.type(KeyCode.TAB).type(KeyCode.TAB);
        assertThat(chosen()).containsExactly(H1);
        assertThat(CanvasStage.onUi(shown.canvas::getAccessibleText))
                .isEqualTo(text("picture.host", "h1", "192.168.56.11", "lan"));
    }

    @Test
    void findingGoesToWhatHasTheAddress() {
        drawTwoHosts();
        int found = CanvasStage.onUi(() -> shown.canvas.find("192.168.56.12"));
        assertThat(found).isEqualTo(1);
        assertThat(chosen()).containsExactly(H2);
    }
}
