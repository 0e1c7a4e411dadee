package org.vxlab.observe;

import org.vxlab.topology.OverlayPair;
import org.vxlab.topology.ResolvedLab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who pings whom in a lab.
///
/// @see OverlayPair#of
public record PingPlan(List<PingPair> pairs) {
    /// Pings a second over all hosts of a watched lab; more pairs than this are walked in turn. A
    /// ping is a process on its host.
    private static final int PER_SECOND = 256;

    public PingPlan {
        pairs = List.copyOf(pairs);
    }

    public static PingPlan of(ResolvedLab lab) {
        return new PingPlan(
                OverlayPair.of(lab).stream()
                        .map(
                                pair ->
                                        new PingPair(
                                                pair.segment().vni(),
                                                pair.segment().name(),
                                                pair.from(),
                                                pair.to()))
                        .toList());
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
}
