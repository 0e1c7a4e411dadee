package org.vxlab.ui.inspector;

import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;

import java.util.List;
import java.util.Optional;

/// One property as it is shown and edited; a value without a toolkit.
///
/// @param label its name in the person's language; also what tells properties of a page apart
/// @param word the iproute2 word, or the lab file's where iproute2 has none; may be empty
/// @param path its place in the lab file, where its problems are
/// @param written the text of the lab; empty means the default
/// @param fallback the default as it is shown; absent where something must be written
/// @param strict whether a text that brings an error is not taken, as for names that others use
/// @param alike whether several things can get the same value at once
/// @param suggestion a text that would be right, for a cure
record Property(
        Message label,
        String word,
        String path,
        Input input,
        String written,
        Optional<Message> fallback,
        boolean strict,
        boolean alike,
        Optional<String> suggestion,
        Reader reader)
        implements Row {

    /// How a property is edited.
    sealed interface Input {
        /// One line of text.
        record Line() implements Input {}

        /// Text of several lines.
        record Lines() implements Input {}

        /// One of several values.
        record Choices(List<Choice> choices) implements Input {
            public Choices {
                choices = List.copyOf(choices);
            }
        }
    }

    /// A value to choose.
    ///
    /// @param value as a [Reader] takes it; empty for the default
    /// @param sentence what it means
    record Choice(String value, Message label, Optional<Message> sentence) {}

    /// Turns a text into an edit.
    interface Reader {
        /// @param lab the lab of the moment, for what is not the property's own
        /// @param text without blanks at its ends; empty for the default
        /// @throws org.vxlab.topology.WrongText saying why the text cannot be a value
        Change read(Lab lab, String text);
    }

    static Property line(String label, String word, String path, Object written, Reader reader) {
        return new Property(
                Message.of(label),
                word,
                path,
                new Input.Line(),
                written.toString(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                reader);
    }

    static Property line(
            String label, String word, String path, Optional<?> written, Reader reader) {
        return line(label, word, path, written.map(Object::toString).orElse(""), reader);
    }

    /// Under a name that is the same in all languages.
    Property labelled(String name) {
        return new Property(
                Message.of("ui.inspector.plain", name),
                word,
                path,
                input,
                written,
                fallback,
                strict,
                alike,
                suggestion,
                reader);
    }

    Property with(Input changed) {
        return new Property(
                label, word, path, changed, written, fallback, strict, alike, suggestion, reader);
    }

    Property choosing(List<Choice> choices) {
        return with(new Input.Choices(choices));
    }

    /// With a default, shown as such.
    Property fallback(Object value) {
        return new Property(
                label,
                word,
                path,
                input,
                written,
                Optional.of(Message.of("ui.inspector.default", value)),
                strict,
                alike,
                suggestion,
                reader);
    }

    Property strictly() {
        return new Property(
                label, word, path, input, written, fallback, true, alike, suggestion, reader);
    }

    /// Can be set for several things at once.
    Property together() {
        return new Property(
                label, word, path, input, written, fallback, strict, true, suggestion, reader);
    }

    Property suggest(Optional<?> text) {
        return new Property(
                label,
                word,
                path,
                input,
                written,
                fallback,
                strict,
                alike,
                text.map(Object::toString),
                reader);
    }

    /// What tells it apart in style sheets and tests.
    String id() {
        return label.arguments().isEmpty()
                ? label.key().replaceFirst("^ui\\.inspector\\.", "").replace('.', '-')
                : label.arguments().getFirst().toString();
    }

    /// Whether it can be left to its default.
    boolean canReset() {
        return fallback.isPresent() && !written.isEmpty();
    }
}
