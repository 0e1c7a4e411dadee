package org.vxlab.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.vxlab.session.Words;
import org.vxlab.topology.Message;

import java.util.Locale;

/// The texts of the window in the language of the moment; what is bound to them follows when the
/// language changes. UI thread only.
public final class Texts {
    private final ObjectProperty<Locale> language;
    private Words words;

    public Texts(Locale language) {
        this.language = new SimpleObjectProperty<>(language);
        this.words = new Words(language);
    }

    public Locale language() {
        return language.get();
    }

    /// Switches the language of everything bound.
    public void speak(Locale wanted) {
        words = new Words(wanted);
        language.set(wanted);
    }

    /// What bindings of computed texts depend on.
    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    public String of(Message message) {
        return words.of(message);
    }

    /// The text of a key with its places filled.
    public String of(String key, Object... arguments) {
        return words.of(key, arguments);
    }

    /// The text of a message, or what a host or a file gave, made visible.
    public String said(Object said) {
        return words.said(said);
    }

    public boolean has(String key) {
        return words.has(key);
    }

    /// A text that follows the language.
    public StringBinding bound(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> of(key, arguments), language);
    }
}
