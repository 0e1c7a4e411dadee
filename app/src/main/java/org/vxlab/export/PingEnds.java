package org.vxlab.export;

import org.vxlab.topology.Ip;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedSegment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Everything in a segment that has an overlay address, and so can ping and be pinged.
record PingEnds(String name, List<End> ends) {
    /// The device of a workload inside its namespace.
    private static final String WORKLOAD_DEVICE = "eth0";

    PingEnds {
        ends = List.copyOf(ends);
    }

    /// A host or workload in a segment.
    ///
    /// @param name of the workload or host; with `@host` where the segment has several of the name
    /// @param namespace of a workload; empty for the host itself
    record End(String name, String host, String namespace, String device, Ip address) {}

    /// One for each segment of the lab, in its order.
    static List<PingEnds> of(ResolvedLab lab) {
        return lab.segments().stream()
                .map(segment -> new PingEnds(segment.name(), ends(segment)))
                .toList();
    }

    /// Those on a host.
    List<End> on(String host) {
        return ends.stream().filter(end -> end.host().equals(host)).toList();
    }

    /// All others that speak the same version of IP.
    List<End> reachableFrom(End from) {
        return ends.stream()
                .filter(to -> !to.equals(from))
                .filter(to -> to.address().family() == from.address().family())
                .toList();
    }

    private static List<End> ends(ResolvedSegment segment) {
        List<End> ends = new ArrayList<>();
        for (ResolvedSegment.ResolvedMember member : segment.members()) {
            member.address()
                    .ifPresent(
                            address ->
                                    ends.add(
                                            new End(
                                                    member.host(),
                                                    member.host(),
                                                    "",
                                                    member.overlayDevice(),
                                                    address.ip())));
        }
        for (ResolvedSegment.ResolvedWorkload workload : segment.workloads()) {
            workload.address()
                    .ifPresent(
                            address ->
                                    ends.add(
                                            new End(
                                                    workload.name(),
                                                    workload.host(),
                                                    workload.namespace(),
                                                    WORKLOAD_DEVICE,
                                                    address.ip())));
        }
        return distinct(ends);
    }

    private static List<End> distinct(List<End> ends) {
        Map<String, Integer> uses = new HashMap<>();
        ends.forEach(end -> uses.merge(end.name(), 1, Integer::sum));
        return ends.stream()
                .map(
                        end ->
                                uses.get(end.name()) == 1
                                        ? end
                                        : new End(
                                                end.name() + "@" + end.host(),
                                                end.host(),
                                                end.namespace(),
                                                end.device(),
                                                end.address()))
                .toList();
    }
}
