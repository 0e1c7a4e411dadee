package org.vxlab.topology;

import org.vxlab.topology.Host.UnderlayPort;
import org.vxlab.topology.Segment.BridgeChoice;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Options;
import org.vxlab.topology.Segment.StaticFdb;
import org.vxlab.topology.Segment.Workload;

import java.util.Optional;

/// Turns a resolved lab back into a drawn one in which nothing is left to be derived.
final class WrittenOut {
    private WrittenOut() {}

    static Lab lab(ResolvedLab lab) {
        return new Lab(
                lab.name(),
                lab.networks(),
                lab.routers(),
                lab.hosts().stream()
                        .map(
                                host ->
                                        new Host(
                                                host.name(),
                                                host.ssh(),
                                                new UnderlayPort(
                                                        host.network(),
                                                        host.device(),
                                                        host.address())))
                        .toList(),
                lab.segments().stream().map(WrittenOut::segment).toList(),
                Layout.NONE);
    }

    private static Segment segment(ResolvedSegment segment) {
        return new Segment(
                segment.vni(),
                Optional.of(segment.name()),
                new Options(
                        Optional.of(segment.port()),
                        Optional.of(segment.flooding()),
                        segment.group(),
                        // Every member says it itself.
                        Optional.empty(),
                        Optional.of(segment.ageing()),
                        Optional.of(segment.mtu()),
                        Optional.of(segment.ttl()),
                        Optional.of(segment.tos()),
                        Optional.of(segment.df()),
                        Optional.of(segment.udpcsum())),
                Optional.of(segment.tunnels()),
                segment.members().stream()
                        .map(
                                member ->
                                        new Member(
                                                member.host(),
                                                member.address(),
                                                Optional.of(
                                                        member.bridge()
                                                                .<BridgeChoice>map(
                                                                        BridgeChoice.Named::new)
                                                                .orElseGet(BridgeChoice.None::new)),
                                                Optional.of(member.device()),
                                                Optional.of(member.learning())))
                        .toList(),
                segment.fdb().stream()
                        .map(
                                entry ->
                                        new StaticFdb(
                                                entry.on(), entry.mac(), entry.vtep().toString()))
                        .toList(),
                segment.neighbours(),
                segment.workloads().stream()
                        .map(
                                workload ->
                                        new Workload(
                                                workload.name(),
                                                workload.host(),
                                                Optional.of(workload.mac()),
                                                workload.address(),
                                                workload.gateway()))
                        .toList());
    }
}
