package org.vxlab.topology;

/// What a gesture would do, or why it does nothing.
public sealed interface Offer {
    /// The gesture makes sense.
    record Possible(LabEdit edit) implements Offer {}

    /// It does not.
    record Refused(Message why) implements Offer {}

    static Offer possible(LabEdit edit) {
        return new Possible(edit);
    }

    static Offer refused(String key, Object... arguments) {
        return new Refused(Message.of(key, arguments));
    }
}
