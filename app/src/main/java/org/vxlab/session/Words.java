package org.vxlab.session;

import org.vxlab.topology.Message;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// All texts a person sees, in one language.
public final class Words {
    private static final String BUNDLE = "org.vxlab.messages";

    /// Marks a pattern that counts, as in `{0,choice,1#1 host|1<{0} hosts}`.
    private static final String COUNTING = ",choice,";

    private static final char REPLACEMENT = '\ufffd';

    private final Locale language;
    private final ResourceBundle bundle;

    public Words(Locale language) {
        this.language = language;
        // Without a fall-back, English on a Chinese system would be Chinese.
        this.bundle =
                ResourceBundle.getBundle(
                        BUNDLE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /// English, unless the name begins as Chinese names do.
    public static Locale language(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("zh")
                ? Locale.SIMPLIFIED_CHINESE
                : Locale.ENGLISH;
    }

    public Locale language() {
        return language;
    }

    public String of(Message message) {
        return of(message.key(), message.arguments().toArray());
    }

    /// The text of a key with its places filled. Numbers are written without grouping, since they
    /// are ports and VNIs; what a host or a file gave has its control characters made visible.
    public String of(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            boolean counted = arguments[i] instanceof Number && pattern.contains(COUNTING);
            shown[i] = counted ? arguments[i] : said(arguments[i]);
        }
        return new MessageFormat(pattern, language).format(shown);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    /// The text of a message, or what a host or a file gave, made visible.
    public String said(Object said) {
        return said instanceof Message message ? of(message) : visible(said.toString());
    }

    /// Text from elsewhere that must not steer a terminal or hide in a window: control characters
    /// but the line end become U+FFFD.
    public static String visible(String text) {
        StringBuilder shown = new StringBuilder(text);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (Character.isISOControl(c) && c != '\n') {
                shown.setCharAt(i, c == '\t' ? ' ' : REPLACEMENT);
            }
        }
        return shown.toString();
    }
}
