package org.vxlab.publish;

import org.vxlab.picture.Palette;
import org.vxlab.picture.TypeSize;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The colours of what is published, and how large its letters are.
public enum Theme {
    LIGHT(Palette.LIGHT, TypeSize.USUAL),
    DARK(Palette.DARK, TypeSize.USUAL),
    /// Strong contrast and large letters, for pale lamps and bright rooms.
    PROJECTOR(Palette.PROJECTOR, TypeSize.LARGE);

    private final Palette palette;
    private final TypeSize type;

    Theme(Palette palette, TypeSize type) {
        this.palette = palette;
        this.type = type;
    }

    Palette palette() {
        return palette;
    }

    TypeSize type() {
        return type;
    }

    /// The name of the theme on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Theme> ofWord(String word) {
        return Arrays.stream(values()).filter(theme -> theme.word().equals(word)).findFirst();
    }
}
