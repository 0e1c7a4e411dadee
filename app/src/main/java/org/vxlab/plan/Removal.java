package org.vxlab.plan;

import org.vxlab.iproute.LinkCommands;
import org.vxlab.iproute.NamespaceCommands;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.plan.Step.Change;
import org.vxlab.topology.Message;

import java.util.List;
import java.util.Set;

/// Takes away what is not wanted any more, or must be made anew.
final class Removal {
    private Removal() {}

    /// Removes a workload's namespace. Processes in it are ended first: with one left the namespace
    /// lives on without a name, and the veth with it.
    static void namespace(Steps steps, String namespace, boolean comesBack) {
        Change change = comesBack ? Change.RECREATE : Change.DELETE;
        steps.add(
                change,
                namespace,
                NamespaceCommands.endProcesses(namespace),
                Message.of("plan.namespace.processes", namespace));
        steps.add(
                change,
                namespace,
                NamespaceCommands.delete(namespace),
                Message.of("plan.namespace.delete", namespace));
    }

    /// Removes devices: veth ends first, then vxlan devices, then bridges.
    static void links(Steps steps, HostState wanted, HostState actual, Set<String> remade) {
        List<Link> going =
                actual.links().values().stream()
                        .filter(
                                link ->
                                        !wanted.links().containsKey(link.name())
                                                || remade.contains(link.name()))
                        .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
                        .toList();
        for (Link link : going) {
            Link next = wanted.links().get(link.name());
            steps.add(
                    next == null ? Change.DELETE : Change.RECREATE,
                    link.name(),
                    LinkCommands.delete(link.name()),
                    next == null
                            ? Message.of("plan.link.delete", link.name())
                            : Recreation.reason(next, link)
                                    .orElseGet(
                                            () -> Message.of("plan.recreate.pair", link.name())));
        }
    }

    private static int rank(Link link) {
        return switch (link.kind()) {
            case Link.Veth _ -> 0;
            case Vxlan _ -> 1;
            case Link.Other _ -> 2;
            case Link.Bridge _ -> 3;
        };
    }
}
