package org.vxlab.locallab;

import org.vxlab.topology.Message;

/// The built-in lab could not be started, found or used.
public final class LocalLabException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message text;

    /// @param text what happened, why, and what to do
    public LocalLabException(Message text) {
        super(text.key() + " " + text.arguments());
        this.text = text;
    }

    /// @param text what happened, why, and what to do
    public LocalLabException(Message text, Throwable cause) {
        super(text.key() + " " + text.arguments(), cause);
        this.text = text;
    }

    public Message text() {
        return text;
    }
}
