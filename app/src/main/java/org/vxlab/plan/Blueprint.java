package org.vxlab.plan;

import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Everything a lab makes of one blank host, and how it is taken away again: for exports and for a
/// person who draws, without asking any host.
///
/// @param device the underlay device; [#UNKNOWN_DEVICE] where it is not drawn
/// @param wanted what the host has when all of it is done
/// @param up the steps from a blank host to `wanted`
/// @param down the steps back
public record Blueprint(
        ResolvedHost host, String device, HostState wanted, List<Step> up, List<Step> down) {
    /// Stands for the underlay device where only the host itself knows its name.
    public static final String UNKNOWN_DEVICE = "DEVICE";

    /// What devices are called that [HostCheck#binding] binds no tunnel to, by the kernel's own
    /// naming: of a host that is not asked, the name is all there is.
    private static final Pattern LOOPBACK = Pattern.compile("lo|dummy[0-9]+");

    private static final int LOOPBACK_MTU = 65536;

    /// A host on which nothing was made yet, and whose kernel speaks IPv6, as they nearly all do.
    public static final HostState BLANK =
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

    public Blueprint {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    /// The blueprints of all hosts, in the lab's order.
    public static List<Blueprint> of(ResolvedLab lab) {
        return lab.hosts().stream().map(host -> of(lab, host)).toList();
    }

    /// The blueprint of one host of the lab.
    public static Blueprint of(ResolvedLab lab, ResolvedHost host) {
        String device = host.device().orElse(UNKNOWN_DEVICE);
        Ownership owner = new Ownership(lab.name(), host.name());
        HostState wanted =
                Wanted.of(
                        lab,
                        host.name(),
                        Optional.of(device).filter(name -> !LOOPBACK.matcher(name).matches()));
        return new Blueprint(
                host,
                device,
                wanted,
                Planner.plan(wanted, BLANK, owner).steps(),
                Planner.plan(HostState.EMPTY, wanted, owner).steps());
    }
}
