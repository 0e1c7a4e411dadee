package org.vxlab.topology;

import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Tunnel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Who exchanges a segment's frames directly with whom, by hosts' names.
///
/// Where no tunnels are written everybody does so with everybody, and no pair is written out here:
/// a thousand members have half a million.
final class Peers {
    private final Set<String> members;
    private final boolean everybody;
    private final Map<String, Set<String>> peers = new HashMap<>();

    Peers(Segment segment) {
        members = segment.members().stream().map(Member::host).collect(Collectors.toSet());
        everybody = segment.tunnels().isEmpty();
        for (Tunnel tunnel : segment.tunnels().orElse(List.of())) {
            if (members.contains(tunnel.one()) && members.contains(tunnel.other())) {
                peers.computeIfAbsent(tunnel.one(), _ -> new HashSet<>()).add(tunnel.other());
                peers.computeIfAbsent(tunnel.other(), _ -> new HashSet<>()).add(tunnel.one());
            }
        }
    }

    /// The peers of a member; none for a host that is no member.
    Set<String> of(String host) {
        if (!everybody) {
            return peers.getOrDefault(host, Set.of());
        }
        Set<String> others = members.contains(host) ? new HashSet<>(members) : new HashSet<>();
        others.remove(host);
        return others;
    }

    /// How many peers a member has.
    int count(String host) {
        return everybody && members.contains(host) ? members.size() - 1 : of(host).size();
    }

    /// Whether two hosts are peers.
    boolean are(String host, String other) {
        return everybody
                ? !host.equals(other) && members.contains(host) && members.contains(other)
                : of(host).contains(other);
    }
}
