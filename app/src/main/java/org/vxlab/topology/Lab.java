package org.vxlab.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /// For whoever asks for many of them; of several with one name the first counts.
    Map<String, Host> hostsByName() {
        Map<String, Host> byName = new HashMap<>();
        hosts.forEach(host -> byName.putIfAbsent(host.name(), host));
        return byName;
    }

    public Optional<Network> network(String name) {
        return networks.stream().filter(network -> network.name().equals(name)).findFirst();
    }

    public Lab withName(String changed) {
        return new Lab(changed, networks, routers, hosts, segments, layout);
    }

    public Lab withNetworks(List<Network> changed) {
        return new Lab(name, changed, routers, hosts, segments, layout);
    }

    public Lab withRouters(List<Router> changed) {
        return new Lab(name, networks, changed, hosts, segments, layout);
    }

    public Lab withHosts(List<Host> changed) {
        return new Lab(name, networks, routers, changed, segments, layout);
    }

    public Lab withSegments(List<Segment> changed) {
        return new Lab(name, networks, routers, hosts, changed, layout);
    }

    public Lab withLayout(Layout changed) {
        return new Lab(name, networks, routers, hosts, segments, changed);
    }

    /// The first segment shown under that name.
    public Optional<Segment> segment(String shownName) {
        return segments.stream()
                .filter(segment -> segment.shownName().equals(shownName))
                .findFirst();
    }

    public Optional<Router> router(String name) {
        return routers.stream().filter(router -> router.name().equals(name)).findFirst();
    }
}
