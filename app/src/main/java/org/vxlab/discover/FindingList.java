package org.vxlab.discover;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.topology.Message;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Collects findings; of what is wrong or doubtful the cure is the message with `.cure` after its
/// key and the same arguments.
public final class FindingList {
    private final Set<Finding> all = new LinkedHashSet<>();

    public void add(Kind kind, String host, String device, String key, Object... arguments) {
        add(kind, host, device, OptionalInt.empty(), key, arguments);
    }

    public void add(
            Kind kind,
            String host,
            String device,
            OptionalInt line,
            String key,
            Object... arguments) {
        Optional<Message> cure =
                kind == Kind.WRONG || kind == Kind.DOUBTFUL
                        ? Optional.of(Message.of(key + ".cure", arguments))
                        : Optional.empty();
        all.add(new Finding(kind, host, device, line, Message.of(key, arguments), cure));
    }

    public List<Finding> all() {
        return List.copyOf(all);
    }
}
