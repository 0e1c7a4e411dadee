package org.vxlab.topology;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A place in a segment that has an overlay address, and so can ping and be pinged.
///
/// @param name the host's name, or the workload's
/// @param host where it is
/// @param namespace the workload's namespace on that host; empty for the host itself
/// @param device what a ping is bound to, so that no other network can answer
public record OverlayEnd(String name, String host, String namespace, String device, Ip address) {
    /// All of a segment: members first, then workloads, each in the lab's order.
    public static List<OverlayEnd> of(ResolvedSegment segment) {
        return List.copyOf(withSubnets(segment).keySet());
    }

    /// The same, each with the subnet it takes for its own.
    public static Map<OverlayEnd, Prefix> withSubnets(ResolvedSegment segment) {
        Map<OverlayEnd, Prefix> ends = new LinkedHashMap<>();
        for (ResolvedSegment.ResolvedMember member : segment.members()) {
            member.address()
                    .ifPresent(
                            address ->
                                    ends.put(
                                            new OverlayEnd(
                                                    member.host(),
                                                    member.host(),
                                                    "",
                                                    member.overlayDevice(),
                                                    address.ip()),
                                            address.prefix()));
        }
        for (ResolvedSegment.ResolvedWorkload workload : segment.workloads()) {
            workload.address()
                    .ifPresent(
                            address ->
                                    ends.put(
                                            new OverlayEnd(
                                                    workload.name(),
                                                    workload.host(),
                                                    workload.namespace(),
                                                    WorkloadNames.DEVICE,
                                                    address.ip()),
                                            address.prefix()));
        }
        return ends;
    }

    /// Whether a ping to the other one makes sense: it is another, and speaks the same version of
    /// IP.
    public boolean canPing(OverlayEnd other) {
        return !equals(other) && address.family() == other.address.family();
    }

    /// What to call each of several: by its name, with `@host` behind where another one has it too.
    public static Map<OverlayEnd, String> apart(List<OverlayEnd> ends) {
        Map<String, Integer> uses = new HashMap<>();
        ends.forEach(end -> uses.merge(end.name, 1, Integer::sum));
        Map<OverlayEnd, String> names = new LinkedHashMap<>();
        for (OverlayEnd end : ends) {
            names.put(end, uses.get(end.name) == 1 ? end.name : end.name + "@" + end.host);
        }
        return names;
    }

    /// The same place under another name.
    public OverlayEnd named(String other) {
        return new OverlayEnd(other, host, namespace, device, address);
    }
}
