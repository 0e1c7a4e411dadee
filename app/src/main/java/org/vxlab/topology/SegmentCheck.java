package org.vxlab.topology;

import org.vxlab.topology.Segment.Member;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Checks a segment's properties and who its members are.
final class SegmentCheck {
    private final Lab lab;
    private final Segment segment;
    private final String path;
    private final UnderlayGraph underlay;
    private final Findings findings;

    SegmentCheck(Lab lab, Segment segment, String path, UnderlayGraph underlay, Findings findings) {
        this.lab = lab;
        this.segment = segment;
        this.path = path;
        this.underlay = underlay;
        this.findings = findings;
    }

    void check() {
        ValueCheck.options(segment.options(), path, findings);
        ValueCheck.members(segment, path, findings);
        mtu();
        members();
    }

    private void mtu() {
        OptionalInt derived = new OverlayMtu(lab, underlay).of(segment);
        Optional<Integer> written = segment.options().mtu();
        if (written.isPresent() && derived.isPresent() && written.get() > derived.getAsInt()) {
            findings.error(
                    path + ".mtu", "topology.segment.mtu-large", written.get(), derived.getAsInt());
        }
        int mtu = written.orElse(derived.orElse(OverlayMtu.USUAL));
        boolean v6 =
                Stream.concat(
                                segment.members().stream().map(Member::address),
                                segment.workloads().stream().map(Segment.Workload::address))
                        .flatMap(Optional::stream)
                        .anyMatch(address -> address.ip().family() == Ip.Family.V6);
        if (mtu < ValueCheck.MIN_MTU_V4) {
            findings.error(path + ".mtu", "topology.segment.mtu-small", mtu, ValueCheck.MIN_MTU_V4);
        } else if (v6 && mtu < ValueCheck.MIN_MTU_V6) {
            findings.error(path + ".mtu", "topology.segment.mtu-v6", mtu, ValueCheck.MIN_MTU_V6);
        }
    }

    private void members() {
        List<String> known = lab.hosts().stream().map(Host::name).toList();
        Map<String, Host> hosts = lab.hostsByName();
        Map<String, Integer> seen = new HashMap<>();
        Optional<Host> first = Optional.empty();
        for (int i = 0; i < segment.members().size(); i++) {
            Member member = segment.members().get(i);
            String place = path + ".members[" + i + "]";
            if (seen.putIfAbsent(member.host(), i) != null) {
                findings.error(
                        place + ".host", "topology.member.twice", member.host(), segment.vni());
            }
            Optional<Host> host = Optional.ofNullable(hosts.get(member.host()));
            if (host.isEmpty()) {
                findings.unknown(place + ".host", "topology.reference.host", member.host(), known);
            } else if (first.isPresent() && family(first.get()) != family(host.get())) {
                findings.error(
                        place + ".host",
                        "topology.member.family",
                        host.get().underlay().address().ip(),
                        first.get().underlay().address().ip(),
                        first.get().name());
            }
            first = first.or(() -> host);
        }
        if (segment.members().isEmpty()) {
            findings.warning(path, "topology.segment.empty", segment.vni());
        }
    }

    private static Ip.Family family(Host host) {
        return host.underlay().address().ip().family();
    }
}
