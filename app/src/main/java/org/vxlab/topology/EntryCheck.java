package org.vxlab.topology;

import org.vxlab.topology.Segment.BridgeChoice;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.StaticFdb;
import org.vxlab.topology.Segment.StaticNeighbour;
import org.vxlab.topology.Segment.Workload;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Checks a segment's static entries and workloads.
final class EntryCheck {
    private final Lab lab;
    private final Segment segment;
    private final String path;
    private final Findings findings;
    private final List<String> members;

    /// VTEP address to the member's host.
    private final Map<Ip, String> memberWith = new HashMap<>();

    /// Who has an entry in which table, in all segments checked so far: those that share a bridge
    /// on a host share its tables too.
    private final Set<List<Object>> seen;

    EntryCheck(Lab lab, Segment segment, String path, Findings findings, Set<List<Object>> seen) {
        this.seen = seen;
        this.lab = lab;
        this.segment = segment;
        this.path = path;
        this.findings = findings;
        members = segment.members().stream().map(Member::host).toList();
        Set<String> joined = new HashSet<>(members);
        for (Host host : lab.hosts()) {
            if (joined.contains(host.name())) {
                memberWith.put(host.underlay().address().ip(), host.name());
            }
        }
    }

    void check() {
        for (int i = 0; i < segment.fdb().size(); i++) {
            StaticFdb entry = segment.fdb().get(i);
            String place = path + ".fdb[" + i + "]";
            member(entry.on(), place + ".on");
            mac(entry.mac(), place + ".mac");
            vtep(entry, place + ".vtep");
            if (!seen.add(List.of(entry.on(), table(entry.on()), entry.mac()))) {
                findings.error(place + ".mac", "topology.entry.twice", entry.mac(), entry.on());
            }
        }
        for (int i = 0; i < segment.neighbours().size(); i++) {
            StaticNeighbour entry = segment.neighbours().get(i);
            String place = path + ".neighbours[" + i + "]";
            member(entry.on(), place + ".on");
            mac(entry.mac(), place + ".mac");
            if (!seen.add(List.of(entry.on(), table(entry.on()), entry.address()))) {
                findings.error(
                        place + ".address", "topology.entry.twice", entry.address(), entry.on());
            }
        }
        for (int i = 0; i < segment.workloads().size(); i++) {
            workload(segment.workloads().get(i), path + ".workloads[" + i + "]");
        }
    }

    /// The bridge a host's entries stand in, or the vxlan device.
    private String table(String host) {
        return segment.member(host)
                .map(
                        member ->
                                Defaults.bridge(segment, member)
                                        .orElse(Defaults.device(segment, member)))
                .orElse(path);
    }

    private void member(String host, String place) {
        if (!members.contains(host)) {
            findings.unknown(place, "topology.reference.member", host, members);
        }
    }

    private void mac(MacAddress mac, String place) {
        if (mac.isGroup() || mac.isZero()) {
            findings.error(place, "topology.mac.group", mac);
        }
    }

    private void vtep(StaticFdb entry, String place) {
        String text = entry.vtep();
        Optional<Host> named = lab.host(text);
        if (named.isPresent()) {
            if (!members.contains(text)) {
                findings.unknown(place, "topology.reference.member", text, members);
            } else if (text.equals(entry.on())) {
                findings.error(place, "topology.entry.self", text);
            }
            return;
        }
        Optional<Ip> address = address(text);
        if (address.isEmpty()) {
            findings.unknown(place, "topology.reference.vtep", text, members);
            return;
        }
        String owner = memberWith.get(address.get());
        if (owner == null) {
            findings.warning(place, "topology.entry.foreign", text);
        } else if (owner.equals(entry.on())) {
            findings.error(place, "topology.entry.self", text);
        }
        lab.host(entry.on())
                .map(host -> host.underlay().address().ip().family())
                .filter(family -> family != address.get().family())
                .ifPresent(family -> findings.error(place, "topology.entry.family", text));
    }

    private static Optional<Ip> address(String text) {
        try {
            return Optional.of(Ip.parse(text));
        } catch (WrongText e) {
            return Optional.empty();
        }
    }

    private void workload(Workload workload, String place) {
        member(workload.host(), place + ".host");
        workload.mac().ifPresent(mac -> mac(mac, place + ".mac"));
        boolean bridgeless =
                segment.members().stream()
                        .filter(member -> member.host().equals(workload.host()))
                        .anyMatch(
                                member ->
                                        member.bridge()
                                                .filter(BridgeChoice.None.class::isInstance)
                                                .isPresent());
        if (bridgeless) {
            findings.error(
                    place + ".host",
                    "topology.workload.bridgeless",
                    workload.name(),
                    workload.host());
        }
        workload.gateway().ifPresent(gateway -> gateway(workload, gateway, place + ".gateway"));
    }

    private void gateway(Workload workload, Ip gateway, String place) {
        if (workload.address().isEmpty()) {
            findings.error(place, "topology.workload.no-address", workload.name());
            return;
        }
        InterfaceAddress own = workload.address().get();
        if (own.ip().equals(gateway)) {
            findings.error(place, "topology.workload.own-gateway", gateway);
        } else if (!own.prefix().contains(gateway) || own.prefix().reserves(gateway)) {
            findings.error(place, "topology.workload.gateway", gateway, own.prefix());
        }
    }
}
