package org.vxlab.topology;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names and addresses a lab has given away.
final class LabNames {
    private LabNames() {}

    static Set<String> taken(Lab lab) {
        Set<String> taken = new HashSet<>();
        lab.networks().forEach(network -> taken.add(network.name()));
        lab.routers().forEach(router -> taken.add(router.name()));
        lab.hosts().forEach(host -> taken.add(host.name()));
        for (Segment segment : lab.segments()) {
            taken.add(segment.shownName());
            segment.workloads().forEach(workload -> taken.add(workload.name()));
        }
        return taken;
    }

    static Set<Ip> underlay(Lab lab) {
        Set<Ip> taken = new HashSet<>();
        lab.routers().forEach(router -> taken.addAll(router.addresses().values()));
        lab.hosts().forEach(host -> taken.add(host.underlay().address().ip()));
        return taken;
    }

    static Set<Ip> overlay(Lab lab) {
        return lab.segments().stream()
                .flatMap(LabNames::addresses)
                .map(InterfaceAddress::ip)
                .collect(Collectors.toSet());
    }

    /// The addresses of a segment's members, then of its workloads.
    static Stream<InterfaceAddress> addresses(Segment segment) {
        return Stream.concat(
                        segment.members().stream().map(Segment.Member::address),
                        segment.workloads().stream().map(Segment.Workload::address))
                .flatMap(Optional::stream);
    }

    /// All subnets, of the underlay and the overlay.
    static List<Prefix> subnets(Lab lab) {
        return Stream.concat(
                        lab.networks().stream().map(Network::subnet),
                        lab.segments().stream()
                                .flatMap(LabNames::addresses)
                                .map(InterfaceAddress::prefix))
                .distinct()
                .toList();
    }

    static Set<MacAddress> macs(Lab lab) {
        return lab.segments().stream()
                .flatMap(segment -> segment.workloads().stream())
                .map(workload -> Defaults.mac(lab.name(), workload))
                .collect(Collectors.toSet());
    }
}
