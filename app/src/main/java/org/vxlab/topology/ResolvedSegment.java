package org.vxlab.topology;

import org.vxlab.topology.Segment.StaticNeighbour;
import org.vxlab.topology.Segment.Tunnel;

import java.util.List;
import java.util.Optional;

/// A segment with every default filled in; see [Segment.Options] for units and ranges.
///
/// @param ttl `auto`, `inherit` or a number
/// @param tunnels the pairs that exchange frames directly, each once
public record ResolvedSegment(
        Vni vni,
        String name,
        int port,
        Flooding flooding,
        Optional<Ip> group,
        int ageing,
        int mtu,
        String ttl,
        String tos,
        String df,
        boolean udpcsum,
        List<Tunnel> tunnels,
        List<ResolvedMember> members,
        List<ResolvedFdb> fdb,
        List<StaticNeighbour> neighbours,
        List<ResolvedWorkload> workloads) {
    public ResolvedSegment {
        tunnels = List.copyOf(tunnels);
        members = List.copyOf(members);
        fdb = List.copyOf(fdb);
        neighbours = List.copyOf(neighbours);
        workloads = List.copyOf(workloads);
    }

    public Optional<ResolvedMember> member(String host) {
        return members.stream().filter(member -> member.host().equals(host)).findFirst();
    }

    /// A member with its devices named.
    ///
    /// @param vtep the host's underlay address
    /// @param peers underlay addresses of the members it has tunnels to, in the order of members
    public record ResolvedMember(
            String host,
            Ip vtep,
            String device,
            Optional<String> bridge,
            Optional<InterfaceAddress> address,
            boolean learning,
            List<Ip> peers) {
        public ResolvedMember {
            peers = List.copyOf(peers);
        }

        /// The device the overlay address stands on and pings are bound to: the bridge, or the
        /// vxlan device where there is none.
        public String overlayDevice() {
            return bridge.orElse(device);
        }
    }

    /// A static forwarding entry with its VTEP as an address.
    public record ResolvedFdb(String on, MacAddress mac, Ip vtep) {}

    /// A workload with its MAC, its namespace and the host end of its veth.
    public record ResolvedWorkload(
            String name,
            String host,
            MacAddress mac,
            Optional<InterfaceAddress> address,
            Optional<Ip> gateway,
            String namespace,
            String hostDevice) {}
}
