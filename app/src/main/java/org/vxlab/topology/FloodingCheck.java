package org.vxlab.topology;

import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.StaticFdb;
import org.vxlab.topology.Segment.Tunnel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
            int count = peers.of(member.host()).size();
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
                                        peers.of(member.host()).size()
                                                == segment.members().size() - 1);
        if (segment.tunnels().isPresent() && !everyPair) {
            findings.error(path + ".tunnels", "topology.flooding.group-tunnels");
        }
    }

    private void groupFits(Ip group) {
        Set<String> networks = new HashSet<>();
        for (Member member : segment.members()) {
            Optional<Host> host = lab.host(member.host());
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
        }
        if (networks.size() > 1) {
            findings.error(path + ".group", "topology.flooding.group-routed", group);
        }
    }

    /// Head-end replication with pairs left out: frames from a tunnel never go back into the same
    /// vxlan device, so nobody in the middle passes them on.
    private void missingPairs() {
        for (Tunnel pair : Defaults.allPairs(segment.members())) {
            if (pair.one().equals(pair.other()) || peers.of(pair.one()).contains(pair.other())) {
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
        for (Member member : segment.members()) {
            for (Member peer : segment.members()) {
                if (!peers.of(member.host()).contains(peer.host())) {
                    continue;
                }
                if (segment.fdb().stream().noneMatch(entry -> leads(entry, member, peer))) {
                    findings.warning(
                            path + ".flooding",
                            "topology.flooding.none",
                            member.host(),
                            peer.host());
                    return;
                }
                boolean resolved =
                        peer.address().isEmpty()
                                || segment.neighbours().stream()
                                        .anyMatch(
                                                entry ->
                                                        entry.on().equals(member.host())
                                                                && entry.address()
                                                                        .equals(
                                                                                peer.address()
                                                                                        .get()
                                                                                        .ip()));
                if (member.address().isPresent() && !resolved) {
                    findings.warning(
                            path + ".flooding",
                            "topology.flooding.no-neighbour",
                            member.host(),
                            peer.address().get().ip());
                    return;
                }
            }
        }
        if (segment.workloads().size() > 1) {
            findings.warning(path + ".flooding", "topology.flooding.workloads");
        }
    }

    private boolean leads(StaticFdb entry, Member member, Member peer) {
        Optional<String> vtep =
                lab.host(peer.host()).map(host -> host.underlay().address().ip().toString());
        return entry.on().equals(member.host())
                && (entry.vtep().equals(peer.host())
                        || vtep.isPresent() && vtep.get().equals(entry.vtep()));
    }
}
