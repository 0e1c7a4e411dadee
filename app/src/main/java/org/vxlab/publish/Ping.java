package org.vxlab.publish;

import org.vxlab.topology.DerivedMac;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.OverlayEnd;
import org.vxlab.topology.ResolvedSegment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A ping from one host to another over the overlay, as a person types it.
///
/// @param mac of the one that is pinged
record Ping(OverlayEnd from, OverlayEnd to, MacAddress mac) {

    /// The first pair of a segment on two hosts; workloads first, since they are what the overlay
    /// is for.
    static Optional<Ping> first(String lab, ResolvedSegment segment) {
        List<OverlayEnd> ends =
                OverlayEnd.of(segment).stream()
                        .sorted(Comparator.comparing(end -> end.namespace().isEmpty()))
                        .toList();
        return ends.stream()
                .flatMap(
                        from ->
                                ends.stream()
                                        .filter(to -> !to.host().equals(from.host()))
                                        .filter(from::canPing)
                                        .map(to -> new Ping(from, to, mac(lab, segment, to))))
                .findFirst();
    }

    private static MacAddress mac(String lab, ResolvedSegment segment, OverlayEnd end) {
        return segment.workloads().stream()
                .filter(workload -> workload.namespace().equals(end.namespace()))
                .filter(workload -> workload.host().equals(end.host()))
                .map(ResolvedSegment.ResolvedWorkload::mac)
                .findFirst()
                .orElseGet(() -> DerivedMac.of(lab, end.host(), end.device()));
    }

    /// @param options more options of ping, each with a space behind
    String command(String options) {
        String inside = from.namespace().isEmpty() ? "" : "ip netns exec " + from.namespace() + " ";
        return "%sping -c 3 %s-I %s %s".formatted(inside, options, from.device(), to.address());
    }
}
