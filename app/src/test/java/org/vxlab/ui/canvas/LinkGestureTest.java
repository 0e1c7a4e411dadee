package org.vxlab.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Network;
import org.vxlab.topology.Prefix;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Thing;
import org.vxlab.ui.BothLanguages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Links drawn from the handle of a host, and what is said of those that make no sense.
@BothLanguages
class LinkGestureTest extends CanvasOnStage {

    LinkGestureTest(Locale language) {
        super(language);
    }

    @BeforeEach
    void begin() {
        drawTwoHosts();
    }

    private void remove(Thing thing) {
        CanvasStage.doOnUi(() -> shown.desk.edit(new LabEdit.Remove(thing)));
    }

    private Point2D handle(Thing thing) {
        return shown.onScreen(new Point(box(thing).right(), box(thing).centre().y())).add(14, 0);
    }

    /// Presses on the handle of a host and holds a link over a place.
    private void hold(FxRobot robot, Thing from, Point2D over) {
        Point2D handle = handle(from);
        robot.clickOn(head(from));
        robot.moveTo(handle).press(MouseButton.PRIMARY).moveTo(over);
    }

    private List<String> members() {
        return shown.lab().segments().getFirst().members().stream()
                .map(Segment.Member::host)
                .toList();
    }

    @Test
    void toASegmentItIsAMember(FxRobot robot) {
        remove(new Thing.Member("red", "h2"));
        hold(robot, H2, shown.onScreen(RED));
        assertThat(bubble(robot)).contains("h2").contains("red");
        robot.release(MouseButton.PRIMARY);
        assertThat(members()).containsExactly("h1", "h2");
    }

    @Test
    void toANetworkItIsACable(FxRobot robot) {
        Network other = new Network("other", Prefix.parse("192.168.57.0/24"), Optional.empty());
        CanvasStage.doOnUi(
                () -> {
                    shown.desk.edit(new LabEdit.AddNetwork(other));
                    shown.desk.edit(
                            new LabEdit.Move(
                                    Map.of(new Thing.Network("other"), new Point(700, 560))));
                    shown.canvas.fit();
                });
        hold(robot, H2, shown.onScreen(new Thing.Network("other")));
        assertThat(bubble(robot))
                .isEqualTo(text("topology.tunnel.unreachable", "h1", "h2", "lan", "other"));
        robot.release(MouseButton.PRIMARY);
        assertThat(shown.lab().host("h2").orElseThrow().underlay().network()).isEqualTo("lan");

        remove(RED);
        hold(robot, H2, shown.onScreen(new Thing.Network("other")));
        robot.release(MouseButton.PRIMARY);
        assertThat(shown.lab().host("h2").orElseThrow().underlay())
                .satisfies(port -> assertThat(port.network()).isEqualTo("other"))
                .satisfies(
                        port -> assertThat(other.subnet().contains(port.address().ip())).isTrue());
    }

    @Test
    void fromHostToHostItIsATunnelOfTheChosenSegment(FxRobot robot) {
        Lab drawn = shown.lab();
        remove(new Thing.Tunnel("red", "h1", "h2"));
        Lab without = shown.lab();
        assertThat(without).isNotEqualTo(drawn);
        CanvasStage.doOnUi(() -> shown.desk.selection().choose(List.of(RED, H1, H2)));
        shown.choose(shown.canvas.editItems(), "ui.canvas.link");
        assertThat(shown.lab()).isEqualTo(drawn);
        remove(new Thing.Tunnel("red", "h1", "h2"));
        assertThat(shown.lab()).isEqualTo(without);

        robot.moveTo(head(H1));
        CanvasStage.doOnUi(() -> shown.desk.selection().choose(List.of(RED)));
        robot.moveTo(handle(H1)).press(MouseButton.PRIMARY).moveTo(head(H2));
        assertThat(bubble(robot)).contains("h1").contains("h2");
        robot.release(MouseButton.PRIMARY);
        assertThat(shown.lab()).isEqualTo(drawn);
    }

    @Test
    void whereItMakesNoSenseItIsSaidWhyNot(FxRobot robot) {
        Lab before = shown.lab();
        hold(robot, H1, shown.onScreen(RED));
        assertThat(bubble(robot)).isEqualTo(text("topology.link.member", "h1", "red"));
        robot.release(MouseButton.PRIMARY);
        assertThat(shown.lab()).isEqualTo(before);
    }
}
