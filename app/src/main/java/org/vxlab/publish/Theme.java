package org.vxlab.publish;

import org.vxlab.picture.Palette;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The colours of what is published.
public enum Theme {
    LIGHT(Palette.LIGHT),
    DARK(Palette.DARK),
    /// Strong contrast, for pale lamps and bright rooms.
    PROJECTOR(Palette.PROJECTOR);

    private final Palette palette;

    Theme(Palette palette) {
        this.palette = palette;
    }

    Palette palette() {
        return palette;
    }

    /// The name of the theme on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Theme> ofWord(String word) {
        return Arrays.stream(values()).filter(theme -> theme.word().equals(word)).findFirst();
    }
}
