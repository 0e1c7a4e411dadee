package org.vxlab.topology;

import org.vxlab.topology.Problem.Severity;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Tunnel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Checks that a segment's tunnels join members that reach each other.
final class TunnelCheck {
    private final Lab lab;
    private final Segment segment;
    private final String path;
    private final UnderlayGraph underlay;
    private final Findings findings;

    TunnelCheck(Lab lab, Segment segment, String path, UnderlayGraph underlay, Findings findings) {
        this.lab = lab;
        this.segment = segment;
        this.path = path;
        this.underlay = underlay;
        this.findings = findings;
    }

    void check() {
        segment.tunnels().ifPresent(this::written);
        reachable();
    }

    private void written(List<Tunnel> tunnels) {
        List<String> members = segment.members().stream().map(Member::host).toList();
        Set<Set<String>> seen = new HashSet<>();
        for (int i = 0; i < tunnels.size(); i++) {
            Tunnel tunnel = tunnels.get(i);
            String place = path + ".tunnels[" + i + "]";
            for (String end : List.of(tunnel.one(), tunnel.other())) {
                if (!members.contains(end)) {
                    findings.unknown(place, "topology.tunnel.member", end, members);
                }
            }
            if (tunnel.one().equals(tunnel.other())) {
                findings.error(place, "topology.tunnel.self", tunnel.one());
            } else if (!seen.add(Set.of(tunnel.one(), tunnel.other()))) {
                findings.error(place, "topology.tunnel.twice", tunnel.one(), tunnel.other());
            }
        }
    }

    /// Says each pair of networks without a way between them once.
    private void reachable() {
        Set<Set<String>> said = new HashSet<>();
        Optional<Tunnel> tooFar = Optional.empty();
        int mostRouters = 0;
        Map<String, String> networkOf = new HashMap<>();
        for (Host host : lab.hosts()) {
            if (lab.network(host.underlay().network()).isPresent()) {
                networkOf.putIfAbsent(host.name(), host.underlay().network());
            }
        }
        for (Tunnel tunnel : segment.tunnels().orElseGet(() -> firstOfEachNetwork(networkOf))) {
            String from = networkOf.get(tunnel.one());
            String to = networkOf.get(tunnel.other());
            boolean apart = from != null && to != null && !from.equals(to);
            int routers = apart ? routers(from, to) : 0;
            if (routers > mostRouters) {
                mostRouters = routers;
                tooFar = Optional.of(tunnel);
            }
            if (apart && !underlay.connects(from, to) && said.add(Set.of(from, to))) {
                findings.add(
                        isBuiltIn(tunnel) ? Severity.ERROR : Severity.WARNING,
                        path + (segment.tunnels().isPresent() ? ".tunnels" : ".members"),
                        "topology.tunnel.unreachable",
                        tunnel.one(),
                        tunnel.other(),
                        from,
                        to);
            }
        }
        int passed = mostRouters;
        tooFar.ifPresent(tunnel -> lives(tunnel, passed));
    }

    /// Between SSH hosts in different networks there is at least one router, drawn or not.
    private int routers(String from, String to) {
        return underlay.connects(from, to) ? underlay.routersBetween(from, to) : 1;
    }

    /// Says so where packets do not live long enough for the longest way: each router takes one
    /// from the TTL and drops the packet at none. What is not written is 64, and to a group 1, of
    /// which [FloodingCheck] tells.
    private void lives(Tunnel tunnel, int routers) {
        segment.options()
                .ttl()
                .filter(ttl -> ttl.matches("[1-9][0-9]{0,2}") && Integer.parseInt(ttl) <= routers)
                .ifPresent(
                        ttl ->
                                findings.warning(
                                        path + ".ttl",
                                        "topology.tunnel.ttl",
                                        ttl,
                                        tunnel.one(),
                                        tunnel.other(),
                                        Integer.toString(routers),
                                        Integer.toString(routers + 1)));
    }

    /// Pairs that stand for all pairs of members: those of the first member in each network, which
    /// are also the first pairs between any two networks.
    private List<Tunnel> firstOfEachNetwork(Map<String, String> networkOf) {
        Map<String, Member> first = new LinkedHashMap<>();
        for (Member member : segment.members()) {
            String network = networkOf.get(member.host());
            if (network != null) {
                first.putIfAbsent(network, member);
            }
        }
        return Defaults.allPairs(List.copyOf(first.values()));
    }

    /// Whether the drawing is all there is: between SSH hosts there may be routers nobody drew.
    private boolean isBuiltIn(Tunnel tunnel) {
        return lab.hosts().stream()
                .filter(host -> tunnel.joins(host.name()))
                .anyMatch(host -> host.ssh().isEmpty());
    }
}
