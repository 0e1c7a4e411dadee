package org.vxlab.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.vxlab.topology.Message;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The texts of the window in the language of the moment; what is bound to them follows when the
/// language changes. UI thread only.
public final class Texts {
    private static final String BUNDLE = "org.vxlab.messages";

    /// Marks a pattern that counts, as in `{0,choice,1#1 host|1<{0} hosts}`.
    private static final String COUNTING = ",choice,";

    private final ObjectProperty<Locale> language;
    private ResourceBundle bundle;

    public Texts(Locale language) {
        this.language = new SimpleObjectProperty<>(language);
        this.bundle = bundle(language);
    }

    /// English, unless the name begins as Chinese names do.
    public static Locale language(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("zh")
                ? Locale.SIMPLIFIED_CHINESE
                : Locale.ENGLISH;
    }

    public Locale language() {
        return language.get();
    }

    /// Switches the language of everything bound.
    public void speak(Locale wanted) {
        bundle = bundle(wanted);
        language.set(wanted);
    }

    /// What bindings of computed texts depend on.
    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    public String of(Message message) {
        return of(message.key(), message.arguments().toArray());
    }

    /// The text of a key with its places filled. Numbers are written without grouping, since they
    /// are ports and VNIs.
    public String of(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            boolean counted = arguments[i] instanceof Number && pattern.contains(COUNTING);
            shown[i] = counted ? arguments[i] : shown(arguments[i]);
        }
        return new MessageFormat(pattern, language.get()).format(shown);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /// A text that follows the language.
    public StringBinding bound(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> of(key, arguments), language);
    }

    private String shown(Object argument) {
        return argument instanceof Message inner ? of(inner) : argument.toString();
    }

    private static ResourceBundle bundle(Locale language) {
        // Without a fall-back, English on a Chinese system would be Chinese.
        return ResourceBundle.getBundle(
                BUNDLE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
