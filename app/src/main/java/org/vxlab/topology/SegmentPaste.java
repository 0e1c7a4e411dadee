package org.vxlab.topology;

import org.vxlab.topology.Segment.BridgeChoice;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.StaticFdb;
import org.vxlab.topology.Segment.StaticNeighbour;
import org.vxlab.topology.Segment.Tunnel;
import org.vxlab.topology.Segment.Workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Copies one segment with its members, or lets copies of members join it.
final class SegmentPaste {
    private final UnderlayGraph underlay;
    private final Segment part;
    private final Map<String, String> hosts;
    private final Map<MacAddress, MacAddress> macs = new HashMap<>();
    private final Map<Ip, Ip> addresses = new HashMap<>();
    private Lab lab;
    private String name;

    /// @param hosts the copied hosts' names, old to new
    SegmentPaste(Lab lab, UnderlayGraph underlay, Segment part, Map<String, String> hosts) {
        this.lab = lab;
        this.underlay = underlay;
        this.part = part;
        this.hosts = hosts;
        name = part.shownName();
    }

    /// A segment of its own, with a VNI and a subnet of its own; its devices have their usual
    /// names, since those written are taken.
    Lab copy() {
        name = NextFree.nameLike(lab, name);
        Segment empty =
                new Segment(
                        NextFree.vni(lab),
                        Optional.of(name),
                        part.options(),
                        part.tunnels().map(all -> all.stream().map(this::mapped).toList()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        if (part.options().group().isPresent()) {
            Ip group = NextFree.group(lab, part);
            empty = empty.withOptions(SegmentOption.GROUP.set(empty.options(), Optional.of(group)));
        }
        lab = new LabEdit.AddSegment(empty).applyTo(lab);
        for (Member member : part.members()) {
            Optional<BridgeChoice> bridge =
                    member.bridge().filter(BridgeChoice.None.class::isInstance);
            add(member, bridge, Optional.empty());
        }
        part.workloads().forEach(this::add);
        entries();
        return LabLists.inSegment(lab, name, this::settled);
    }

    /// What the segment says must hold for the members that could come along.
    private Segment settled(Segment copy) {
        List<Tunnel> tunnels =
                Defaults.tunnels(copy).stream()
                        .filter(
                                tunnel ->
                                        copy.member(tunnel.one()).isPresent()
                                                && copy.member(tunnel.other()).isPresent())
                        .toList();
        Segment settled =
                copy.tunnels().isPresent() ? copy.withTunnels(Optional.of(tunnels)) : copy;
        boolean pair = copy.members().size() == 2 && tunnels.size() == 1;
        return Defaults.flooding(copy) == Flooding.REMOTE && !pair
                ? settled.withOptions(
                        SegmentOption.FLOODING.set(settled.options(), Optional.empty()))
                : settled;
    }

    /// Copies of hosts become members beside the originals, where the segment can take them.
    Lab join() {
        if (lab.segment(name).isEmpty()) {
            return lab;
        }
        for (Member member : part.members()) {
            Optional<Segment> before = lab.segment(name);
            add(member, member.bridge(), member.device());
            boolean joined = !lab.segment(name).equals(before);
            if (joined && before.get().tunnels().isPresent()) {
                tunnels(before.get(), member.host());
            }
        }
        part.workloads().forEach(this::add);
        entries();
        return lab;
    }

    /// A copy has the original's tunnels; a group reaches everybody anyway.
    private void tunnels(Segment before, String host) {
        List<Tunnel> wanted = new ArrayList<>();
        if (Defaults.flooding(before) == Flooding.MULTICAST) {
            before.members().forEach(peer -> wanted.add(new Tunnel(to(host), peer.host())));
        } else {
            part.tunnels().orElse(List.of()).stream()
                    .filter(tunnel -> tunnel.joins(host))
                    .forEach(tunnel -> wanted.add(mapped(tunnel)));
        }
        Segment now = lab.segment(name).orElseThrow();
        for (Tunnel tunnel : wanted) {
            if (now.member(tunnel.one()).isPresent() && now.member(tunnel.other()).isPresent()) {
                lab = new LabEdit.AddTunnel(name, tunnel).applyTo(lab);
            }
        }
    }

    private Tunnel mapped(Tunnel tunnel) {
        return new Tunnel(to(tunnel.one()), to(tunnel.other()));
    }

    private String to(String host) {
        return hosts.getOrDefault(host, host);
    }

    private void add(Member old, Optional<BridgeChoice> bridge, Optional<String> device) {
        Segment segment = lab.segment(name).orElseThrow();
        Optional<Host> host = lab.host(to(old.host()));
        if (host.isEmpty() || Joining.whyNot(lab, underlay, segment, host.get()).isPresent()) {
            return;
        }
        Optional<InterfaceAddress> address =
                old.address().flatMap(one -> NextFree.memberAddress(lab, segment));
        renumbered(old.address(), address);
        Member member = new Member(host.get().name(), address, bridge, device, old.learning());
        lab = new LabEdit.AddMember(name, member).applyTo(lab);
    }

    private void add(Workload old) {
        Segment segment = lab.segment(name).orElseThrow();
        String host = to(old.host());
        if (segment.member(host).isEmpty()) {
            return;
        }
        Optional<InterfaceAddress> address =
                old.address().flatMap(one -> NextFree.workloadAddress(lab, segment));
        renumbered(old.address(), address);
        Optional<Ip> gateway =
                old.gateway()
                        .map(ip -> addresses.getOrDefault(ip, ip))
                        .filter(ip -> address.filter(own -> own.prefix().contains(ip)).isPresent());
        Workload workload =
                new Workload(
                        NextFree.nameLike(lab, old.name()),
                        host,
                        old.mac().map(mac -> NextFree.mac(lab)),
                        address,
                        gateway);
        macs.put(Defaults.mac(lab.name(), old), Defaults.mac(lab.name(), workload));
        lab = new LabEdit.AddWorkload(name, workload).applyTo(lab);
    }

    private void renumbered(Optional<InterfaceAddress> old, Optional<InterfaceAddress> address) {
        if (old.isPresent() && address.isPresent()) {
            addresses.put(old.get().ip(), address.get().ip());
        }
    }

    /// Entries of copied hosts, leading to the copies of what they led to.
    private void entries() {
        Segment segment = lab.segment(name).orElseThrow();
        List<StaticFdb> fdb = new ArrayList<>(segment.fdb());
        for (StaticFdb old : part.fdb()) {
            StaticFdb entry =
                    new StaticFdb(
                            to(old.on()), macs.getOrDefault(old.mac(), old.mac()), to(old.vtep()));
            boolean isNew =
                    fdb.stream()
                            .noneMatch(
                                    one ->
                                            one.on().equals(entry.on())
                                                    && one.mac().equals(entry.mac()));
            boolean leads =
                    lab.host(entry.vtep()).isEmpty() || segment.member(entry.vtep()).isPresent();
            if (isNew && leads && segment.member(entry.on()).isPresent()) {
                fdb.add(entry);
            }
        }
        List<StaticNeighbour> neighbours = new ArrayList<>(segment.neighbours());
        for (StaticNeighbour old : part.neighbours()) {
            StaticNeighbour entry =
                    new StaticNeighbour(
                            to(old.on()),
                            addresses.getOrDefault(old.address(), old.address()),
                            macs.getOrDefault(old.mac(), old.mac()));
            boolean isNew =
                    neighbours.stream()
                            .noneMatch(
                                    one ->
                                            one.on().equals(entry.on())
                                                    && one.address().equals(entry.address()));
            if (isNew && segment.member(entry.on()).isPresent()) {
                neighbours.add(entry);
            }
        }
        lab = LabLists.inSegment(lab, name, one -> one.withFdb(fdb).withNeighbours(neighbours));
    }
}
