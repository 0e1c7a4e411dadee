package org.vxlab.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import org.vxlab.picture.Palette;
import org.vxlab.picture.TypeSize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/// How the window looks: the colours of the moment, the fonts, and every scene that wears them. UI
/// thread only.
public final class Looks {
    private static final String STYLESHEET = Looks.class.getResource("vxlab.css").toExternalForm();
    private static final String NO_SHADOWS =
            Looks.class.getResource("no-shadows.css").toExternalForm();
    private static final List<String> FONTS =
            List.of("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "NotoSansMono-Regular.ttf");
    private static final double ANY_SIZE = 12;

    /// 20 pixels to 14, as the stylesheet has it.
    private static final double PROJECTOR_SCALE = 20 / 14.0;

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final PseudoClass PROJECTOR = PseudoClass.getPseudoClass("projector");

    /// What a person can choose.
    public enum Theme {
        /// Light or dark, as the system.
        SYSTEM,
        LIGHT,
        DARK,
        /// Light with strong contrast and large type.
        PROJECTOR;

        /// The theme of that name, where there is one.
        static Optional<Theme> named(String name) {
            return Arrays.stream(values()).filter(theme -> theme.name().equals(name)).findFirst();
        }
    }

    private final ObjectProperty<Theme> theme;
    private final ObservableValue<ColorScheme> system;
    private final ReadOnlyObjectWrapper<Palette> palette =
            new ReadOnlyObjectWrapper<>(Palette.LIGHT);

    /// The system outlives every window, and must not keep the closed ones.
    private final ChangeListener<ColorScheme> followSystem = (_, _, _) -> show();

    /// Those of dialogs go when nobody else has them any more.
    private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());

    /// @param system what the person has chosen for all programs; followed while it changes
    public Looks(Theme theme, ObservableValue<ColorScheme> system) {
        this.theme = new SimpleObjectProperty<>(theme);
        this.system = system;
        FONTS.forEach(Looks::load);
        this.theme.addListener((_, _, _) -> show());
        system.addListener(new WeakChangeListener<>(followSystem));
        show();
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Whether the colours of the moment are dark.
    public boolean isDark() {
        return switch (theme.get()) {
            case SYSTEM -> system.getValue() == ColorScheme.DARK;
            case DARK -> true;
            case LIGHT, PROJECTOR -> false;
        };
    }

    /// The colours of drawings at the moment; they follow the theme, and the system where the theme
    /// does.
    public ReadOnlyObjectProperty<Palette> paletteProperty() {
        return palette.getReadOnlyProperty();
    }

    /// How much larger than usual the type beside drawings is.
    public double typeScale() {
        return theme.get() == Theme.PROJECTOR ? PROJECTOR_SCALE : 1;
    }

    /// How large the letters on drawings are.
    public TypeSize typeSize() {
        return theme.get() == Theme.PROJECTOR ? TypeSize.LARGE : TypeSize.USUAL;
    }

    /// Makes a scene look like the rest from now on.
    public void dress(Scene scene) {
        scene.getStylesheets().add(STYLESHEET);
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            scene.getStylesheets().add(NO_SHADOWS);
        }
        scenes.add(scene);
        show(scene);
    }

    private void show() {
        Application.setUserAgentStylesheet(
                isDark()
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        scenes.forEach(this::show);
        palette.set(
                theme.get() == Theme.PROJECTOR
                        ? Palette.PROJECTOR
                        : isDark() ? Palette.DARK : Palette.LIGHT);
    }

    private void show(Scene scene) {
        scene.getRoot().pseudoClassStateChanged(DARK, isDark());
        scene.getRoot().pseudoClassStateChanged(PROJECTOR, theme.get() == Theme.PROJECTOR);
    }

    private static void load(String name) {
        try (InputStream in = Looks.class.getResourceAsStream("/org/vxlab/fonts/" + name)) {
            Font.loadFont(in, ANY_SIZE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
