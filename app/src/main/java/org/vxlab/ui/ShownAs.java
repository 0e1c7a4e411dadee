package org.vxlab.ui;

import javafx.util.StringConverter;

import java.util.function.Function;

/// How the values of a list to choose from are shown; nothing is typed there.
public final class ShownAs<T> extends StringConverter<T> {
    private final Function<T, String> text;

    public ShownAs(Function<T, String> text) {
        this.text = text;
    }

    /// @param value null while nothing is chosen
    @Override
    public String toString(T value) {
        return value == null ? "" : text.apply(value);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("values are chosen, not typed: " + typed);
    }
}
