package org.vxlab.topology;

import java.util.ArrayList;
import java.util.List;

/// A place in a segment that has an overlay address, and so can ping and be pinged.
///
/// @param name the host's name, or the workload's
/// @param host where it is
/// @param namespace the workload's namespace on that host; empty for the host itself
/// @param device what a ping is bound to, so that no other network can answer
public record OverlayEnd(String name, String host, String namespace, String device, Ip address) {
    /// All of a segment: members first, then workloads, each in the lab's order.
    public static List<OverlayEnd> of(ResolvedSegment segment) {
        List<OverlayEnd> ends = new ArrayList<>();
        for (ResolvedSegment.ResolvedMember member : segment.members()) {
            member.address()
                    .ifPresent(
                            address ->
                                    ends.add(
                                            new OverlayEnd(
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
                                            new OverlayEnd(
                                                    workload.name(),
                                                    workload.host(),
                                                    workload.namespace(),
                                                    WorkloadNames.DEVICE,
                                                    address.ip())));
        }
        return ends;
    }

    /// Whether a ping to the other one makes sense: it is another, and speaks the same version of
    /// IP.
    public boolean canPing(OverlayEnd other) {
        return !equals(other) && address.family() == other.address.family();
    }

    /// The same place under another name.
    public OverlayEnd named(String other) {
        return new OverlayEnd(other, host, namespace, device, address);
    }
}
