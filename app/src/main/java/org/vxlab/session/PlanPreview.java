package org.vxlab.session;

import org.vxlab.kernel.HostState;
import org.vxlab.plan.Blueprint;
import org.vxlab.plan.HostCheck;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Ownership;
import org.vxlab.plan.Planner;
import org.vxlab.plan.Wanted;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;

import java.util.List;
import java.util.Map;

/// What a push would do as far as is known without asking the hosts: for a person who draws.
public final class PlanPreview {
    private PlanPreview() {}

    /// The plans of all hosts, in the lab's order.
    ///
    /// @param read what was last read of hosts, by name; a host that is missing counts as blank
    public static List<HostPlan> of(ResolvedLab lab, Map<String, HostState> read) {
        return lab.hosts().stream()
                .map(host -> plan(lab, host, read.getOrDefault(host.name(), Blueprint.BLANK)))
                .toList();
    }

    /// A host as it was read, with what its monitors have told since. They tell of links,
    /// addresses, forwarding entries and neighbours; routes and what is in namespaces stay as they
    /// were read.
    public static HostState since(HostState read, HostState watched) {
        return new HostState(
                watched.links(),
                watched.fdb(),
                watched.neighbours(),
                read.routes(),
                read.namespaces());
    }

    private static HostPlan plan(ResolvedLab lab, ResolvedHost host, HostState read) {
        String device = HostCheck.underlayDevice(host, read).orElse(Blueprint.UNKNOWN_DEVICE);
        return Planner.plan(
                Wanted.of(lab, host.name(), HostCheck.binding(device, read)),
                read,
                new Ownership(lab.name(), host.name()));
    }
}
