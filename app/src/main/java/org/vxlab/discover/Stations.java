package org.vxlab.discover;

import org.vxlab.discover.Cable.End;
import org.vxlab.discover.Finding.Kind;
import org.vxlab.discover.Station.Inside;
import org.vxlab.kernel.ExtraSetting;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.plan.Ownership;
import org.vxlab.topology.WorkloadNames;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds what can be a host of the lab: every machine, and every namespace with a vxlan device.
final class Stations {
    private final FindingList findings;
    private final Set<String> names = new HashSet<>();

    private Stations(FindingList findings) {
        this.findings = findings;
    }

    static List<Station> of(List<FoundHost> hosts, FindingList findings) {
        Stations stations = new Stations(findings);
        List<Station> all = new ArrayList<>();
        hosts.forEach(host -> all.addAll(stations.of(host)));
        return List.copyOf(all);
    }

    private List<Station> of(FoundHost host) {
        Map<End, End> ends = ends(host);
        List<String> inside =
                host.state().namespaces().entrySet().stream()
                        .filter(entry -> hasVxlan(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        List<Station> all = new ArrayList<>();
        if (inside.isEmpty() || hasVxlan(host.state())) {
            all.add(
                    new Station(
                            Names.unique(host.name(), names),
                            host.ssh(),
                            host.state(),
                            plugged(host, "", inside, ends),
                            extras(host, "")));
        }
        for (String namespace : inside) {
            String name = Names.unique(namespace, names);
            all.add(
                    new Station(
                            name,
                            Optional.empty(),
                            host.state().namespaces().get(namespace),
                            plugged(host, namespace, inside, ends),
                            extras(host, namespace)));
            if (host.ssh().isPresent()) {
                findings.add(Kind.ASSUMED, name, "", "discover.namespace", namespace, host.name());
            }
        }
        return all;
    }

    private static boolean hasVxlan(HostState state) {
        return state.links().values().stream().anyMatch(link -> link.kind() instanceof Vxlan);
    }

    private static List<ExtraSetting> extras(FoundHost host, String namespace) {
        return host.extras().stream().filter(extra -> extra.namespace().equals(namespace)).toList();
    }

    private static Map<String, Inside> plugged(
            FoundHost host, String namespace, List<String> stations, Map<End, End> ends) {
        Map<String, Inside> plugged = new LinkedHashMap<>();
        ends.forEach(
                (near, far) -> {
                    boolean outwards =
                            near.namespace().equals(namespace)
                                    && !far.namespace().isEmpty()
                                    && !far.namespace().equals(namespace)
                                    && !stations.contains(far.namespace());
                    HostState there = host.state().namespaces().get(far.namespace());
                    if (outwards && there != null && there.links().containsKey(far.device())) {
                        plugged.put(
                                near.device(),
                                new Inside(
                                        far.namespace(), there, there.links().get(far.device())));
                    }
                });
        return plugged;
    }

    /// The cables both ways, and those of a lab's workloads, whose ends are named after each other.
    private static Map<End, End> ends(FoundHost host) {
        Map<End, End> ends = new LinkedHashMap<>();
        for (Cable cable : host.cables()) {
            ends.putIfAbsent(cable.one(), cable.other());
            ends.putIfAbsent(cable.other(), cable.one());
        }
        for (String lab : Ownership.labsOn(host.state())) {
            String prefix = WorkloadNames.namespace(lab, "");
            host.state()
                    .namespaces()
                    .forEach(
                            (namespace, state) -> {
                                if (namespace.startsWith(prefix)) {
                                    End near =
                                            new End(
                                                    "",
                                                    new Ownership(lab, host.name())
                                                            .hostEndOf(namespace));
                                    cable(state)
                                            .ifPresent(
                                                    far ->
                                                            ends.putIfAbsent(
                                                                    near, new End(namespace, far)));
                                }
                            });
        }
        return ends;
    }

    private static Optional<String> cable(HostState namespace) {
        return namespace.links().values().stream()
                .filter(link -> link.kind() instanceof Link.Veth)
                .map(Link::name)
                .findFirst();
    }
}
