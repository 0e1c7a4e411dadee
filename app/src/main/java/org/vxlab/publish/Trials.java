package org.vxlab.publish;

import org.vxlab.plan.Blueprint;
import org.vxlab.publish.Block.Heading;
import org.vxlab.publish.Block.Trial;
import org.vxlab.topology.Flooding;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.ResolvedSegment;
import org.vxlab.topology.ResolvedSegment.ResolvedMember;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What there is to look at in a lab: commands, and what the kernel answers when all is well.
final class Trials {
    /// An IPv4 header without options and an ICMP header, in bytes (RFC 791, RFC 792).
    private static final int PING_HEADERS = 28;

    private final ResolvedLab lab;
    private final Subject subject;
    private final List<Block> blocks = new ArrayList<>();

    Trials(ResolvedLab lab, Subject subject) {
        this.lab = lab;
        this.subject = subject;
    }

    List<Block> all() {
        crossing();
        lab.segments().stream()
                .filter(segment -> !segment.members().isEmpty())
                .forEach(this::segment);
        tenants();
        return List.copyOf(blocks);
    }

    /// The way through the underlay, where there are routers on it.
    private void crossing() {
        if (lab.routers().isEmpty()) {
            return;
        }
        ResolvedHost from = lab.hosts().getFirst();
        lab.hosts().stream()
                .filter(to -> !to.network().equals(from.network()))
                .findFirst()
                .ifPresent(
                        to ->
                                trial(
                                        "underlay",
                                        from.name(),
                                        "ip route get " + to.vtep(),
                                        List.of(),
                                        from.name(),
                                        to.name()));
    }

    private void segment(ResolvedSegment segment) {
        ResolvedMember first = segment.members().getFirst();
        blocks.add(
                new Heading(
                        2, subject.text("publish.handout.segment", segment.name(), segment.vni())));
        trial(
                "device",
                first.host(),
                "ip -d link show dev " + first.device(),
                List.of(),
                first.device(),
                segment.vni(),
                first.vtep(),
                segment.port());
        flooding(segment, first);
        written(segment);
        Optional<Ping> ping = Ping.first(lab.name(), segment);
        ping.ifPresent(found -> pings(segment, found));
    }

    private void flooding(ResolvedSegment segment, ResolvedMember member) {
        String show = "bridge fdb show dev " + member.device();
        String device = lab.host(member.host()).device().orElse(Blueprint.UNKNOWN_DEVICE);
        if (member.peers().isEmpty()) {
            return;
        }
        switch (segment.flooding()) {
            case HEAD_END ->
                    trial(
                            "headend",
                            member.host(),
                            show,
                            member.peers().stream()
                                    .map(
                                            peer ->
                                                    "00:00:00:00:00:00 dst "
                                                            + peer
                                                            + " self permanent")
                                    .toList(),
                            member.peers().size());
            case REMOTE ->
                    trial(
                            "remote",
                            member.host(),
                            show,
                            member.peers().stream()
                                    .map(
                                            peer ->
                                                    "00:00:00:00:00:00 dst %s via %s self permanent"
                                                            .formatted(peer, device))
                                    .toList());
            case MULTICAST -> {
                String group = segment.group().map(Ip::toString).orElse("");
                trial(
                        "group",
                        member.host(),
                        show,
                        List.of(
                                "00:00:00:00:00:00 dst %s via %s self permanent"
                                        .formatted(group, device)),
                        group);
                trial("joined", member.host(), "ip maddr show dev " + device, List.of(), group);
            }
            case NONE ->
                    trial(
                            segment.fdb().isEmpty() ? "nowhere" : "unflooded",
                            member.host(),
                            show,
                            List.of(),
                            member.device());
        }
    }

