package org.vxlab.topology;

import org.vxlab.topology.Problem.Severity;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.StaticFdb;
import org.vxlab.topology.Segment.StaticNeighbour;
import org.vxlab.topology.Segment.Tunnel;
import org.vxlab.topology.Segment.Workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Checks that broadcasts of a segment have a way, and that what is drawn about it holds.
final class FloodingCheck {
    private final Lab lab;
    private final Segment segment;
    private final String path;
    private final Findings findings;
    private final Peers peers;

    FloodingCheck(Lab lab, Segment segment, String path, Findings findings) {
        this.lab = lab;
        this.segment = segment;
        this.path = path;
        this.findings = findings;
        peers = new Peers(segment);
    }

    void check() {
        Flooding flooding = Defaults.flooding(segment);
        if (flooding != Flooding.MULTICAST) {
            segment.options()
                    .group()
                    .ifPresent(
                            group ->
                                    findings.error(
                                            path + ".group",
                                            "topology.flooding.group-unused",
                                            group,
                                            flooding));
        }
        switch (flooding) {
            case REMOTE -> remote();
            case MULTICAST -> multicast();
            case HEAD_END -> missingPairs();
            case NONE -> none();
        }
    }

    private void remote() {
        for (Member member : segment.members()) {
            int count = peers.count(member.host());
            if (count != 1) {
                findings.error(
                        path + ".flooding", "topology.flooding.remote", member.host(), count);
                return;
            }
        }
    }

    private void multicast() {
        Optional<Ip> group = segment.options().group();
        if (group.isEmpty()) {
            findings.error(path + ".flooding", "topology.flooding.no-group");
        } else if (!group.get().isMulticast()) {
            findings.error(path + ".group", "topology.flooding.not-group", group.get());
        } else {
            groupFits(group.get());
        }
        boolean everyPair =
                segment.members().stream()
                        .allMatch(
                                member ->
                                        peers.count(member.host()) == segment.members().size() - 1);
        if (segment.tunnels().isPresent() && !everyPair) {
            findings.error(path + ".tunnels", "topology.flooding.group-tunnels");
        }
    }

    private void groupFits(Ip group) {
        Map<String, Host> hosts = lab.hostsByName();
        Set<String> networks = new HashSet<>();
        boolean builtIn = false;
        for (Member member : segment.members()) {
            Optional<Host> host = Optional.ofNullable(hosts.get(member.host()));
            if (host.isEmpty()) {
                continue;
            }
            Ip vtep = host.get().underlay().address().ip();
            if (vtep.family() != group.family()) {
                findings.error(
                        path + ".group",
                        "topology.flooding.group-family",
                        group,
                        vtep,
                        host.get().name());
                return;
            }
            networks.add(host.get().underlay().network());
            builtIn |= host.get().ssh().isEmpty();
        }
        if (networks.size() > 1) {
            // Routers between SSH hosts may forward multicast, if the frames live long enough.
            boolean livesLonger =
                    segment.options().ttl().filter(ttl -> !ttl.equals(Defaults.TTL)).isPresent();
            findings.add(
                    livesLonger && !builtIn ? Severity.WARNING : Severity.ERROR,
                    path + ".group",
                    livesLonger
                            ? "topology.flooding.group-routed"
                            : "topology.flooding.group-routed-once",
                    group);
        }
    }

    /// Head-end replication with pairs left out: frames from a tunnel never go back into the same
    /// vxlan device, so nobody in the middle passes them on.
    private void missingPairs() {
        if (segment.tunnels().isEmpty()) {
            return;
        }
        for (Tunnel pair : Defaults.allPairs(segment.members())) {
            if (pair.one().equals(pair.other()) || peers.are(pair.one(), pair.other())) {
                continue;
            }
            List<String> between = new ArrayList<>(peers.of(pair.one()));
            between.retainAll(peers.of(pair.other()));
            between.sort(null);
            if (between.isEmpty()) {
                findings.warning(
                        path + ".tunnels", "topology.flooding.apart", pair.one(), pair.other());
            } else {
                findings.warning(
                        path + ".tunnels",
                        "topology.flooding.hub",
                        pair.one(),
                        pair.other(),
                        between.getFirst());
            }
            return;
        }
    }

    private void none() {
        Map<String, String> hosts = new HashMap<>();
        lab.hosts()
                .forEach(host -> hosts.put(host.underlay().address().ip().toString(), host.name()));
        // Pairs of a member and what its static entries name: a host behind which something is,
        // the MAC that is there, or a neighbour's address.
        Set<List<Object>> entries = new HashSet<>();
        for (StaticFdb entry : segment.fdb()) {
            String host = hosts.getOrDefault(entry.vtep(), entry.vtep());
            entries.add(List.of(entry.on(), host));
            entries.add(List.of(entry.on(), entry.mac()));
        }
        for (StaticNeighbour entry : segment.neighbours()) {
            entries.add(List.of(entry.on(), entry.address()));
        }
        for (Member member : segment.members()) {
            for (Member peer : segment.members()) {
                if (peers.are(member.host(), peer.host()) && !leads(member, peer, entries)) {
                    return;
                }
            }
        }
        workloads();
    }

    /// Says the first workload that another host's workloads cannot find: its MAC must stand in
    /// that host's forwarding table, and its address in the neighbour table.
    private void workloads() {
        Set<List<Object>> known = new HashSet<>();
        segment.fdb().forEach(entry -> known.add(List.of(entry.on(), entry.mac())));
        segment.neighbours().forEach(entry -> known.add(List.of(entry.on(), entry.address())));
        for (Workload from : segment.workloads()) {
            for (Workload to : segment.workloads()) {
                boolean apart =
                        !from.host().equals(to.host())
                                && to.address().isPresent()
                                && peers.are(from.host(), to.host());
                if (apart
                        && !(known.contains(List.of(from.host(), Defaults.mac(lab.name(), to)))
                                && known.contains(List.of(from.host(), to.address().get().ip())))) {
                    findings.warning(
                            path + ".flooding",
                            "topology.flooding.workloads",
                            from.name(),
                            to.name(),
                            from.host());
                    return;
                }
            }
        }
    }

    /// Whether frames get from a member to its peer without flooding; says what is missing.
    private boolean leads(Member member, Member peer, Set<List<Object>> entries) {
        String place = path + ".flooding";
        if (!entries.contains(List.of(member.host(), peer.host()))) {
            findings.warning(place, "topology.flooding.none", member.host(), peer.host());
            return false;
        }
        if (member.address().isPresent() && peer.address().isPresent()) {
            Ip address = peer.address().get().ip();
            if (!entries.contains(List.of(member.host(), address))) {
                findings.warning(place, "topology.flooding.no-neighbour", member.host(), address);
                return false;
            }
            MacAddress mac = Defaults.mac(lab.name(), segment, peer);
            if (!entries.contains(List.of(member.host(), mac))) {
                findings.warning(
                        place,
                        "topology.flooding.no-mac",
                        member.host(),
                        address,
                        mac,
                        peer.host());
                return false;
            }
        }
        return true;
    }
}
