package org.vxlab.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One direction of two ends that have to reach each other.
///
/// @param segment the one whose tunnel a ping leaves its host through
public record OverlayPair(ResolvedSegment segment, OverlayEnd from, OverlayEnd to) {
    /// All of a lab: in each segment every ordered pair of members and workloads with addresses of
    /// one family, and across segments that share a bridge, as spokes do on their hub, every pair
    /// of one subnet.
    public static List<OverlayPair> of(ResolvedLab lab) {
        Map<ResolvedSegment, List<ResolvedSegment>> joined = new HashMap<>();
        lab.ethernets()
                .forEach(ethernet -> ethernet.forEach(segment -> joined.put(segment, ethernet)));
        List<OverlayPair> pairs = new ArrayList<>();
        for (ResolvedSegment segment : lab.segments()) {
            pairs.addAll(within(segment));
            joined.get(segment).stream()
                    .filter(other -> !other.equals(segment))
                    .forEach(other -> pairs.addAll(across(segment, other)));
        }
        // A bridge that is drawn with its address in two segments is one end all the same.
        Set<List<Object>> seen = new HashSet<>();
        pairs.removeIf(pair -> !seen.add(List.of(pair.segment.name(), pair.from, pair.to)));
        return List.copyOf(pairs);
    }

    private static List<OverlayPair> within(ResolvedSegment segment) {
        List<OverlayEnd> ends = OverlayEnd.of(segment);
        List<OverlayPair> pairs = new ArrayList<>();
        for (OverlayEnd from : ends) {
            ends.stream()
                    .filter(from::canPing)
                    .forEach(to -> pairs.add(new OverlayPair(segment, from, to)));
        }
        return pairs;
    }

    private static List<OverlayPair> across(ResolvedSegment near, ResolvedSegment far) {
        List<OverlayPair> pairs = new ArrayList<>();
        Map<OverlayEnd, Prefix> others = OverlayEnd.withSubnets(far);
        OverlayEnd.withSubnets(near)
                .forEach(
                        (from, subnet) -> {
                            ResolvedSegment through = tunnelled(near, far, from);
                            others.forEach(
                                    (to, other) -> {
                                        if (subnet.equals(other) && !isSamePlace(from, to)) {
                                            pairs.add(new OverlayPair(through, from, to));
                                        }
                                    });
                        });
        return pairs;
    }

    private static boolean isSamePlace(OverlayEnd one, OverlayEnd other) {
        return one.host().equals(other.host()) && one.namespace().equals(other.namespace());
    }

    /// The segment whose tunnel a ping leaves its host through: the far one, where that one shares
    /// the bridge there.
    private static ResolvedSegment tunnelled(
            ResolvedSegment near, ResolvedSegment far, OverlayEnd from) {
        Optional<String> bridge = bridge(near, from.host());
        return bridge.isPresent() && bridge.equals(bridge(far, from.host())) ? far : near;
    }

    private static Optional<String> bridge(ResolvedSegment segment, String host) {
        return segment.member(host).flatMap(ResolvedSegment.ResolvedMember::bridge);
    }
}
