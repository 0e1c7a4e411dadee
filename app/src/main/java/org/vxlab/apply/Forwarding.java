package org.vxlab.apply;

import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;

import java.util.List;
import java.util.Optional;

/// Which bridge ports do not forward yet.
final class Forwarding {
    private static final String FORWARDING = "forwarding";

    private Forwarding() {}

    /// Names of the ports `target` wants up that `now` does not show forwarding.
    static List<String> notForwarding(HostState target, HostState now) {
        return target.links().values().stream()
                .filter(link -> link.up() && link.master().isPresent())
                .map(Link::name)
                .filter(
                        name ->
                                Optional.ofNullable(now.links().get(name))
                                        .flatMap(Link::port)
                                        .filter(port -> port.state().equals(FORWARDING))
                                        .isEmpty())
                .toList();
    }
}
