package org.vxlab.cli;

import org.vxlab.session.Words;
import org.vxlab.topology.Message;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// The texts of one language.
final class Texts {
    private final Words words;

    private Texts(Locale locale) {
        this.words = new Words(locale);
    }

    static Texts in(Locale locale) {
        return new Texts(locale);
    }

    /// The language a person's environment asks for, as setlocale(3) looks for it: English, unless
    /// it is Chinese.
    static Locale locale(Map<String, String> environment) {
        for (String variable : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                return locale(value);
            }
        }
        return Locale.ENGLISH;
    }

    /// English, unless the name begins as Chinese names do.
    static Locale locale(String name) {
        return Words.language(name);
    }

    Locale locale() {
        return words.language();
    }

    String of(Message message) {
        return words.of(message);
    }

    /// A text that stands behind the host's name already, without the name at its own beginning.
    String after(String host, Message message) {
        String text = of(message);
        for (String name : List.of(host + ": ", host + "：")) {
            if (text.startsWith(name)) {
                return text.substring(name.length());
            }
        }
        return text;
    }

    /// The text of a key with its places filled; see [Words#of].
    String of(String key, Object... arguments) {
        return words.of(key, arguments);
    }

    /// The text of a message, or what a host or a file gave, made visible.
    String said(Object said) {
        return words.said(said);
    }

    boolean has(String key) {
        return words.has(key);
    }

    ResourceBundle bundle() {
        return words.bundle();
    }

    /// Text from elsewhere that must not steer the terminal.
    static String visible(String text) {
        return Words.visible(text);
    }
}
