package org.vxlab.export;

import org.vxlab.topology.OverlayEnd;
import org.vxlab.topology.ResolvedLab;

import java.util.List;
import java.util.Map;

/// Everything in a segment that can ping and be pinged, under names that are used once: with
/// `@host` where the segment has several of a name.
record PingEnds(String name, List<OverlayEnd> ends) {
    PingEnds {
        ends = List.copyOf(ends);
    }

    /// One for each segment of the lab, in its order.
    static List<PingEnds> of(ResolvedLab lab) {
        return lab.segments().stream()
                .map(segment -> new PingEnds(segment.name(), distinct(OverlayEnd.of(segment))))
                .toList();
    }

    /// Those on a host.
    List<OverlayEnd> on(String host) {
        return ends.stream().filter(end -> end.host().equals(host)).toList();
    }

    List<OverlayEnd> reachableFrom(OverlayEnd from) {
        return ends.stream().filter(from::canPing).toList();
    }

    private static List<OverlayEnd> distinct(List<OverlayEnd> ends) {
        Map<OverlayEnd, String> names = OverlayEnd.apart(ends);
        return ends.stream().map(end -> end.named(names.get(end))).toList();
    }
}
