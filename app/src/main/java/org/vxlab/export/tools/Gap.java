package org.vxlab.export.tools;

import org.vxlab.iproute.LinkCommands;
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

    /// A whole host that cannot be written because of one device's name.
    static Gap host(HostDevices host, String key, String device) {
        return new Gap(Message.of(key, host.name(), device), host.blueprint().up());
    }

    /// The mark by which `vxlab` knows a device for its own, where the format cannot give it.
    static List<Gap> marks(HostDevices host) {
        return List.of(
                new Gap(
                        Message.of("export.gap.mark", host.name()),
                        host.links().stream()
                                .map(
                                        link ->
                                                LinkCommands.setAlias(
                                                        link.name(), link.alias().orElseThrow()))
                                .flatMap(command -> host.steps(command).stream())
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
