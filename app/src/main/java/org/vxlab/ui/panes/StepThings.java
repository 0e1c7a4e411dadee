package org.vxlab.ui.panes;

import org.vxlab.plan.Step;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedSegment;
import org.vxlab.topology.ResolvedSegment.ResolvedWorkload;
import org.vxlab.topology.Thing;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Finds what on the drawing a device of a host belongs to.
final class StepThings {
    private StepThings() {}

    static Set<Thing> of(ResolvedLab lab, String host, Step step) {
        return of(lab, host, step.device(), step.namespace());
    }

    /// @param namespace the one the device is in, where it is not the host's own
    static Set<Thing> of(ResolvedLab lab, String host, String device, Optional<String> namespace) {
        Set<Thing> things = new LinkedHashSet<>();
        for (ResolvedSegment segment : lab.segments()) {
            for (ResolvedWorkload workload : segment.workloads()) {
                if (workload.host().equals(host) && isOf(workload, device, namespace)) {
                    things.add(new Thing.Workload(segment.name(), host, workload.name()));
                }
            }
            segment.member(host)
                    .filter(
                            member ->
                                    namespace.isEmpty()
                                            && (member.device().equals(device)
                                                    || member.bridge().equals(Optional.of(device))))
                    .ifPresent(_ -> things.add(new Thing.Member(segment.name(), host)));
        }
        if (things.isEmpty()) {
            things.add(new Thing.Host(host));
        }
        return things;
    }

    private static boolean isOf(
            ResolvedWorkload workload, String device, Optional<String> namespace) {
        return namespace.equals(Optional.of(workload.namespace()))
                || device.equals(workload.namespace())
                || device.equals(workload.hostDevice());
    }
}
