package org.vxlab.plan;

import org.vxlab.iproute.LinkCommands;
import org.vxlab.iproute.NamespaceCommands;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.plan.Step.Change;
import org.vxlab.topology.Message;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes away what is not wanted any more, or must be made anew.
final class Removal {
    private Removal() {}

    /// Removes workloads first, then vxlan devices, then bridges.
    ///
    /// Of a workload, the processes in its namespace end first: with one left the namespace lives
    /// on without a name. The cable goes before the namespace, because the kernel takes namespaces
    /// apart in the background and would take it at any moment.
    static void add(Steps steps, HostState wanted, HostState actual, Set<String> remade) {
        List<String> namespaces =
                actual.namespaces().keySet().stream()
                        .filter(name -> goes(name, wanted.namespaces(), remade))
                        .toList();
        Map<Boolean, List<Link>> links =
                actual.links().values().stream()
                        .filter(link -> goes(link.name(), wanted.links(), remade))
                        .sorted(Comparator.comparing(Removal::rank))
                        .collect(Collectors.partitioningBy(Removal::isCable));
        for (String namespace : namespaces) {
            steps.add(
                    change(remade.contains(namespace)),
                    namespace,
                    NamespaceCommands.endProcesses(namespace),
                    Message.of("plan.namespace.processes", namespace));
        }
        links.get(true).forEach(link -> delete(steps, wanted, link));
        for (String namespace : namespaces) {
            steps.add(
                    change(remade.contains(namespace)),
                    namespace,
                    NamespaceCommands.delete(namespace),
                    Message.of("plan.namespace.delete", namespace));
        }
        links.get(false).forEach(link -> delete(steps, wanted, link));
    }

    private static boolean goes(String name, Map<String, ?> wanted, Set<String> remade) {
        return !wanted.containsKey(name) || remade.contains(name);
    }

    private static Change change(boolean comesBack) {
        return comesBack ? Change.RECREATE : Change.DELETE;
    }

    private static void delete(Steps steps, HostState wanted, Link link) {
        Link next = wanted.links().get(link.name());
        steps.add(
                change(next != null),
                link.name(),
                LinkCommands.delete(link.name()),
                next == null
                        ? Message.of("plan.link.delete", link.name())
                        : Recreation.reason(next, link)
                                .orElseGet(() -> Message.of("plan.recreate.pair", link.name())));
    }

    private static boolean isCable(Link link) {
        return link.kind() instanceof Link.Veth;
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
