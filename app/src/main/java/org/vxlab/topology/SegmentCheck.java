package org.vxlab.topology;

import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Options;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// Checks a segment's properties and who its members are.
final class SegmentCheck {
    static final int MAX_PORT = 65535;

    /// The bridge keeps hundredths of a second in 32 bits.
    private static final int MAX_AGEING = 42_949_672;

    private static final Set<String> DF = Set.of("unset", "set", "inherit");

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
        options(segment.options());
        mtu();
        members();
    }

    private void options(Options options) {
        options.port()
                .filter(port -> port < 1 || port > MAX_PORT)
                .ifPresent(port -> findings.error(path + ".port", "topology.port", port));
        options.ageing()
                .filter(ageing -> ageing < 1 || ageing > MAX_AGEING)
                .ifPresent(
                        ageing ->
                                findings.error(
                                        path + ".ageing",
                                        "topology.segment.ageing",
                                        ageing,
                                        MAX_AGEING));
        options.ttl()
                .filter(ttl -> !ttl.matches("auto|inherit") && !isNumber(ttl, 1))
                .ifPresent(ttl -> findings.error(path + ".ttl", "topology.segment.ttl", ttl));
        options.tos()
                // The kernel takes TOS 1 for "inherit" and says so when read back.
                .filter(tos -> !tos.equals("inherit") && (!isNumber(tos, 0) || tos.equals("1")))
                .ifPresent(tos -> findings.error(path + ".tos", "topology.segment.tos", tos));
        options.df()
                .filter(df -> !DF.contains(df))
                .ifPresent(df -> findings.error(path + ".df", "topology.segment.df", df));
    }

    private static boolean isNumber(String text, int min) {
        return text.matches("0|[1-9][0-9]{0,2}")
                && Integer.parseInt(text) >= min
                && Integer.parseInt(text) <= 255;
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
        if (mtu < UnderlayCheck.MIN_MTU_V4) {
            findings.error(
                    path + ".mtu", "topology.segment.mtu-small", mtu, UnderlayCheck.MIN_MTU_V4);
        } else if (v6 && mtu < UnderlayCheck.MIN_MTU_V6) {
            findings.error(path + ".mtu", "topology.segment.mtu-v6", mtu, UnderlayCheck.MIN_MTU_V6);
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
            member.device().ifPresent(name -> DeviceCheck.name(name, place + ".device", findings));
            Defaults.bridge(segment, member)
                    .ifPresent(name -> DeviceCheck.bridge(name, place + ".bridge", findings));
        }
        if (segment.members().isEmpty()) {
            findings.warning(path, "topology.segment.empty", segment.vni());
        }
    }

    private static Ip.Family family(Host host) {
        return host.underlay().address().ip().family();
    }
}
