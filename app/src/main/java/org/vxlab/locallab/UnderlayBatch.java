package org.vxlab.locallab;

import org.vxlab.locallab.Underlay.Machine;
import org.vxlab.locallab.Underlay.Port;
import org.vxlab.locallab.Underlay.Segment;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An underlay as batches for `ip -batch`.
///
/// Inside the lab things have numbers, not names: bridge `n0` is the first network, network
/// namespace `m0` the first machine, `p0` the network's end of the first cable.
final class UnderlayBatch {
    /// What the kernel takes as a device name (`dev_valid_name` in net/core/dev.c) without what a
    /// batch would read otherwise: quotes, backslashes, comments.
    private static final Pattern DEVICE = Pattern.compile("[^\\s/:\"'\\\\#\\p{Cntrl}]{1,15}");

    /// fe80::/64, RFC 4291 section 2.5.6.
    private static final long LINK_LOCAL = 0xfe80L << 48;

    private UnderlayBatch() {}

    /// The bridges, the namespaces and the cables.
    ///
    /// @throws IllegalArgumentException where a device name cannot be one
    static String links(Underlay underlay) {
        StringBuilder batch = new StringBuilder();
        Map<String, Integer> networks = new HashMap<>();
        for (Segment network : underlay.networks()) {
            String bridge = "n" + networks.size();
            // No spanning tree and no forward delay: ports forward at once. No snooping: nobody
            // here asks who listens to a multicast group, so all ports get its frames.
            line(
                    batch,
                    "link add name %s mtu %d type bridge stp_state 0 forward_delay 0"
                            + " mcast_snooping 0",
                    bridge,
                    network.mtu());
            line(batch, "link set dev %s up", bridge);
            networks.put(network.name(), networks.size());
        }
        Map<String, Integer> mtus =
                underlay.networks().stream()
                        .collect(Collectors.toMap(Segment::name, Segment::mtu, (a, _) -> a));
        List<Machine> machines = underlay.machines();
        int cable = 0;
        for (int i = 0; i < machines.size(); i++) {
            line(batch, "netns add m%d", i);
            for (Port port : machines.get(i).ports()) {
                int mtu = mtus.get(port.network());
                line(
                        batch,
                        "link add name p%d mtu %d type veth peer name %s mtu %d netns m%d",
                        cable,
                        mtu,
                        device(port),
                        mtu,
                        i);
                line(batch, "link set dev p%d master n%d", cable, networks.get(port.network()));
                line(batch, "link set dev p%d up", cable);
                cable++;
            }
        }
        return batch.toString();
    }

    /// A machine's own part: devices up, addresses, routes.
    static String machine(Machine machine) {
        StringBuilder batch = new StringBuilder();
        line(batch, "link set dev lo up");
        for (Port port : machine.ports()) {
            String device = device(port);
            line(batch, "link set dev %s addrgenmode none", device);
            line(batch, "link set dev %s up", device);
            InterfaceAddress address = port.address();
            if (address.ip().family() == Ip.Family.V6) {
                // Duplicate detection would keep an address from being used for a second, and a
                // router without a link-local address does not ask for neighbours (ndisc.c).
                line(batch, "address add %s/64 dev %s nodad", linkLocal(address.ip()), device);
                line(batch, "address add %s dev %s nodad", address, device);
            } else {
                line(batch, "address add %s dev %s", address, device);
            }
        }
        machine.routes()
                .forEach(route -> line(batch, "route add %s via %s", route.to(), route.via()));
        return batch.toString();
    }

    /// With the interface identifier of the port's own address, which is one of a kind in its
    /// network.
    private static Ip linkLocal(Ip ip) {
        return new Ip(Ip.Family.V6, LINK_LOCAL, ip.low());
    }

    private static String device(Port port) {
        if (!DEVICE.matcher(port.device()).matches()) {
            throw new IllegalArgumentException("no device name: '" + port.device() + "'");
        }
        return port.device();
    }

    private static void line(StringBuilder batch, String format, Object... arguments) {
        batch.append(format.formatted(arguments)).append('\n');
    }
}
