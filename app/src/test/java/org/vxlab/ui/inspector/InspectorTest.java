package org.vxlab.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.vxlab.kernel.HostState;
import org.vxlab.observe.HostObservation;
import org.vxlab.observe.Observation;
import org.vxlab.plan.Wanted;
import org.vxlab.topology.Flooding;
import org.vxlab.topology.Host;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Desks;
import org.vxlab.ui.Looks;
import org.vxlab.ui.Picture;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The inspector as a person uses it: what is typed becomes one edit, what is wrong is said in
/// place.
@ExtendWith(ApplicationExtension.class)
class InspectorTest {
    private static final double WIDTH = 300;
    private static final double HEIGHT = 900;
    private static final Path PICTURES = Path.of("target", "inspector");

    private Desk desk;
    private Inspector inspector;
    private Scene scene;

    @Start
    void open(Stage stage) {
        desk = Desks.empty(Locale.ENGLISH, Looks.Theme.LIGHT);
        inspector = new Inspector(desk);
        ScrollPane place = new ScrollPane(inspector);
        place.setFitToWidth(true);
        scene = new Scene(place, WIDTH, HEIGHT);
        desk.looks().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void draw(FxRobot robot) {
        robot.interact(() -> desk.edit(Labs.drawing(Labs.WHOLE)));
    }

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
        assertThat(lookup(robot, ".inspector-name", Label.class).getText()).isEqualTo("leaf");
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

    /// Problems are looked for beside the window.
    private void settle() {
        try {
            WaitForAsyncUtils.waitFor(
                    10, TimeUnit.SECONDS, () -> desk.stateProperty().get().checked());
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Segment red() {
        return desk.lab().segment("red").orElseThrow();
    }

    private Host host(String name) {
        return desk.lab().host(name).orElseThrow();
    }

    private void choose(FxRobot robot, Thing... things) {
        robot.interact(() -> desk.selection().choose(List.of(things)));
        settle();
    }

    private void type(FxRobot robot, String id, String text) {
        TextField field = field(robot, id);
        robot.interact(
                () -> {
                    field.requestFocus();
                    field.setText(text);
                });
        robot.type(KeyCode.ENTER);
        settle();
    }

    private void pick(FxRobot robot, String id, int index) {
        ComboBox<?> box = lookup(robot, "#" + id + " .combo-box", ComboBox.class);
        robot.interact(() -> box.getSelectionModel().select(index));
        settle();
    }

    private static TextField field(FxRobot robot, String id) {
        return lookup(robot, "#" + id + " .text-field", TextField.class);
    }

    private static List<String> messages(FxRobot robot, String id) {
        return robot.lookup("#" + id + " .message-text").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private static List<String> commands(FxRobot robot) {
        return robot.lookup(".command-text").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(text -> text != null)
                .toList();
    }

    private static <T extends Node> T lookup(FxRobot robot, String query, Class<T> type) {
        return robot.lookup(query).queryAs(type);
    }
}
