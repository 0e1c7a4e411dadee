package org.vxlab.observe;

import org.vxlab.observe.PingPair.End;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedSegment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who has to reach whom in a lab: in each segment every ordered pair of members and workloads with
/// addresses of one family.
public record PingPlan(List<PingPair> pairs) {
    /// The device of a workload inside its namespace.
    private static final String WORKLOAD_DEVICE = "eth0";

    /// Pings a second over all hosts of a watched lab; more pairs than this are walked in turn. A
    /// ping is a process on its host.
    private static final int PER_SECOND = 256;

    public PingPlan {
        pairs = List.copyOf(pairs);
    }

    public static PingPlan of(ResolvedLab lab) {
        return new PingPlan(lab.segments().stream().flatMap(s -> pairs(s).stream()).toList());
    }

    /// The pairs by the host that sends, in the lab's order.
    public Map<String, List<PingPair>> bySource() {
        Map<String, List<PingPair>> bySource = new LinkedHashMap<>();
        for (PingPair pair : pairs) {
            bySource.computeIfAbsent(pair.from().host(), host -> new ArrayList<>()).add(pair);
        }
        return bySource;
    }

    /// What each host pings while it is watched.
    Map<String, PingShare> shares() {
        Map<String, PingShare> shares = new LinkedHashMap<>();
        Map<String, List<PingPair>> bySource = bySource();
        bySource.forEach(
                (host, pairs) ->
                        shares.put(
                                host,
                                new PingShare(pairs, Math.max(1, PER_SECOND / bySource.size()))));
        return shares;
    }

    private static List<PingPair> pairs(ResolvedSegment segment) {
        List<End> ends = ends(segment);
        List<PingPair> pairs = new ArrayList<>();
        for (End from : ends) {
            for (End to : ends) {
                if (!from.equals(to) && from.address().family() == to.address().family()) {
                    pairs.add(new PingPair(segment.vni(), segment.name(), from, to));
                }
            }
        }
        return pairs;
    }

    private static List<End> ends(ResolvedSegment segment) {
        List<End> ends = new ArrayList<>();
        for (ResolvedSegment.ResolvedMember member : segment.members()) {
            member.address()
                    .ifPresent(
                            address ->
                                    ends.add(
                                            new End(
                                                    member.host(),
                                                    member.host(),
                                                    "",
                                                    member.overlayDevice(),
                                                    address.ip())));
        }
        for (ResolvedSegment.ResolvedWorkload workload : segment.workloads()) {
            workload.address()
                    .ifPresent(
                            address ->
                                    ends.add(
                                            new End(
                                                    workload.name(),
                                                    workload.host(),
                                                    workload.namespace(),
                                                    WORKLOAD_DEVICE,
                                                    address.ip())));
        }
        return ends;
    }
}
