package org.vxlab.topology;

import org.vxlab.topology.Host.UnderlayPort;
import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.ResolvedSegment.ResolvedFdb;
import org.vxlab.topology.ResolvedSegment.ResolvedMember;
import org.vxlab.topology.ResolvedSegment.ResolvedWorkload;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Options;
import org.vxlab.topology.Segment.StaticFdb;
import org.vxlab.topology.Segment.Workload;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Fills the defaults of one lab.
final class LabResolution {
    private final Lab lab;
    private final Map<String, ResolvedHost> hosts = new HashMap<>();
    private final OverlayMtu overlayMtu;

    /// Names of segments that are given away.
    private final Set<String> names = new HashSet<>();

    LabResolution(Lab lab) {
        this.lab = lab;
        UnderlayGraph underlay = UnderlayGraph.of(lab);
        for (Host host : lab.hosts()) {
            hosts.put(host.name(), resolve(host, underlay));
        }
        overlayMtu = new OverlayMtu(lab, underlay);
        lab.segments().forEach(segment -> segment.name().ifPresent(names::add));
    }

    ResolvedLab resolve() {
        return new ResolvedLab(
                lab.name(),
                lab.networks().stream()
                        .map(
                                network ->
                                        new Network(
                                                network.name(),
                                                network.subnet(),
                                                Optional.of(
                                                        network.mtu().orElse(Network.DEFAULT_MTU))))
                        .toList(),
                lab.routers(),
                lab.hosts().stream().map(host -> hosts.get(host.name())).toList(),
                lab.segments().stream().map(this::resolve).toList());
    }

    private static ResolvedHost resolve(Host host, UnderlayGraph underlay) {
        UnderlayPort port = host.underlay();
        Optional<String> device =
                host.ssh().isEmpty()
                        ? Optional.of(port.device().orElse(Defaults.BUILT_IN_DEVICE))
                        : port.device();
        return new ResolvedHost(
                host.name(),
                host.ssh(),
                port.network(),
                device,
                port.address(),
                underlay.mtu(port.network()));
    }

    private ResolvedSegment resolve(Segment segment) {
        Options options = segment.options();
        Peers peers = new Peers(segment);
        return new ResolvedSegment(
                segment.vni(),
                segment.name().orElseGet(() -> derivedName(segment)),
                Defaults.port(segment),
                Defaults.flooding(segment),
                options.group(),
                Defaults.ageing(segment),
                options.mtu().orElseGet(() -> overlayMtu.of(segment).orElse(OverlayMtu.USUAL)),
                options.ttl().orElse(Defaults.TTL),
                options.tos().orElse(Defaults.TOS),
                options.df().orElse(Defaults.DF),
                options.udpcsum().orElse(true),
                Defaults.tunnels(segment),
                segment.members().stream().map(one -> resolve(segment, one, peers)).toList(),
                segment.fdb().stream().map(this::resolve).toList(),
                segment.neighbours(),
                segment.workloads().stream().map(this::resolve).toList());
    }

    /// After its VNI; where that is taken, because a VNI stands for a segment on another port or on
    /// other hosts too, with the port and, if need be, a number behind.
    private String derivedName(Segment segment) {
        String derived = Defaults.name(segment);
        String withPort = derived + "-" + Defaults.port(segment);
        return Stream.concat(
                        Stream.of(derived, withPort),
                        IntStream.iterate(2, i -> i + 1).mapToObj(i -> withPort + "-" + i))
                .filter(names::add)
                .findFirst()
                .orElseThrow();
    }

    private ResolvedMember resolve(Segment segment, Member member, Peers peers) {
        List<Ip> vteps =
                segment.members().stream()
                        .filter(other -> peers.of(member.host()).contains(other.host()))
                        .map(other -> host(other.host()).vtep())
                        .toList();
        return new ResolvedMember(
                member.host(),
                host(member.host()).vtep(),
                Defaults.device(segment, member),
                Defaults.bridge(segment, member),
                member.address(),
                member.learning().orElse(segment.options().learning().orElse(true)),
                vteps);
    }

    private ResolvedFdb resolve(StaticFdb entry) {
        ResolvedHost named = hosts.get(entry.vtep());
        return new ResolvedFdb(
                entry.on(), entry.mac(), named != null ? named.vtep() : Ip.parse(entry.vtep()));
    }

    private ResolvedWorkload resolve(Workload workload) {
        return new ResolvedWorkload(
                workload.name(),
                workload.host(),
                workload.mac()
                        .orElseGet(
                                () ->
                                        DerivedMac.ofWorkload(
                                                lab.name(), workload.host(), workload.name())),
                workload.address(),
                workload.gateway(),
                WorkloadNames.namespace(lab.name(), workload.name()),
                WorkloadNames.hostDevice(workload.name()));
    }

    private ResolvedHost host(String name) {
        ResolvedHost host = hosts.get(name);
        if (host == null) {
            throw new IllegalArgumentException("no host " + name);
        }
        return host;
    }
}
