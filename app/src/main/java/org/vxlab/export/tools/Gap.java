package org.vxlab.export.tools;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.plan.Step;
import org.vxlab.topology.Message;

import java.util.List;

/// Something of the lab that a format cannot say.
///
/// @param message what it is, and on which host
/// @param byHand the commands that make up for it once the tool has done its part; may be none
record Gap(Message message, List<Step> byHand) {
    Gap {
        byHand = List.copyOf(byHand);
    }

    static Gap of(String key, Object... arguments) {
        return new Gap(Message.of(key, arguments), List.of());
    }

    /// The mark by which `vxlab` knows a device for its own, where the format cannot give it.
    static List<Gap> marks(HostDevices host) {
        return List.of(
                new Gap(
                        Message.of("export.gap.mark", host.name()),
                        host.links().stream()
                                .flatMap(link -> host.steps(link.name(), "alias").stream())
                                .toList()));
    }

    /// Static entries of vxlan devices, which networkd makes permanent.
    static List<Gap> permanent(HostDevices host) {
        boolean some =
                host.tunnels().stream()
                        .flatMap(tunnel -> host.entries(tunnel).stream())
                        .anyMatch(entry -> entry.state() == FdbEntry.State.STATIC);
        return some ? List.of(of("export.gap.permanent", host.name())) : List.of();
    }
}
