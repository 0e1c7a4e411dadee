package org.vxlab.publish;

import org.vxlab.topology.DerivedMac;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.ResolvedSegment;
import org.vxlab.topology.ResolvedSegment.ResolvedMember;
import org.vxlab.topology.ResolvedSegment.ResolvedWorkload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A ping from one host to another over the overlay, as a person types it.
record Ping(End from, End to) {
    /// Something with an overlay address.
    ///
    /// @param prefix what stands before a command so that it runs there; empty for the host itself
    /// @param device what a ping is bound to, so that no other network can answer
    record End(
            String name, String host, String prefix, String device, Ip address, MacAddress mac) {}

    /// The first pair of a segment on two hosts; workloads first, since they are what the overlay
    /// is for.
    static Optional<Ping> first(String lab, ResolvedSegment segment) {
        List<End> ends = new ArrayList<>();
        for (ResolvedWorkload one : segment.workloads()) {
            one.address()
                    .ifPresent(
                            address ->
                                    ends.add(
                                            new End(
                                                    one.name(),
                                                    one.host(),
                                                    "ip netns exec " + one.namespace() + " ",
                                                    "eth0",
                                                    address.ip(),
                                                    one.mac())));
        }
        for (ResolvedMember one : segment.members()) {
            one.address()
                    .ifPresent(
                            address ->
                                    ends.add(
                                            new End(
                                                    one.host(),
                                                    one.host(),
                                                    "",
                                                    one.overlayDevice(),
                                                    address.ip(),
                                                    DerivedMac.of(
                                                            lab,
                                                            one.host(),
                                                            one.overlayDevice()))));
        }
        return ends.stream()
                .flatMap(
                        from ->
                                ends.stream()
                                        .filter(to -> !to.host().equals(from.host()))
                                        .filter(
                                                to ->
                                                        to.address().family()
                                                                == from.address().family())
                                        .map(to -> new Ping(from, to)))
                .findFirst();
    }

    /// @param options more options of ping, each with a space behind
    String command(String options) {
        return "%sping -c 3 %s-I %s %s"
                .formatted(from.prefix(), options, from.device(), to.address());
    }
}
