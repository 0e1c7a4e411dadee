package org.vxlab.cli;

import org.vxlab.topology.Message;

import java.util.Map;

/// A command cannot go on, and this is why.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;
    private final transient Message text;
    private final transient Map<String, Object> details;

    Refusal(ExitCode code, Message text) {
        this(code, text, Map.of());
    }

    /// @param details more fields of the JSON error
    Refusal(ExitCode code, Message text, Map<String, Object> details) {
        super(text.key() + " " + text.arguments());
        this.code = code;
        this.text = text;
        this.details = details;
    }

    Refusal(ExitCode code, Message text, Throwable cause) {
        super(text.key() + " " + text.arguments(), cause);
        this.code = code;
        this.text = text;
        this.details = Map.of();
    }

    ExitCode code() {
        return code;
    }

    Message text() {
        return text;
    }

    Map<String, Object> details() {
        return details;
    }
}
