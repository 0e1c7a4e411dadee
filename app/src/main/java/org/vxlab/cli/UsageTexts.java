package org.vxlab.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;

/// The texts of the help pages under the keys that picocli asks for.
///
/// `vxlab.check.usage.header` is `cli.help.vxlab.check.usage.header` of the messages.
final class UsageTexts extends ResourceBundle {
    private static final String PREFIX = "cli.help.";

    private final Texts texts;

    UsageTexts(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected Object handleGetObject(String key) {
        return texts.has(PREFIX + key) ? texts.of(PREFIX + key) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(
                texts.bundle().keySet().stream()
                        .filter(key -> key.startsWith(PREFIX))
                        .map(key -> key.substring(PREFIX.length()))
                        .toList());
    }
}
