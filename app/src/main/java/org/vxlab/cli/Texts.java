package org.vxlab.cli;

import org.vxlab.topology.Message;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The texts of one language.
final class Texts {
    private static final String BUNDLE = "org.vxlab.messages";

    /// Marks a pattern that counts, as in `{0,choice,1#1 host|1<{0} hosts}`.
    private static final String COUNTING = ",choice,";

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
        // Without a fall-back, English on a Chinese system would be Chinese.
        this.bundle =
                ResourceBundle.getBundle(
                        BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
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
        return name.toLowerCase(Locale.ROOT).startsWith("zh")
                ? Locale.SIMPLIFIED_CHINESE
                : Locale.ENGLISH;
    }

    Locale locale() {
        return locale;
    }

    String of(Message message) {
        return of(message.key(), message.arguments().toArray());
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

    /// The text of a key with its places filled. Numbers are written without grouping, since they
    /// are ports and VNIs; what a host or a file gave has its control characters made visible.
    String of(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            boolean counted = arguments[i] instanceof Number && pattern.contains(COUNTING);
            shown[i] = counted ? arguments[i] : shown(arguments[i]);
        }
        return new MessageFormat(pattern, locale).format(shown);
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    ResourceBundle bundle() {
        return bundle;
    }

    private String shown(Object argument) {
        return argument instanceof Message inner ? of(inner) : visible(argument.toString());
    }

    /// Text from elsewhere that must not steer the terminal: control characters but the line end
    /// become U+FFFD.
    static String visible(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' ? c == '\t' ? ' ' : 0xfffd : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
