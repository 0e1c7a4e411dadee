package org.vxlab.plan;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.topology.Ip;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Finds the ordered, explained changes that turn what a lab owns on a host into what it wants.
///
/// `plan(wanted, actual)` is the push, `plan(before, now)` the rollback. The order always works:
/// first everything that goes (namespaces, vxlan devices, bridges, then of devices that stay what a
/// later change would take along), then bridges, vxlan devices, ports, addresses, up, forwarding
/// entries, neighbours, and workloads last.
public final class Planner {
    private Planner() {}

    /// The plan for one host.
    ///
    /// @param wanted only things of the lab
    /// @param read the whole host as read; what the lab does not own is left alone. No wanted name
    ///   may belong to a foreign device: [HostCheck] finds those before
    public static HostPlan plan(HostState wanted, HostState read, Ownership owner) {
        HostState actual = Owned.of(read, owner);
        Set<String> remade = remade(wanted, actual, owner);
        Steps steps = new Steps(speaksIpv6(read));

        Removal.add(steps, wanted, actual, remade);
        HostState left = without(actual, wanted, remade);
        LinkSteps links = new LinkSteps(steps, wanted, left);
        EntrySteps entries = new EntrySteps(steps, wanted, left);
        entries.removeFleeting();
        links.removeAddresses();
        links.add();
        entries.add();
        new WorkloadSteps(steps, wanted, left, owner).add();
        return new HostPlan(owner.host(), steps.list(), actual, wanted);
    }

    /// Devices and namespaces that are wanted but must be made anew.
    private static Set<String> remade(HostState wanted, HostState actual, Ownership owner) {
        Set<String> remade = new LinkedHashSet<>();
        for (Link link : wanted.links().values()) {
            Link there = actual.links().get(link.name());
            if (there != null && Recreation.reason(link, there).isPresent()) {
                remade.add(link.name());
            }
        }
        for (Map.Entry<String, HostState> entry : wanted.namespaces().entrySet()) {
            String namespace = entry.getKey();
            HostState there = actual.namespaces().get(namespace);
            String hostEnd = owner.hostEndOf(namespace);
            boolean hostEndStays = actual.links().containsKey(hostEnd) && !remade.contains(hostEnd);
            boolean insideIsThere =
                    there != null
                            && there.links()
                                    .keySet()
                                    .containsAll(entry.getValue().links().keySet());
            if (there != null && !(hostEndStays && insideIsThere)) {
                remade.add(namespace);
            }
            if (actual.links().containsKey(hostEnd) && !(hostEndStays && insideIsThere)) {
                remade.add(hostEnd);
            }
        }
        return remade;
    }

    /// What is left of `actual` once everything that goes has gone. A port whose bridge went has no
    /// master, and entries go with their device.
    private static HostState without(HostState actual, HostState wanted, Set<String> remade) {
        Predicate<String> stays =
                name -> wanted.links().containsKey(name) && !remade.contains(name);
        Map<String, Link> links = new LinkedHashMap<>();
        for (Link link : actual.links().values()) {
            if (stays.test(link.name())) {
                boolean orphaned =
                        link.master()
                                .filter(actual.links()::containsKey)
                                .filter(stays.negate())
                                .isPresent();
                links.put(link.name(), orphaned ? link.withoutMaster() : link);
            }
        }
        List<FdbEntry> fdb =
                actual.fdb().stream()
                        .filter(entry -> links.containsKey(entry.device()))
                        .filter(entry -> entry.master().map(links::containsKey).orElse(true))
                        .toList();
        Map<String, HostState> namespaces = new LinkedHashMap<>();
        actual.namespaces()
                .forEach(
                        (name, state) -> {
                            if (wanted.namespaces().containsKey(name) && !remade.contains(name)) {
                                namespaces.put(name, state);
                            }
                        });
        return new HostState(
                links,
                fdb,
                actual.neighbours().stream()
                        .filter(entry -> links.containsKey(entry.device()))
                        .toList(),
                List.of(),
                namespaces);
    }

    /// `lo` has ::1 wherever IPv6 is on.
    private static boolean speaksIpv6(HostState read) {
        return read.links().values().stream()
                .flatMap(link -> link.addresses().stream())
                .anyMatch(address -> address.ip().family() == Ip.Family.V6);
    }
}
