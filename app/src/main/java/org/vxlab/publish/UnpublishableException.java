package org.vxlab.publish;

import org.vxlab.topology.Message;

/// Says why a lab cannot be published as wished, and what to do.
public final class UnpublishableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message text;

    public UnpublishableException(Message text) {
        super(text.key() + " " + text.arguments());
        this.text = text;
    }

    /// What to tell the person.
    public Message text() {
        return text;
    }
}
