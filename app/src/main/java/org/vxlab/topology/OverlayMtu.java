package org.vxlab.topology;

import org.vxlab.topology.Segment.Member;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// The largest overlay packet that crosses the underlay in one piece.
final class OverlayMtu {
    /// Outer IPv4 20 + UDP 8 + VXLAN 8 + inner Ethernet 14 bytes (RFC 7348 section 5).
    static final int OVERHEAD_V4 = 50;

    /// The same with an outer IPv6 header of 40 bytes.
    static final int OVERHEAD_V6 = 70;

    /// For a segment that has no members yet.
    static final int USUAL = Network.DEFAULT_MTU - OVERHEAD_V4;

    private final Lab lab;
    private final Map<String, Host> hosts;
    private final UnderlayGraph underlay;

    OverlayMtu(Lab lab, UnderlayGraph underlay) {
        this.lab = lab;
        this.hosts = lab.hostsByName();
        this.underlay = underlay;
    }

    /// The smallest MTU between any two members less the overhead; a lone member's own network
    /// counts. Empty where no member stands in a known network.
    OptionalInt of(Segment segment) {
        Set<String> networks = new LinkedHashSet<>();
        int overhead = OVERHEAD_V4;
        for (Member member : segment.members()) {
            Host host = hosts.get(member.host());
            if (host != null && lab.network(host.underlay().network()).isPresent()) {
                networks.add(host.underlay().network());
                overhead = Math.max(overhead, overhead(host.underlay().address().ip()));
            }
        }
        int total = overhead;
        OptionalInt smallest = smallest(List.copyOf(networks));
        return smallest.isPresent()
                ? OptionalInt.of(smallest.getAsInt() - total)
                : OptionalInt.empty();
    }

    private OptionalInt smallest(List<String> networks) {
        List<Integer> mtus = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            for (int j = i; j < networks.size(); j++) {
                underlay.pathMtu(networks.get(i), networks.get(j)).ifPresent(mtus::add);
            }
        }
        return mtus.stream().mapToInt(Integer::intValue).min();
    }

    static int overhead(Ip vtep) {
        return switch (vtep.family()) {
            case V4 -> OVERHEAD_V4;
            case V6 -> OVERHEAD_V6;
        };
    }
}