    /// The static entries of the first host that has some.
    private void written(ResolvedSegment segment) {
        segment.fdb().stream()
                .findFirst()
                .flatMap(entry -> segment.member(entry.on()))
                .ifPresent(
                        member -> {
                            List<String> lines = new ArrayList<>();
                            segment.fdb().stream()
                                    .filter(entry -> entry.on().equals(member.host()))
                                    .forEach(
                                            entry ->
                                                    lines.addAll(
                                                            entry(
                                                                    member,
                                                                    entry.mac(),
                                                                    entry.vtep(),
                                                                    " static")));
                            trial(
                                    "static",
                                    member.host(),
                                    "bridge fdb show dev " + member.device(),
                                    lines);
                        });
        segment.neighbours().stream()
                .findFirst()
                .flatMap(entry -> segment.member(entry.on()))
                .ifPresent(
                        member ->
                                trial(
                                        "neighbours",
                                        member.host(),
                                        "ip neigh show dev " + member.overlayDevice(),
                                        segment.neighbours().stream()
                                                .filter(entry -> entry.on().equals(member.host()))
                                                .map(
                                                        entry ->
                                                                "%s lladdr %s PERMANENT"
                                                                        .formatted(
                                                                                entry.address(),
                                                                                entry.mac()))
                                                .toList()));
    }

    /// What the two tables print of a MAC: the bridge's, then the vxlan device's.
    private static List<String> entry(
            ResolvedMember member, MacAddress mac, Ip vtep, String state) {
        List<String> lines = new ArrayList<>();
        member.bridge().ifPresent(bridge -> lines.add(mac + " master " + bridge + state));
        lines.add(mac + " dst " + vtep + " self" + state);
        return lines;
    }

    private void pings(ResolvedSegment segment, Ping ping) {
        ResolvedMember member = segment.member(ping.from().host()).orElseThrow();
        boolean carried = segment.flooding() != Flooding.NONE || !segment.fdb().isEmpty();
        if (!carried) {
            trial("lost", ping.from().host(), ping.command(""), List.of(), ping.to().name());
            trial(
                    "dropped",
                    member.host(),
                    "ip -s link show dev " + member.device(),
                    List.of(),
                    member.device());
            return;
        }
        trial("ping", ping.from().host(), ping.command(""), List.of(), ping.to().name());
        if (member.learning()) {
            trial(
                    member.bridge().isPresent() ? "learned" : "learned.plain",
                    member.host(),
                    "bridge fdb show dev " + member.device(),
                    entry(
                            member,
                            ping.mac(),
                            segment.member(ping.to().host()).orElseThrow().vtep(),
                            ""),
                    ping.to().name(),
                    member.device(),
                    segment.ageing());
        } else {
            trial(
                    "unlearned",
                    member.host(),
                    "bridge fdb show dev " + member.device(),
                    List.of(),
                    member.device());
        }
        String device = lab.host(member.host()).device().orElse(Blueprint.UNKNOWN_DEVICE);
        trial(
                "wire",
                member.host(),
                "tcpdump -ni %s udp port %d".formatted(device, segment.port()),
                List.of(),
                segment.vni());
        if (ping.to().address().family() == Ip.Family.V4) {
            trial(
                    "mtu",
                    ping.from().host(),
                    ping.command("-M do -s " + (segment.mtu() - PING_HEADERS + 1) + " "),
                    List.of(),
                    segment.mtu());
        }
    }

    /// Where segments share a host, only the VNI keeps them apart.
    private void tenants() {
        for (ResolvedHost host : lab.hosts()) {
            List<ResolvedSegment> here =
                    lab.segments().stream()
                            .filter(segment -> segment.member(host.name()).isPresent())
                            .toList();
            long bridges =
                    here.stream()
                            .map(segment -> segment.member(host.name()).orElseThrow().bridge())
                            .distinct()
                            .count();
            if (here.size() > 1 && bridges == here.size()) {
                blocks.add(new Heading(2, subject.text("publish.handout.tenants")));
                trial(
                        "tenants",
                        host.name(),
                        "bridge fdb show",
                        List.of(),
                        here.size(),
                        host.name());
                return;
            }
        }
    }

    private void trial(
            String key, String host, String command, List<String> printed, Object... arguments) {
        blocks.add(
                new Trial(
                        subject.text("publish.trial." + key, arguments),
                        host,
                        command,
                        printed,
                        subject.text("publish.trial." + key + ".seen", arguments)));
    }
}
