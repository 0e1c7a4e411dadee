package org.vxlab.ui.inspector;

import org.vxlab.topology.Message;
import org.vxlab.ui.inspector.Property.Choice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Lists of values to choose from.
final class Choices {
    private Choices() {}

    /// On or off, or the default.
    static List<Choice> toggle(Object byDefault) {
        return List.of(
                byDefault(byDefault),
                new Choice("true", Message.of("ui.inspector.on"), Optional.empty()),
                new Choice("false", Message.of("ui.inspector.off"), Optional.empty()));
    }

    /// On or off as a word inside another text.
    static Message toggled(boolean on) {
        return Message.of(on ? "ui.inspector.on" : "ui.inspector.off");
    }

    static Choice byDefault(Object value) {
        return new Choice("", Message.of("ui.inspector.default", value), Optional.empty());
    }

    /// Values that speak for themselves.
    static List<Choice> plain(Collection<String> values) {
        List<Choice> choices = new ArrayList<>();
        values.forEach(value -> choices.add(plain(value)));
        return choices;
    }

    static Choice plain(String value) {
        return new Choice(value, plainText(value), Optional.empty());
    }

    /// A text that is the same in all languages.
    static Message plainText(Object text) {
        return Message.of("ui.inspector.plain", text);
    }
}
