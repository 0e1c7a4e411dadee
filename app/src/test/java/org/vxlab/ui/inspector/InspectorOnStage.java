package org.vxlab.ui.inspector;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import org.vxlab.topology.Host;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Desks;
import org.vxlab.ui.Looks;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// An inspector of its own with the whole sample lab, and the ways a person has with it.
@ExtendWith(ApplicationExtension.class)
abstract class InspectorOnStage {
    private static final double WIDTH = 300;
    private static final double HEIGHT = 900;

    Desk desk;
    Inspector inspector;
    Scene scene;

    /// Not by `@Start`, which TestFX finds in a test's own class only.
    @BeforeEach
    final void open(FxRobot robot) throws TimeoutException {
        FxToolkit.setupStage(this::show);
        robot.interact(() -> desk.edit(Labs.drawing(Labs.WHOLE)));
    }

    private void show(Stage stage) {
        desk = Desks.empty(Locale.ENGLISH, Looks.Theme.LIGHT);
        inspector = new Inspector(desk);
        ScrollPane place = new ScrollPane(inspector);
        place.setFitToWidth(true);
        scene = new Scene(place, WIDTH, HEIGHT);
        desk.looks().dress(scene);
        stage.setScene(scene);
        // The stage is that of the tests before, which may have given it another size.
        stage.sizeToScene();
        stage.show();
    }

    /// Problems are looked for beside the window.
    void settle() {
        try {
            WaitForAsyncUtils.waitFor(
                    10, TimeUnit.SECONDS, () -> desk.stateProperty().get().checked());
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    Segment red() {
        return desk.lab().segment("red").orElseThrow();
    }

    Host host(String name) {
        return desk.lab().host(name).orElseThrow();
    }

    void choose(FxRobot robot, Thing... things) {
        robot.interact(() -> desk.selection().choose(List.of(things)));
        settle();
    }

    void type(FxRobot robot, String id, String text) {
        TextField field = field(robot, id);
        robot.interact(
                () -> {
                    field.requestFocus();
                    field.setText(text);
                });
        robot.type(KeyCode.ENTER);
        settle();
    }

    void pick(FxRobot robot, String id, int index) {
        ComboBox<?> box = lookup(robot, "#" + id + " .combo-box", ComboBox.class);
        robot.interact(() -> box.getSelectionModel().select(index));
        settle();
    }

    static TextField field(FxRobot robot, String id) {
        return lookup(robot, "#" + id + " .text-field", TextField.class);
    }

    static List<String> messages(FxRobot robot, String id) {
        return robot.lookup("#" + id + " .message-text").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    static List<String> commands(FxRobot robot) {
        return robot.lookup(".command-text").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    static List<String> texts(FxRobot robot) {
        return robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(text -> text != null)
                .toList();
    }

    static <T extends Node> T lookup(FxRobot robot, String query, Class<T> type) {
        return robot.lookup(query).queryAs(type);
    }
}
