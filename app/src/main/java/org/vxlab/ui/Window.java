package org.vxlab.ui;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.vxlab.session.Choices;

/// Opens the window.
public final class Window {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private Window() {}

    /// Starts JavaFX and shows the window; the program then lives until it is closed.
    ///
    /// @return whether there was a display to show it on
    public static boolean open(Surroundings surroundings) {
        if (!surroundings.hasDisplay()) {
            return false;
        }
        try {
            Platform.startup(() -> show(new Stage(), surroundings));
            return true;
        } catch (UnsupportedOperationException noDisplay) {
            // DISPLAY is set, but nobody answers there.
            return false;
        }
    }

    /// Fills a stage with the window and shows it. UI thread only.
    static WindowController show(Stage stage, Surroundings surroundings) {
        Choices choices = Choices.in(surroundings.settings());
        Texts texts =
                new Texts(
                        choices.language().map(Texts::language).orElseGet(surroundings::language));
        Looks looks =
                new Looks(choices.theme().flatMap(Looks.Theme::named).orElse(Looks.Theme.SYSTEM));
        Desk desk = new Desk(texts, looks, new UiThread());
        WindowController controller = new WindowController(desk);
        Parent root = Fxml.load(controller, texts);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        looks.dress(scene);
        stage.setScene(scene);
        stage.setTitle("VXLab");
        stage.show();
        return controller;
    }
}
