package org.vxlab.plan;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.State;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.topology.Ip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The part of a host's state that a lab owns and that can be planned.
///
/// Left out are learned entries, which are only watched; the bridge's `permanent` entries, which
/// mean "my own address" and come and go with the ports; link-local IPv6 addresses and connected
/// routes, which the kernel gives by itself; and what a control plane put there.
public final class Owned {
    private Owned() {}

    public static HostState of(HostState read, Ownership owner) {
        Map<String, Link> links = new LinkedHashMap<>();
        read.links().values().stream()
                .filter(owner::owns)
                .forEach(link -> links.put(link.name(), withoutAutomatic(link)));
        List<FdbEntry> fdb =
                read.fdb().stream()
                        .filter(entry -> links.containsKey(entry.device()) && isPlanned(entry))
                        .toList();
        Map<String, HostState> namespaces = new LinkedHashMap<>();
        read.namespaces()
                .forEach(
                        (name, state) -> {
                            if (owner.ownsNamespace(name)) {
                                namespaces.put(name, inside(state));
                            }
                        });
        return new HostState(
                links,
                fdb,
                read.neighbours().stream()
                        .filter(entry -> links.containsKey(entry.device()) && entry.isPermanent())
                        .toList(),
                List.of(),
                namespaces);
    }

    private static HostState inside(HostState state) {
        Map<String, Link> links = new LinkedHashMap<>();
        state.links().forEach((name, link) -> links.put(name, withoutAutomatic(link)));
        return new HostState(
                links,
                List.of(),
                List.of(),
                state.routes().stream().filter(route -> route.via().isPresent()).toList(),
                Map.of());
    }

    private static Link withoutAutomatic(Link link) {
        return link.withAddresses(
                link.addresses().stream()
                        .filter(
                                address ->
                                        address.ip().family() == Ip.Family.V4
                                                || !address.ip().isLinkLocal())
                        .toList());
    }

    private static boolean isPlanned(FdbEntry entry) {
        return !entry.externLearn()
                && switch (entry.table()) {
                    case VXLAN -> entry.state() == State.STATIC || entry.state() == State.PERMANENT;
                    case BRIDGE -> entry.state() == State.STATIC;
                    case DEVICE -> false;
                };
    }
}
