package org.vxlab.topology;

import org.vxlab.topology.Problem.Place;
import org.vxlab.topology.Problem.Severity;

import java.util.ArrayList;
import java.util.List;

/// Collects problems; the cure of a problem is the message with `.cure` after its key and the same
/// arguments.
final class Findings {
    private final List<Problem> all = new ArrayList<>();

    void error(String path, String key, Object... arguments) {
        add(Severity.ERROR, path, Message.of(key, arguments), cure(key, arguments));
    }

    void warning(String path, String key, Object... arguments) {
        add(Severity.WARNING, path, Message.of(key, arguments), cure(key, arguments));
    }

    void add(Severity severity, String path, String key, Object... arguments) {
        add(severity, path, Message.of(key, arguments), cure(key, arguments));
    }

    /// A name that stands for nothing; the cure names what was perhaps meant.
    void unknown(String path, String key, String name, List<String> known) {
        Message cure =
                Spelling.nearest(name, known)
                        .map(near -> Message.of("topology.reference.near", near))
                        .orElseGet(
                                () ->
                                        known.isEmpty()
                                                ? Message.of("topology.reference.none")
                                                : Message.of(
                                                        "topology.reference.known",
                                                        String.join(", ", known)));
        add(Severity.ERROR, path, Message.of(key, name), cure);
    }

    void add(Severity severity, String path, Message what, Message cure) {
        all.add(new Problem(severity, new Place(path), what, cure));
    }

    List<Problem> all() {
        return List.copyOf(all);
    }

    private static Message cure(String key, Object... arguments) {
        return Message.of(key + ".cure", arguments);
    }
}
