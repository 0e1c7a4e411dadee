package org.vxlab.kernel;

import org.vxlab.topology.Ip;
import org.vxlab.topology.Vni;

import java.util.Optional;

/// The settings of a vxlan device (ip-link(8), IFLA_VXLAN_*).
///
/// @param remote unicast default destination (`remote`)
/// @param group multicast default destination (`group`); the kernel has one field for both
/// @param underlayDevice the device named by `dev`
/// @param port UDP destination port (`dstport`)
/// @param ageing seconds (`ageing`)
/// @param ttl `auto`, `inherit` or 1 to 255
/// @param tos `inherit` or 0 to 255 in decimal
/// @param df `unset`, `set` or `inherit`
/// @param udpcsum UDP checksum over IPv4 sent
/// @param zeroCsum6 UDP checksum over IPv6 left zero when sending and accepted zero when receiving
/// @param foreign settings this program never makes (external, gbp, gpe, rsc, l2miss, l3miss,
///   proxy, vnifilter), as the kernel's words in a fixed order with spaces between; empty for none
public record Vxlan(
        Vni vni,
        Optional<Ip> local,
        Optional<Ip> remote,
        Optional<Ip> group,
        Optional<String> underlayDevice,
        int port,
        boolean learning,
        int ageing,
        String ttl,
        String tos,
        String df,
        boolean udpcsum,
        boolean zeroCsum6,
        String foreign)
        implements Link.Kind {}
