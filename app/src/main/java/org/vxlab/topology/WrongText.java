package org.vxlab.topology;

import java.util.Arrays;

/// A text that cannot be read as the value it should be; [#reason] says why, in any language.
public final class WrongText extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    public WrongText(String key, Object... arguments) {
        super(key + " " + Arrays.toString(arguments));
        reason = Message.of(key, arguments);
    }

    /// What is wrong with the text and what would be right.
    public Message reason() {
        return reason;
    }
}
