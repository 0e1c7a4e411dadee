package org.vxlab.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.kernel.HostState;
import org.vxlab.observe.HostObservation;
import org.vxlab.observe.Observation;
import org.vxlab.topology.Flooding;
import org.vxlab.topology.Host;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Message;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Looks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The inspector as a person uses it: what is typed becomes one edit, what is wrong is said in
/// place.
class InspectorTest extends InspectorOnStage {
    @Test
    void aTypedPortIsOneEditAndItsDefaultComesBackByAButton(FxRobot robot) {
        choose(robot, new Thing.Segment("red"));
        assertThat(field(robot, "segment-port").getPromptText()).isEqualTo("4789 (default)");
        type(robot, "segment-port", "8472");
        assertThat(red().options().port()).contains(8472);
        robot.clickOn(lookup(robot, "#segment-port .reset", Button.class));
        settle();
        assertThat(desk.lab()).isEqualTo(Labs.WHOLE);
    }

    @Test
    void aTextThatIsNoAddressStaysInTheFieldWithItsReason(FxRobot robot) {
        choose(robot, new Thing.Host("b"));
        type(robot, "host-address", "192.168.56.300/24");
        assertThat(desk.lab()).isEqualTo(Labs.WHOLE);
        assertThat(messages(robot, "host-address"))
                .containsExactly(
                        "'192.168.56.300' is not an IP address: '300' is not a number from 0 to"
                                + " 255 without leading zeros");
        assertThat(field(robot, "host-address").getText()).isEqualTo("192.168.56.300/24");
        robot.clickOn(field(robot, "host-address")).type(KeyCode.ESCAPE);
        assertThat(field(robot, "host-address").getText()).isEqualTo("192.168.56.12/24");
    }

    @Test
    void aMissingPrefixLengthIsWrittenByItsCure(FxRobot robot) {
        choose(robot, new Thing.Host("b"));
        type(robot, "host-address", "192.168.56.22");
        robot.clickOn("Write 192.168.56.22/24");
        settle();
        assertThat(host("b").underlay().address()).hasToString("192.168.56.22/24");
    }

    @Test
    void aProblemOfThePropertyIsShownWithACureThatCures(FxRobot robot) {
        choose(robot, new Thing.Segment("red"));
        type(robot, "segment-mtu", "1500");
        assertThat(messages(robot, "segment-mtu"))
                .containsExactly(
                        "an overlay MTU of 1500 is more than the underlay carries: the largest"
                                + " frame in one piece is 1450, bigger ones are fragmented or"
                                + " lost. Write 1450 or leave mtu out; or raise the MTU of the"
                                + " underlay networks.");
        robot.clickOn("Use 1450 (default)");
        settle();
        assertThat(desk.lab()).isEqualTo(Labs.WHOLE);
        assertThat(messages(robot, "segment-mtu")).isEmpty();
    }

    @Test
    void aNameInUseIsRefusedAndARenamedThingStaysChosen(FxRobot robot) {
        choose(robot, new Thing.Host("b"));
        type(robot, "name-of", "a");
        assertThat(desk.lab()).isEqualTo(Labs.WHOLE);
        assertThat(messages(robot, "name-of"))
                .containsExactly(
                        "the name 'a' is taken by hosts[0]; drawing, results and namespaces go"
                                + " by name");
        type(robot, "name-of", "leaf");
        assertThat(desk.lab().hosts()).extracting(Host::name).containsExactly("a", "leaf", "c");
        assertThat(desk.selection().chosen()).containsExactly(new Thing.Host("leaf"));
        assertThat(lookup(robot, ".inspector-name", NameLine.class).getAccessibleText())
                .isEqualTo("leaf");
    }

    @Test
    void whatToDoNextIsWhatCanBeDone(FxRobot robot) {
        settle();
        assertThat(texts(robot)).contains(desk.texts().of("ui.inspector.begin.apply"));
        robot.interact(() -> desk.edit(new LabEdit.RenameLab("two words")));
        settle();
        assertThat(texts(robot)).contains(desk.texts().of("ui.inspector.begin.mend"));
        robot.interact(() -> desk.modeProperty().set(Desk.Mode.LIVE));
        settle();
        assertThat(texts(robot))
                .contains(desk.texts().of("ui.inspector.begin.live"))
                .doesNotContain(desk.texts().of("ui.inspector.begin.apply"));
    }

    @Test
    void aLongNameGoesOnInTheNextLineAfterAHyphen(FxRobot robot) {
        robot.interact(
                () -> {
                    desk.edit(new LabEdit.RenameLab("static-entries-and-two-tenants"));
                    desk.looks().themeProperty().set(Looks.Theme.PROJECTOR);
                });
        settle();
        robot.interact(
                () -> {
                    inspector.getScene().getRoot().applyCss();
                    inspector.getScene().getRoot().layout();
                });
        List<Label> pieces =
                List.copyOf(robot.lookup(".inspector-name .label").queryAllAs(Label.class));
        assertThat(pieces)
                .extracting(Label::getText)
                .containsExactly("static-", "entries-", "and-", "two-", "tenants");
        assertThat(pieces.getLast().getLayoutY()).isGreaterThan(pieces.getFirst().getLayoutY());
        assertThat(pieces)
                .allSatisfy(
                        piece ->
                                assertThat(piece.getWidth())
                                        .isGreaterThanOrEqualTo(piece.prefWidth(-1)));
    }

