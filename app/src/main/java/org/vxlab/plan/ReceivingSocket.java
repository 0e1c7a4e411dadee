package org.vxlab.plan;

import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.Ip;

import java.util.ArrayList;
import java.util.List;

/// The UDP sockets a vxlan device receives with, which all devices of one port and family share
/// (`vxlan_sock_add` and `vxlan_find_sock` in drivers/net/vxlan/vxlan_core.c).
///
/// @param port UDP port
/// @param family of the underlay addresses
/// @param everyFamily whether there is one socket for each family
/// @param settings what all devices of a socket must agree on (`VXLAN_F_RCV_FLAGS`), as iproute2's
///   words in a fixed order; a device can be made all the same, but not be switched on
record ReceivingSocket(int port, Ip.Family family, boolean everyFamily, List<String> settings) {
    private static final String EXTERNAL = "external";
    private static final String ZERO_CHECKSUM = "udp6zerocsumrx";
    private static final List<String> SHARED =
            List.of(EXTERNAL, "gbp", "gpe", "vnifilter", "remcsumrx");

    ReceivingSocket {
        settings = List.copyOf(settings);
    }

    static ReceivingSocket of(Vxlan vxlan) {
        List<String> words = List.of(vxlan.foreign().split(" "));
        List<String> settings = new ArrayList<>(SHARED.stream().filter(words::contains).toList());
        if (vxlan.zeroCsum6() || words.contains(ZERO_CHECKSUM)) {
            settings.add(ZERO_CHECKSUM);
        }
        Ip.Family family =
                vxlan.local()
                        .or(vxlan::remote)
                        .or(vxlan::group)
                        .map(Ip::family)
                        .orElse(Ip.Family.V4);
        return new ReceivingSocket(vxlan.port(), family, settings.contains(EXTERNAL), settings);
    }

    /// Whether both want the same socket of the kernel.
    boolean meets(ReceivingSocket other) {
        return port == other.port && (family == other.family || everyFamily || other.everyFamily);
    }
}
