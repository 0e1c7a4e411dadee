package org.vxlab.ui.inspector;

import org.vxlab.plan.Step;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedSegment;
import org.vxlab.topology.ResolvedSegment.ResolvedMember;
import org.vxlab.topology.ResolvedSegment.ResolvedWorkload;
import org.vxlab.topology.Thing;

import java.util.List;
import java.util.Optional;

/// Tells which steps of the hosts' plans are there because of one thing of the drawing.
final class StepsOfThing {
    private final ResolvedLab lab;
    private final Thing thing;

    StepsOfThing(ResolvedLab lab, Thing thing) {
        this.lab = lab;
        this.thing = thing;
    }

    /// The hosts it concerns, in the order of the lab file.
    List<String> hosts() {
        return switch (thing) {
            case Thing.Host(String name) -> List.of(name);
            case Thing.Segment(String name) ->
                    segment(name).stream()
                            .flatMap(segment -> segment.members().stream())
                            .map(ResolvedMember::host)
                            .toList();
            case Thing.Member(String _, String host) -> List.of(host);
            case Thing.Tunnel(String _, String one, String other) -> List.of(one, other);
            case Thing.Fdb fdb -> List.of(fdb.on());
            case Thing.Neighbour neighbour -> List.of(neighbour.on());
            case Thing.Workload workload -> List.of(workload.host());
            case Thing.Network _, Thing.Router _, Thing.Note _ -> List.of();
        };
    }

    boolean belongs(String host, Step step) {
        return switch (thing) {
            case Thing.Host _ -> true;
            case Thing.Segment(String name) ->
                    member(name, host).filter(member -> isOf(member, step)).isPresent()
                            || workloads(name, host).stream().anyMatch(one -> isOf(one, step));
            case Thing.Member(String name, String _) ->
                    member(name, host).filter(member -> isOf(member, step)).isPresent();
            case Thing.Tunnel(String name, String one, String other) ->
                    member(name, host)
                            .filter(member -> step.device().equals(member.device()))
                            .flatMap(_ -> member(name, host.equals(one) ? other : one))
                            .filter(peer -> names(step, peer.vtep()))
                            .isPresent();
            case Thing.Fdb fdb ->
                    member(fdb.segment(), host)
                            .filter(member -> step.device().equals(member.device()))
                            .filter(_ -> names(step, fdb.mac()))
                            .isPresent();
            case Thing.Neighbour neighbour -> names(step, neighbour.address());
            case Thing.Workload workload ->
                    workloads(workload.segment(), host).stream()
                            .filter(one -> one.name().equals(workload.name()))
                            .anyMatch(one -> isOf(one, step));
            case Thing.Network _, Thing.Router _, Thing.Note _ -> false;
        };
    }

    private static boolean isOf(ResolvedMember member, Step step) {
        return step.namespace().isEmpty()
                && (step.device().equals(member.device())
                        || member.bridge().filter(step.device()::equals).isPresent());
    }

    private static boolean isOf(ResolvedWorkload workload, Step step) {
        return step.device().equals(workload.hostDevice())
                || step.device().equals(workload.namespace())
                || step.namespace().filter(workload.namespace()::equals).isPresent();
    }

    private static boolean names(Step step, Object word) {
        return step.command().argv().contains(word.toString());
    }

    private Optional<ResolvedSegment> segment(String name) {
        return lab.segments().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private Optional<ResolvedMember> member(String segment, String host) {
        return segment(segment).flatMap(one -> one.member(host));
    }

    private List<ResolvedWorkload> workloads(String segment, String host) {
        return segment(segment).stream()
                .flatMap(one -> one.workloads().stream())
                .filter(one -> one.host().equals(host))
                .toList();
    }
}
