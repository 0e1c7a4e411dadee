package org.vxlab.publish;

import org.vxlab.topology.Message;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;

/// The program's sentences in one language.
final class Words implements Function<Message, String> {
    private final Locale language;
    private final ResourceBundle bundle;

    Words(Locale language) {
        this.language = language;
        bundle =
                ResourceBundle.getBundle(
                        "org.vxlab.messages",
                        language,
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    @Override
    public String apply(Message message) {
        String pattern = bundle.getString(message.key());
        Object[] shown =
                message.arguments().stream()
                        .map(one -> one instanceof Message inner ? apply(inner) : one)
                        .map(
                                one ->
                                        one instanceof Number && pattern.contains(",choice,")
                                                ? one
                                                : one.toString())
                        .toArray();
        return new MessageFormat(pattern, language).format(shown);
    }
}
