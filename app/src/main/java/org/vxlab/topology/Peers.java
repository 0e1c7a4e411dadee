package org.vxlab.topology;

import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Tunnel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Who exchanges a segment's frames directly with whom, by hosts' names.
final class Peers {
    private final Map<String, Set<String>> peers = new HashMap<>();

    Peers(Segment segment) {
        for (Member member : segment.members()) {
            peers.put(member.host(), new HashSet<>());
        }
        for (Tunnel tunnel : Defaults.tunnels(segment)) {
            if (peers.containsKey(tunnel.one()) && peers.containsKey(tunnel.other())) {
                peers.get(tunnel.one()).add(tunnel.other());
                peers.get(tunnel.other()).add(tunnel.one());
            }
        }
    }

    /// The peers of a member; none for a host that is no member.
    Set<String> of(String host) {
        return peers.getOrDefault(host, Set.of());
    }
}
