package org.vxlab.ui.terminal;

import com.techsenger.jeditermfx.core.TerminalColor;
import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.core.emulator.ColorPaletteImpl;

import javafx.scene.paint.Color;

import java.util.List;

/// The colours of a piece of terminal text: light on dark in every theme, as the colours programs
/// choose are made for.
///
/// @param bold also where a program only asked for a bright colour's weight
record TerminalInk(Color text, Color ground, boolean bold, boolean underlined) {
    static final Color GROUND = Color.web("#14181d");
    static final Color TEXT = Color.web("#e6e9ee");
    static final Color SELECTED = Color.web("#2f5f9e");

    /// The sixteen named colours, each readable on [#GROUND].
    private static final List<Color> NAMED =
            List.of(
                    Color.web("#3b4048"),
                    Color.web("#ff6b68"),
                    Color.web("#5fd068"),
                    Color.web("#e5c04b"),
                    Color.web("#6aa8ff"),
                    Color.web("#d68bf0"),
                    Color.web("#4cc9d8"),
                    Color.web("#d7dbe0"),
                    Color.web("#848c98"),
                    Color.web("#ff8f8c"),
                    Color.web("#84e68c"),
                    Color.web("#f5d97a"),
                    Color.web("#94c3ff"),
                    Color.web("#e6b0f7"),
                    Color.web("#7fe0ec"),
                    Color.web("#ffffff"));

    static TerminalInk of(TextStyle style) {
        Color text = colour(style.getForeground(), TEXT);
        Color ground = colour(style.getBackground(), GROUND);
        boolean swapped = style.hasOption(TextStyle.Option.INVERSE);
        if (style.hasOption(TextStyle.Option.DIM)) {
            text = text.interpolate(ground, 0.4);
        }
        if (style.hasOption(TextStyle.Option.HIDDEN)) {
            text = ground;
        }
        return new TerminalInk(
                swapped ? ground : text,
                swapped ? text : ground,
                style.hasOption(TextStyle.Option.BOLD),
                style.hasOption(TextStyle.Option.UNDERLINED));
    }

    private static Color colour(TerminalColor wanted, Color usual) {
        if (wanted == null) {
            return usual;
        }
        if (wanted.isIndexed() && wanted.getColorIndex() < NAMED.size()) {
            return NAMED.get(wanted.getColorIndex());
        }
        var rgb = ColorPaletteImpl.XTERM_PALETTE.getForeground(wanted);
        return Color.rgb(rgb.getRed(), rgb.getGreen(), rgb.getBlue());
    }
}
