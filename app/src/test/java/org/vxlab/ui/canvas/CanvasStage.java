package org.vxlab.ui.canvas;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

import org.vxlab.session.LabFile;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Message;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Desks;
import org.vxlab.ui.Looks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import javax.imageio.ImageIO;

/// A window with nothing but the drawing and its palette, for tests.
final class CanvasStage {
    private static final Path TEMPLATES = Path.of("../lab-templates");

    final Desk desk;
    final LabCanvas canvas;
    final CanvasView seen;

    /// UI thread only.
    CanvasStage(Stage stage, Locale language, Looks.Theme theme) {
        desk = Desks.empty(language, theme);
        canvas = new LabCanvas(desk);
        seen = new CanvasView(canvas);
        BorderPane pane = new BorderPane(canvas);
        pane.setLeft(new Palette(desk, canvas));
        Scene scene = new Scene(pane, 1280, 800);
        desk.looks().dress(scene);
        stage.setScene(scene);
        // The stage is that of the tests before, which may have given it another size.
        stage.sizeToScene();
        stage.show();
        canvas.requestFocus();
    }

    static <T> T onUi(Supplier<T> work) {
        if (Platform.isFxApplicationThread()) {
            return work.get();
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    try {
                        done.complete(work.get());
                    } catch (RuntimeException | Error e) {
                        done.completeExceptionally(e);
                    }
                });
        return done.join();
    }

    static void doOnUi(Runnable work) {
        onUi(
                () -> {
                    work.run();
                    return true;
                });
    }

    static Lab template(String name) {
        try {
            return LabFile.read(TEMPLATES.resolve(name).resolve(name + ".vxlab.yaml"))
                    .lab()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Draws a whole lab anew.
    void draw(Lab lab) {
        doOnUi(
                () -> {
                    desk.edit(new LabEdit.Remove(new LinkedHashSet<>(Thing.all(desk.lab()))));
                    desk.edit(drawing(lab));
                    desk.edit(new LabEdit.RenameLab(lab.name()));
                    canvas.fit();
                });
    }

    private static LabEdit drawing(Lab lab) {
        List<LabEdit> edits = new ArrayList<>();
        lab.networks().forEach(one -> edits.add(new LabEdit.AddNetwork(one)));
        lab.routers().forEach(one -> edits.add(new LabEdit.AddRouter(one)));
        lab.hosts().forEach(one -> edits.add(new LabEdit.AddHost(one)));
        lab.segments().forEach(one -> edits.add(new LabEdit.AddSegment(one)));
        lab.layout().notes().forEach(one -> edits.add(new LabEdit.AddNote(one)));
        Thing.all(lab).stream()
                .filter(thing -> lab.layout().positions().containsKey(thing.shown()))
                .filter(Places::isMovable)
                .forEach(
                        thing ->
                                edits.add(
                                        new LabEdit.Move(
                                                Map.of(
                                                        thing,
                                                        lab.layout()
                                                                .positions()
                                                                .get(thing.shown())))));
        return new LabEdit.Together(Message.of("topology.edit.add.note"), edits);
    }

    Lab lab() {
        return onUi(desk::lab);
    }

    /// Chooses an item of a menu.
    void choose(List<MenuItem> menu, String key) {
        doOnUi(
                () -> {
                    MenuItem item =
                            menu.stream()
                                    .filter(one -> one.getText().equals(desk.texts().of(key)))
                                    .findFirst()
                                    .orElseThrow();
                    if (item.isDisable()) {
                        throw new AssertionError(item.getText() + " cannot be chosen now");
                    }
                    if (item instanceof CheckMenuItem check) {
                        check.setSelected(!check.isSelected());
                    }
                    item.fire();
                });
    }

    /// Where on the screen a place of the drawing is.
    Point2D onScreen(Point at) {
        return seen.onScreen(at);
    }

    Point2D onScreen(Thing thing) {
        return seen.centre(thing);
    }

    Point2D inCanvas(double x, double y) {
        return onUi(() -> canvas.localToScreen(x, y));
    }

    /// A click with Shift held.
    void shiftClick(Thing thing) {
        Point2D at = onScreen(thing);
        doOnUi(
                () -> {
                    fire(MouseEvent.MOUSE_PRESSED, at, true, false);
                    fire(MouseEvent.MOUSE_RELEASED, at, true, false);
                });
    }

    /// A drag with Alt held.
    void altDrag(Point2D from, Point2D to) {
        doOnUi(
                () -> {
                    fire(MouseEvent.MOUSE_PRESSED, from, false, true);
                    fire(MouseEvent.MOUSE_DRAGGED, to, false, true);
                    fire(MouseEvent.MOUSE_RELEASED, to, false, true);
                });
    }

    /// The headless robot does not tell the mouse of held keys.
    private void fire(EventType<MouseEvent> type, Point2D screen, boolean shift, boolean alt) {
        Point2D at = canvas.localToScene(canvas.screenToLocal(screen));
        Event.fireEvent(
                canvas,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        shift,
                        false,
                        alt,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }

    /// A turn of the wheel with Ctrl held.
    void zoomWheel(Point2D screen, double delta) {
        doOnUi(
                () -> {
                    Point2D at = canvas.localToScene(canvas.screenToLocal(screen));
                    Event.fireEvent(
                            canvas,
                            new ScrollEvent(
                                    ScrollEvent.SCROLL,
                                    at.getX(),
                                    at.getY(),
                                    screen.getX(),
                                    screen.getY(),
                                    false,
                                    true,
                                    false,
                                    false,
                                    false,
                                    false,
                                    0,
                                    delta,
                                    0,
                                    delta,
                                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                                    0,
                                    ScrollEvent.VerticalTextScrollUnits.NONE,
                                    0,
                                    0,
                                    null));
                });
    }

    /// Puts everything into a scene of that size, beside the screen, which may be smaller.
    void size(double width, double height) {
        doOnUi(
                () -> {
                    Scene before = canvas.getScene();
                    Parent root = before.getRoot();
                    before.setRoot(new Group());
                    Scene scene = new Scene(root, width, height);
                    desk.looks().dress(scene);
                    root.applyCss();
                    root.layout();
                    canvas.fit();
                });
    }

    void look(Looks.Theme theme) {
        doOnUi(() -> desk.looks().themeProperty().set(theme));
    }

    void picture(String name) {
        WritableImage image = onUi(() -> canvas.getScene().snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage png = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                png.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            Path folder = Files.createDirectories(Path.of("target/canvas"));
            ImageIO.write(png, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
