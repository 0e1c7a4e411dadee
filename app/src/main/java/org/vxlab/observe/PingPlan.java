package org.vxlab.observe;

import org.vxlab.topology.OverlayEnd;
import org.vxlab.topology.Prefix;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedSegment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who has to reach whom in a lab: in each segment every ordered pair of members and workloads with
/// addresses of one family, and across segments that share a bridge, as spokes do on their hub,
/// every pair of one subnet.
public record PingPlan(List<PingPair> pairs) {
    /// Pings a second over all hosts of a watched lab; more pairs than this are walked in turn. A
    /// ping is a process on its host.
    private static final int PER_SECOND = 256;

    public PingPlan {
        pairs = List.copyOf(pairs);
    }

    public static PingPlan of(ResolvedLab lab) {
        Map<ResolvedSegment, List<ResolvedSegment>> joined = new HashMap<>();
        lab.ethernets()
                .forEach(ethernet -> ethernet.forEach(segment -> joined.put(segment, ethernet)));
        // A bridge that is drawn with its address in two segments is one end all the same.
        Set<PingPair> pairs = new LinkedHashSet<>();
        for (ResolvedSegment segment : lab.segments()) {
            pairs.addAll(pairs(segment));
            joined.get(segment).stream()
                    .filter(other -> !other.equals(segment))
                    .forEach(other -> pairs.addAll(across(segment, other)));
        }
        return new PingPlan(List.copyOf(pairs));
    }

    /// The pairs by the host that sends, in the lab's order.
    public Map<String, List<PingPair>> bySource() {
        Map<String, List<PingPair>> bySource = new LinkedHashMap<>();
        for (PingPair pair : pairs) {
            bySource.computeIfAbsent(pair.from().host(), host -> new ArrayList<>()).add(pair);
        }
        return bySource;
    }

    /// What each host pings while it is watched.
    Map<String, PingShare> shares() {
        Map<String, PingShare> shares = new LinkedHashMap<>();
        Map<String, List<PingPair>> bySource = bySource();
        bySource.forEach(
                (host, pairs) ->
                        shares.put(
                                host,
                                new PingShare(pairs, Math.max(1, PER_SECOND / bySource.size()))));
        return shares;
    }

    private static List<PingPair> pairs(ResolvedSegment segment) {
        List<OverlayEnd> ends = OverlayEnd.of(segment);
        List<PingPair> pairs = new ArrayList<>();
        for (OverlayEnd from : ends) {
            ends.stream().filter(from::canPing).forEach(to -> pairs.add(pair(segment, from, to)));
        }
        return pairs;
    }

    private static List<PingPair> across(ResolvedSegment near, ResolvedSegment far) {
        List<PingPair> pairs = new ArrayList<>();
        Map<OverlayEnd, Prefix> others = OverlayEnd.withSubnets(far);
        OverlayEnd.withSubnets(near)
                .forEach(
                        (from, subnet) -> {
                            ResolvedSegment through = tunnelled(near, far, from);
                            others.forEach(
                                    (to, other) -> {
                                        if (subnet.equals(other) && !isSamePlace(from, to)) {
                                            pairs.add(pair(through, from, to));
                                        }
                                    });
                        });
        return pairs;
    }

    private static boolean isSamePlace(OverlayEnd one, OverlayEnd other) {
        return one.host().equals(other.host()) && one.namespace().equals(other.namespace());
    }

    /// The segment whose tunnel the ping leaves its host through: the far one, where that one
    /// shares the bridge there.
    private static ResolvedSegment tunnelled(
            ResolvedSegment near, ResolvedSegment far, OverlayEnd from) {
        Optional<String> bridge = bridge(near, from.host());
        return bridge.isPresent() && bridge.equals(bridge(far, from.host())) ? far : near;
    }

    private static Optional<String> bridge(ResolvedSegment segment, String host) {
        return segment.member(host).flatMap(ResolvedSegment.ResolvedMember::bridge);
    }

    private static PingPair pair(ResolvedSegment segment, OverlayEnd from, OverlayEnd to) {
        return new PingPair(segment.vni(), segment.name(), from, to);
    }
}
