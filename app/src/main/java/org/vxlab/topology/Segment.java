package org.vxlab.topology;

import java.util.List;
import java.util.Optional;

/// One VNI and its members, as drawn.
///
/// @param name absent means `vni<VNI>`
/// @param tunnels absent means every pair of members
public record Segment(
        Vni vni,
        Optional<String> name,
        Options options,
        Optional<List<Tunnel>> tunnels,
        List<Member> members,
        List<StaticFdb> fdb,
        List<StaticNeighbour> neighbours,
        List<Workload> workloads) {
    public Segment {
        tunnels = tunnels.map(List::copyOf);
        members = List.copyOf(members);
        fdb = List.copyOf(fdb);
        neighbours = List.copyOf(neighbours);
        workloads = List.copyOf(workloads);
    }

    /// The name written, or `vni<VNI>`.
    public String shownName() {
        return Defaults.name(this);
    }

    public Optional<Member> member(String host) {
        return members.stream().filter(member -> member.host().equals(host)).findFirst();
    }

    public Optional<Workload> workload(String host, String workload) {
        return workloads.stream().filter(one -> one.is(host, workload)).findFirst();
    }

    public Segment withVni(Vni changed) {
        return new Segment(changed, name, options, tunnels, members, fdb, neighbours, workloads);
    }

    public Segment withName(Optional<String> changed) {
        return new Segment(vni, changed, options, tunnels, members, fdb, neighbours, workloads);
    }

    public Segment withOptions(Options changed) {
        return new Segment(vni, name, changed, tunnels, members, fdb, neighbours, workloads);
    }

    public Segment withTunnels(Optional<List<Tunnel>> changed) {
        return new Segment(vni, name, options, changed, members, fdb, neighbours, workloads);
    }

    public Segment withMembers(List<Member> changed) {
        return new Segment(vni, name, options, tunnels, changed, fdb, neighbours, workloads);
    }

    public Segment withFdb(List<StaticFdb> changed) {
        return new Segment(vni, name, options, tunnels, members, changed, neighbours, workloads);
    }

    public Segment withNeighbours(List<StaticNeighbour> changed) {
        return new Segment(vni, name, options, tunnels, members, fdb, changed, workloads);
    }

    public Segment withWorkloads(List<Workload> changed) {
        return new Segment(vni, name, options, tunnels, members, fdb, neighbours, changed);
    }

    /// The properties all vxlan devices of a segment share, each with its iproute2 word.
    ///
    /// @param port UDP destination port (`dstport`), 1 to 65535; absent means 4789
    /// @param group underlay multicast group (`group`)
    /// @param learning source learning (`[no]learning`); absent means true
    /// @param ageing seconds until a learned entry is forgotten (`ageing`); absent means 300
    /// @param mtu of the overlay in bytes; absent means derived from the underlay
    /// @param ttl outer TTL (`ttl`): `auto`, `inherit` or 1 to 255
    /// @param tos outer TOS (`tos`): `inherit` or 0 to 255
    /// @param df outer don't-fragment bit (`df`): `unset`, `set` or `inherit`
    /// @param udpcsum outer UDP checksum (`[no]udpcsum`, over IPv6 `[no]udp6zerocsumtx/rx`)
    public record Options(
            Optional<Integer> port,
            Optional<Flooding> flooding,
            Optional<Ip> group,
            Optional<Boolean> learning,
            Optional<Integer> ageing,
            Optional<Integer> mtu,
            Optional<String> ttl,
            Optional<String> tos,
            Optional<String> df,
            Optional<Boolean> udpcsum) {
        /// Nothing written: every default holds.
        public static final Options DEFAULTS =
                new Options(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    /// A segment's end on one host.
    ///
    /// @param address overlay address; absent means the host itself has none
    /// @param bridge absent means `br<VNI>`
    /// @param device the vxlan device; absent means `vxlan<VNI>`
    /// @param learning absent means what the segment says
    public record Member(
            String host,
            Optional<InterfaceAddress> address,
            Optional<BridgeChoice> bridge,
            Optional<String> device,
            Optional<Boolean> learning) {}

    /// What a member says of its bridge.
    public sealed interface BridgeChoice {
        /// `bridge: none`: the address stands on the vxlan device itself.
        record None() implements BridgeChoice {
            /// The lab file's word for it, which therefore can name no bridge.
            public static final String WORD = "none";
        }

        /// `bridge: NAME`; members that name the same bridge on a host share it.
        record Named(String name) implements BridgeChoice {}
    }

    /// Two members that exchange the segment's frames directly, by their hosts' names.
    public record Tunnel(String one, String other) {
        public boolean joins(String host) {
            return one.equals(host) || other.equals(host);
        }

        /// The host at the other end from `host`, which must be one of the two.
        public String peerOf(String host) {
            return one.equals(host) ? other : one;
        }
    }

    /// A static forwarding entry on one host: frames for `mac` go to `vtep`.
    ///
    /// @param vtep a host's name or an underlay address
    public record StaticFdb(String on, MacAddress mac, String vtep) {}

    /// A permanent neighbour entry on one host, so that ARP or ND for `address` needs no flooding.
    public record StaticNeighbour(String on, Ip address, MacAddress mac) {}

    /// A namespace with a veth into the member's bridge, standing for a virtual machine.
    ///
    /// @param mac absent means derived from the lab, the host and the name
    public record Workload(
            String name,
            String host,
            Optional<MacAddress> mac,
            Optional<InterfaceAddress> address,
            Optional<Ip> gateway) {
        /// Names of workloads are their host's own.
        public boolean is(String wantedHost, String wantedName) {
            return host.equals(wantedHost) && name.equals(wantedName);
        }
    }
}
