package org.vxlab.topology;

import java.util.List;

/// A text for a person before it has a language: a key of the message bundles and what fills its
/// places.
///
/// The core speaks in messages; the command line and the window turn them into English or Chinese.
/// Arguments are plain values whose `toString` is what is shown (names, addresses, numbers).
public record Message(String key, List<Object> arguments) {
    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }
}
