package org.vxlab.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one network namespace of a Linux host has: links, FDB, neighbours, routes, and the named
/// namespaces inside it. One type for what is wanted, what is there, and what was last seen.
///
/// @param links by device name, in the kernel's order
/// @param namespaces by name under `/run/netns`; theirs have no namespaces of their own
public record HostState(
        Map<String, Link> links,
        List<FdbEntry> fdb,
        List<Neighbour> neighbours,
        List<Route> routes,
        Map<String, HostState> namespaces) {
    public static final HostState EMPTY =
            new HostState(Map.of(), List.of(), List.of(), List.of(), Map.of());

    public HostState {
        links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
        fdb = List.copyOf(fdb);
        neighbours = List.copyOf(neighbours);
        routes = List.copyOf(routes);
        namespaces = Collections.unmodifiableMap(new LinkedHashMap<>(namespaces));
    }
}
