package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.vxlab.picture.Palette;
import org.vxlab.picture.TypeSize;
import org.vxlab.ui.Looks.Theme;

import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;

@ExtendWith(ApplicationExtension.class)
class LooksTest {
    private static final int COLLECTIONS = 50;
    private static final long PAUSE_MILLIS = 20;

    private final ObjectProperty<ColorScheme> system =
            new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private Looks looks;
    private Scene scene;

    @Start
    void dress(Stage stage) {
        looks = new Looks(Theme.SYSTEM, system);
        scene = new Scene(new Pane());
        looks.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theSystemsThemeIsFollowedWhileItChanges() {
        assertThat(looks.paletteProperty().get()).isSameAs(Palette.LIGHT);

        onUi(() -> system.set(ColorScheme.DARK));

        assertThat(looks.paletteProperty().get()).isSameAs(Palette.DARK);
        assertThat(wears("dark")).isTrue();

        onUi(() -> system.set(ColorScheme.LIGHT));

        assertThat(looks.paletteProperty().get()).isSameAs(Palette.LIGHT);
        assertThat(wears("dark")).isFalse();
    }

    @Test
    void aThemeThatWasChosenStaysWhateverTheSystemDoes() {
        onUi(() -> looks.themeProperty().set(Theme.PROJECTOR));
        onUi(() -> system.set(ColorScheme.DARK));

        assertThat(looks.paletteProperty().get()).isSameAs(Palette.PROJECTOR);
        assertThat(looks.typeSize()).isEqualTo(TypeSize.LARGE);
        assertThat(wears("dark")).isFalse();
        assertThat(wears("projector")).isTrue();
    }

    @Test
    void theSystemKeepsNoLooksThatNobodyElseHas() throws InterruptedException {
        WeakReference<Looks> forgotten =
                CompletableFuture.supplyAsync(
                                () -> new WeakReference<>(new Looks(Theme.SYSTEM, system)),
                                Platform::runLater)
                        .join();
        for (int i = 0; i < COLLECTIONS && forgotten.get() != null; i++) {
            System.gc();
            Thread.sleep(PAUSE_MILLIS);
        }
        assertThat(forgotten.get()).isNull();
    }

    private boolean wears(String pseudoClass) {
        return scene.getRoot()
                .getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass(pseudoClass));
    }

    private static void onUi(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).join();
    }
}
