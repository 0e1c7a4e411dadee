package org.vxlab.ui.inspector;

import org.vxlab.topology.Vni;
import org.vxlab.topology.WrongText;

import java.util.Optional;
import java.util.function.Function;

/// Reads what a person typed, for types that have no reading of their own.
final class Reading {
    /// Longer numbers are none of ours.
    private static final int MOST_DIGITS = 9;

    private Reading() {}

    /// Nothing typed is no value.
    static <T> Optional<T> optional(String text, Function<String, T> parse) {
        return text.isEmpty() ? Optional.empty() : Optional.of(parse.apply(text));
    }

    /// @throws WrongText unless the text is a whole number from `min` to `max`
    static int whole(String text, int min, int max) {
        if (!text.matches("-?[0-9]+")) {
            throw new WrongText("session.type.whole", text);
        }
        if (text.matches("0[0-9]+")) {
            throw new WrongText("session.type.zero", text);
        }
        int value = text.length() > MOST_DIGITS ? -1 : Integer.parseInt(text);
        if (value < min || value > max) {
            throw new WrongText("session.type.range", text, min, max);
        }
        return value;
    }

    /// @throws WrongText unless the text is a VNI
    static Vni vni(String text) {
        return new Vni(whole(text, 0, Vni.MAX));
    }

    /// @throws WrongText for an empty text, where something must stand
    static String needed(String text) {
        if (text.isEmpty()) {
            throw new WrongText("ui.inspector.needed");
        }
        return text;
    }

    /// `true` or `false`, as choices say it.
    static Optional<Boolean> toggle(String text) {
        return optional(text, Boolean::valueOf);
    }
}