    @Test
    void floodingSaysWhatItMeansAndMulticastBringsAGroup(FxRobot robot) {
        choose(robot, new Thing.Segment("vni20"));
        assertThat(lookup(robot, "#segment-flooding > .means", Label.class).getText())
                .startsWith("The sender copies each broadcast for every peer");
        pick(robot, "segment-flooding", 2);
        assertThat(desk.lab().segments().get(1).options().flooding()).contains(Flooding.MULTICAST);
        assertThat(field(robot, "segment-group").getText()).isEqualTo("239.1.1.1");
    }

    @Test
    void anEntryOfTheTableIsChangedInPlaceAndKeepsItsRow(FxRobot robot) {
        choose(robot, new Thing.Segment("red"));
        robot.interact(() -> lookup(robot, "#fdb .section-body > .button", Button.class).fire());
        settle();
        TextField mac = lookup(robot, "#fdb #entry-mac .text-field", TextField.class);
        robot.interact(mac::requestFocus);
        robot.interact(() -> mac.setText("02:00:00:00:0a:99"));
        robot.type(KeyCode.ENTER);
        assertThat(red().fdb())
                .extracting(Segment.StaticFdb::toString)
                .containsExactly(
                        "StaticFdb[on=a, mac=02:00:00:00:0a:99, vtep=c]",
                        "StaticFdb[on=a, mac=02:00:00:00:00:01, vtep=b]");
        assertThat(desk.selection().chosen()).containsExactly(new Thing.Segment("red"));
    }

    @Test
    void aTunnelIsTakenOutAndItsWarningOffersToPutItBack(FxRobot robot) {
        choose(robot, new Thing.Segment("vni20"));
        robot.interact(() -> lookup(robot, "#tunnels .check-box", CheckBox.class).fire());
        settle();
        assertThat(desk.lab().segments().get(1).tunnels()).contains(List.of());
        robot.clickOn("Add tunnel a–b to vni20");
        settle();
        assertThat(desk.lab()).isEqualTo(Labs.WHOLE);
    }

    @Test
    void severalThingsGetTheSameValueInOneEdit(FxRobot robot) {
        choose(robot, new Thing.Segment("red"), new Thing.Segment("vni20"));
        List<Lab> steps = new ArrayList<>();
        desk.labProperty().subscribe((_, after) -> steps.add(after));
        type(robot, "segment-port", "8472");
        assertThat(desk.lab().segments())
                .extracting(one -> one.options().port())
                .containsExactly(Optional.of(8472), Optional.of(8472));
        assertThat(steps).hasSize(1);
        choose(robot, new Thing.Member("red", "a"), new Thing.Member("red", "c"));
        assertThat(field(robot, "member-device").getPromptText()).isEqualTo("different values");
    }

    @Test
    void aMemberLeadsToTheCommandsOfItsDevices(FxRobot robot) {
        choose(robot, new Thing.Member("vni20", "b"));
        assertThat(commands(robot)).first().asString().startsWith("ip link add").contains("br20");
        assertThat(commands(robot))
                .anySatisfy(
                        command ->
                                assertThat(command)
                                        .startsWith("ip link add")
                                        .contains("vxlan20 ")
                                        .contains("id 20")
                                        .contains("dev eth0"))
                .contains("bridge fdb append 00:00:00:00:00:00 dev vxlan20 dst 192.168.56.11")
                .noneSatisfy(command -> assertThat(command).contains("vxlan10"));
        choose(robot, new Thing.Tunnel("vni20", "a", "b"));
        assertThat(commands(robot))
                .containsExactly(
                        "bridge fdb append 00:00:00:00:00:00 dev vxlan20 dst 192.168.56.12",
                        "bridge fdb append 00:00:00:00:00:00 dev vxlan20 dst 192.168.56.11");
    }

    @Test
    void liveIsReadOnlyAndSaysWhatTheHostSaid(FxRobot robot) {
        choose(robot, new Thing.Host("b"));
        Instant now = Instant.parse("2026-11-02T10:00:00Z");
        HostObservation lost =
                new HostObservation(
                        "b",
                        new HostObservation.Status.Lost(
                                now.minusSeconds(7), Message.of("observe.connection-lost", "b")),
                        HostState.EMPTY,
                        Map.of(),
                        Optional.of(now.minusSeconds(9)),
                        Optional.empty());
        robot.interact(
                () -> {
                    desk.modeProperty().set(Desk.Mode.LIVE);
                    inspector
                            .liveProperty()
                            .set(Optional.of(new Observation(Map.of("b", lost), now)));
                });
        assertThat(field(robot, "host-address").isEditable()).isFalse();
        assertThat(field(robot, "host-network").getText()).isEqualTo("lan1");
        assertThat(
                        robot.lookup("#live .fact-value").queryAllAs(Label.class).stream()
                                .map(Labeled::getText))
                .containsExactly("lost for 7 s: the connection to host b was lost", "9 s");
    }
}
