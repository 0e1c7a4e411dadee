package org.vxlab.topology;

import org.vxlab.topology.Segment.Member;

import java.util.Optional;

/// Why a host cannot become a member of a segment.
final class Joining {
    private Joining() {}

    static Optional<Message> whyNot(Lab lab, UnderlayGraph underlay, Segment segment, Host host) {
        if (segment.member(host.name()).isPresent()) {
            return Optional.of(
                    Message.of("topology.link.member", host.name(), segment.shownName()));
        }
        Optional<Message> taken =
                lab.segments().stream()
                        .filter(other -> !other.equals(segment))
                        .filter(other -> other.member(host.name()).isPresent())
                        .filter(other -> other.vni().equals(segment.vni()))
                        .findFirst()
                        .map(
                                other ->
                                        Message.of(
                                                "topology.device.vni",
                                                segment.vni(),
                                                host.name(),
                                                Defaults.port(other)));
        if (taken.isPresent()) {
            return taken;
        }
        if (Defaults.flooding(segment) == Flooding.REMOTE && segment.members().size() > 1) {
            return Optional.of(Message.of("topology.link.remote", segment.shownName()));
        }
        for (Member member : segment.members()) {
            Optional<Message> why =
                    lab.host(member.host()).flatMap(peer -> apart(underlay, segment, host, peer));
            if (why.isPresent()) {
                return why;
            }
        }
        return Optional.empty();
    }

    private static Optional<Message> apart(
            UnderlayGraph underlay, Segment segment, Host host, Host peer) {
        Ip vtep = host.underlay().address().ip();
        Ip other = peer.underlay().address().ip();
        if (vtep.family() != other.family()) {
            return Optional.of(Message.of("topology.member.family", vtep, other, peer.name()));
        }
        String network = host.underlay().network();
        String far = peer.underlay().network();
        if (network.equals(far)) {
            return Optional.empty();
        }
        if (!underlay.connects(network, far)) {
            return Optional.of(
                    Message.of(
                            "topology.tunnel.unreachable", host.name(), peer.name(), network, far));
        }
        return Defaults.flooding(segment) == Flooding.MULTICAST
                ? Optional.of(
                        Message.of(
                                "topology.link.multicast", host.name(), segment.shownName(), far))
                : Optional.empty();
    }
}
