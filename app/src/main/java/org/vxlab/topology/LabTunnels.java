package org.vxlab.topology;

import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Tunnel;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps a segment's tunnels unwritten as long as they are every pair of members.
final class LabTunnels {
    private LabTunnels() {}

    static Segment with(Segment segment, Tunnel added) {
        List<Tunnel> tunnels = Defaults.tunnels(segment);
        return tunnels.stream().anyMatch(tunnel -> same(tunnel, added))
                ? segment
                : written(segment, LabLists.with(tunnels, added));
    }

    static Segment without(Segment segment, Tunnel gone) {
        List<Tunnel> tunnels = Defaults.tunnels(segment);
        return tunnels.stream().noneMatch(tunnel -> same(tunnel, gone))
                ? segment
                : written(segment, LabLists.without(tunnels, tunnel -> same(tunnel, gone)));
    }

    /// A segment that loses a member, and with it the member's tunnels.
    static Segment withoutMember(Segment segment, String host) {
        List<Member> left = LabLists.without(segment.members(), one -> one.host().equals(host));
        Segment smaller = segment.withMembers(left);
        return segment.tunnels()
                .map(tunnels -> written(smaller, LabLists.without(tunnels, one -> one.joins(host))))
                .orElse(smaller);
    }

    static boolean same(Tunnel one, Tunnel other) {
        return one.joins(other.one()) && one.joins(other.other());
    }

    private static Segment written(Segment segment, List<Tunnel> tunnels) {
        Set<Set<String>> pairs = new HashSet<>();
        tunnels.forEach(tunnel -> pairs.add(Set.copyOf(List.of(tunnel.one(), tunnel.other()))));
        boolean every =
                Defaults.allPairs(segment.members()).stream()
                        .allMatch(
                                pair ->
                                        pairs.contains(
                                                Set.copyOf(List.of(pair.one(), pair.other()))));
        return segment.withTunnels(every ? Optional.empty() : Optional.of(tunnels));
    }
}
