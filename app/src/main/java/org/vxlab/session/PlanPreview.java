package org.vxlab.session;

import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.plan.HostCheck;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Ownership;
import org.vxlab.plan.Planner;
import org.vxlab.plan.Wanted;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a push would do as far as is known without asking the hosts: for a person who draws.
public final class PlanPreview {
    /// Stands for the underlay device of a host that was never read and whose device is not drawn.
    private static final String UNKNOWN_DEVICE = "DEVICE";

    private static final int LOOPBACK_MTU = 65536;

    /// A host on which nothing was made yet, and whose kernel speaks IPv6, as they nearly all do.
    private static final HostState BLANK =
            new HostState(
                    Map.of(
                            "lo",
                            new Link(
                                    "lo",
                                    new Link.Other(""),
                                    Optional.empty(),
                                    LOOPBACK_MTU,
                                    true,
                                    "UNKNOWN",
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of(new InterfaceAddress(Ip.parse("::1"), 128)))),
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of());

    private PlanPreview() {}

    /// The plans of all hosts, in the lab's order.
    ///
    /// @param read what was last read of hosts, by name; a host that is missing counts as blank
    public static List<HostPlan> of(ResolvedLab lab, Map<String, HostState> read) {
        return lab.hosts().stream()
                .map(host -> plan(lab, host, read.getOrDefault(host.name(), BLANK)))
                .toList();
    }

    private static HostPlan plan(ResolvedLab lab, ResolvedHost host, HostState read) {
        String device = HostCheck.underlayDevice(host, read).orElse(UNKNOWN_DEVICE);
        return Planner.plan(
                Wanted.of(lab, host.name(), device), read, new Ownership(lab.name(), host.name()));
    }
}
