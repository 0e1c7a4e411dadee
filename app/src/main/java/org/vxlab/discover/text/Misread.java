package org.vxlab.discover.text;

import org.vxlab.topology.Message;

/// A command cannot be carried out here, because it is not understood or lacks something.
final class Misread extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message why;

    Misread(String key, Object... arguments) {
        super(key, null, false, false);
        this.why = Message.of(key, arguments);
    }

    Message why() {
        return why;
    }
}
