package org.vxlab.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A setting of a device or of a forwarding entry that [Link] and [FdbEntry] have no field for.
///
/// @param namespace the one the device is in; empty text for the host's own
/// @param entry the forwarding entry it belongs to; absent for the device itself
/// @param name the word of `ip` or `bridge` that sets it
/// @param value what stands after that word
public record ExtraSetting(
        String namespace, String device, Optional<FdbEntry> entry, String name, String value) {

    /// Flags of bridge ports beside those of [Link.BridgePort], by their word in `bridge link`, and
    /// what each is on a new port.
    public static final Map<String, Boolean> PORT_FLAGS =
            Map.ofEntries(
                    Map.entry("flood", true),
                    Map.entry("mcast_flood", true),
                    Map.entry("bcast_flood", true),
                    Map.entry("hairpin", false),
                    Map.entry("guard", false),
                    Map.entry("root_block", false),
                    Map.entry("fastleave", false),
                    Map.entry("mcast_to_unicast", false),
                    Map.entry("proxy_arp", false),
                    Map.entry("proxy_arp_wifi", false),
                    Map.entry("vlan_tunnel", false),
                    Map.entry("locked", false),
                    Map.entry("mab", false));

    /// Numbers of bridge ports by their word in `bridge link`, and what a new port has. The kernel
    /// derives its cost from its speed (port_cost in net/bridge/br_if.c).
    public static final Map<String, Set<String>> PORT_NUMBERS =
            Map.of("cost", Set.of("1", "2", "4", "19", "100"), "priority", Set.of("32"));

    /// Settings of bridges beside those of [Link.Bridge], by their word in `ip link`; all are 0 on
    /// a new bridge.
    public static final List<String> BRIDGE_SETTINGS =
            List.of(
                    "vlan_filtering",
                    "stp_state",
                    "mcast_querier",
                    "mcast_vlan_snooping",
                    "group_fwd_mask",
                    "no_linklocal_learn");

    /// As it is written in a command.
    public String words() {
        return name + " " + value;
    }
}
