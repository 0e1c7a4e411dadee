package org.vxlab.ui;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

import org.vxlab.session.BuiltIn;
import org.vxlab.session.Choices;
import org.vxlab.session.LabHosts;
import org.vxlab.session.RecentFiles;
import org.vxlab.session.SshAccess;
import org.vxlab.session.Words;
import org.vxlab.ui.dialogs.Asking;
import org.vxlab.ui.dialogs.DialogPrompts;
import org.vxlab.ui.exchange.Exchange;
import org.vxlab.ui.exchange.Exporting;
import org.vxlab.ui.exchange.Importing;
import org.vxlab.ui.exchange.Publishing;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// Opens the window.
public final class Window {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final String RECENT = "recent";

    /// Redo has two keys people know; a menu item shows only one.
    private static final KeyCombination REDO_TOO =
            new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

    private final Surroundings surroundings;
    private final Stage stage;
    private final Choices choices;
    private final Texts texts;
    private final Looks looks;
    private final UiThread ui = new UiThread();
    private final ScheduledExecutorService disk =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("disk").factory());

    private Window(Surroundings surroundings, Stage stage) {
        this.surroundings = surroundings;
        this.stage = stage;
        this.choices = Choices.in(surroundings.settings());
        this.texts =
                new Texts(
                        choices.language().map(Words::language).orElseGet(surroundings::language));
        this.looks =
                new Looks(
                        choices.theme().flatMap(Looks.Theme::named).orElse(Looks.Theme.SYSTEM),
                        Platform.getPreferences().colorSchemeProperty());
    }

    /// Starts JavaFX and shows the window; the program then lives until it is closed.
    ///
    /// @param file the lab to open in it; what is wrong with it is said in the window
    /// @return whether there was a display to show it on
    public static boolean open(Surroundings surroundings, Optional<Path> file) {
        if (!surroundings.hasDisplay()) {
            return false;
        }
        try {
            Platform.startup(() -> show(new Stage(), surroundings, file, Platform::exit));
            return true;
        } catch (UnsupportedOperationException noDisplay) {
            // DISPLAY is set, but nobody answers there.
            return false;
        }
    }

    /// Fills a stage with the window and shows it. UI thread only.
    ///
    /// @param ended called when the window is closed and no host is held any more
    static WindowController show(
            Stage stage, Surroundings surroundings, Optional<Path> file, Runnable ended) {
        return new Window(surroundings, stage).show(file, ended);
    }

    private WindowController show(Optional<Path> file, Runnable ended) {
        Asking asking = new Asking(stage, texts, looks);
        SshAccess ssh =
                new SshAccess(surroundings.user(), new DialogPrompts(ui, () -> asking), false);
        Live live =
                new Live(
                        ui,
                        new LabHosts.Ways(BuiltIn.MOMENTARY, ssh, surroundings.server()),
                        surroundings.clock());
        OpenLabs labs = new OpenLabs(surroundings.state(), ui, disk);
        Desk desk = new Desk(texts, looks, ui, labs.of(OpenLabs.EMPTY, Optional.empty()));
        LabFiles files =
                new LabFiles(
                        desk,
                        labs,
                        new RecentFiles(surroundings.state().resolve(RECENT)),
                        asking,
                        surroundings.zone());
        Languages languages = new Languages(texts, choices);
        WindowController controller =
                new WindowController(
                        desk,
                        live,
                        files,
                        languages,
                        asking,
                        new Exchange(
                                new Importing(desk, asking, ssh, surroundings.user()),
                                new Exporting(texts, asking, ui),
                                new Publishing(
                                        desk,
                                        asking,
                                        surroundings.clock(),
                                        surroundings.zone(),
                                        disk)),
                        surroundings);
        Parent root = Fxml.load(controller, texts);
        looks.themeProperty().addListener((_, _, theme) -> choices.keepTheme(theme.name()));
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        scene.getAccelerators().put(REDO_TOO, controller.menus()::redo);
        looks.dress(scene);
        stage.setScene(scene);
        // Loaded behind the window's back: the first frame need not wait for it.
        stage.getIcons().add(new Image(Window.class.getResource("vxlab.png").toString(), true));
        stage.titleProperty().bind(controller.title());
        Runnable leave = () -> controller.leave(() -> close(files, live, ended));
        stage.setOnCloseRequest(
                event -> {
                    event.consume();
                    leave.run();
                });
        controller.setOnQuit(leave);
        stage.show();
        controller.start(file);
        return controller;
    }

    private void close(LabFiles files, Live live, Runnable ended) {
        stage.hide();
        // Ending the hosts' monitors and the built-in lab takes a moment.
        files.close()
                .thenRunAsync(live::close, Thread::startVirtualThread)
                .thenRunAsync(disk::shutdown, ui)
                .thenRunAsync(ended, ui);
    }
}
