package org.vxlab.topology;

import java.util.List;
import java.util.Optional;

/// What was drawn, as the lab file has it: everything that can be derived may be absent.
///
/// An empty `Optional` means "not written"; [ResolvedLab] fills every default. A lab may hold
/// mistakes ([Problem]s say which); only what cannot be represented is refused when it is made.
public record Lab(
        String name,
        List<Network> networks,
        List<Router> routers,
        List<Host> hosts,
        List<Segment> segments,
        Layout layout) {
    public Lab {
        networks = List.copyOf(networks);
        routers = List.copyOf(routers);
        hosts = List.copyOf(hosts);
        segments = List.copyOf(segments);
    }

    public Optional<Host> host(String name) {
        return hosts.stream().filter(host -> host.name().equals(name)).findFirst();
    }

    public Optional<Network> network(String name) {
        return networks.stream().filter(network -> network.name().equals(name)).findFirst();
    }
}
