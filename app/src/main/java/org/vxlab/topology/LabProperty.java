package org.vxlab.topology;

import org.vxlab.topology.Segment.BridgeChoice;

import java.util.List;
import java.util.Optional;

/// A property that a person can set, with its value; an absent value means the default.
public sealed interface LabProperty {
    /// A property of a network.
    sealed interface OfNetwork extends LabProperty {}

    /// Hosts and routers move with the subnet: they keep their number in it where that is free.
    record Subnet(Prefix subnet) implements OfNetwork {}

    /// IP MTU of a network in bytes.
    record NetworkMtu(Optional<Integer> value) implements OfNetwork {}

    /// A property of a host.
    sealed interface OfHost extends LabProperty {}

    /// How a host is reached.
    record Ssh(Optional<SshTarget> target) implements OfHost {}

    /// Where a host is plugged in.
    record Port(Host.UnderlayPort port) implements OfHost {}

    /// A property of a segment.
    sealed interface OfSegment extends LabProperty {}

    /// A segment's VNI; a segment without a name changes its name with it.
    record SegmentVni(Vni vni) implements OfSegment {}

    /// The pairs that exchange frames; absent for every pair.
    record Tunnels(Optional<List<Segment.Tunnel>> pairs) implements OfSegment {
        public Tunnels {
            pairs = pairs.map(List::copyOf);
        }
    }

    /// One of the properties that all vxlan devices of a segment share.
    ///
    /// @param value of the type the option says
    record Option<T>(SegmentOption<T> option, Optional<T> value) implements OfSegment {}

    /// A property of a member.
    sealed interface OfMember extends LabProperty {}

    /// A member's overlay address.
    record MemberAddress(Optional<InterfaceAddress> value) implements OfMember {}

    /// A member's bridge.
    record Bridge(Optional<BridgeChoice> choice) implements OfMember {}

    /// A member's vxlan device.
    record Device(Optional<String> value) implements OfMember {}

    /// Whether a member learns from what it receives.
    record Learning(Optional<Boolean> value) implements OfMember {}

    /// A property of a workload.
    sealed interface OfWorkload extends LabProperty {}

    /// The host a workload runs on.
    record WorkloadHost(String host) implements OfWorkload {}

    /// A workload's MAC.
    record Mac(Optional<MacAddress> value) implements OfWorkload {}

    /// A workload's address.
    record WorkloadAddress(Optional<InterfaceAddress> value) implements OfWorkload {}

    /// A workload's default gateway.
    record Gateway(Optional<Ip> value) implements OfWorkload {}

    /// The word in the lab file, the iproute2 word where there is one.
    default String word() {
        return switch (this) {
            case Subnet _ -> "subnet";
            case NetworkMtu _ -> "mtu";
            case Ssh _ -> "ssh";
            case Port _ -> "underlay";
            case SegmentVni _ -> "vni";
            case Tunnels _ -> "tunnels";
            case Option<?> of -> of.option().word();
            case MemberAddress _, WorkloadAddress _ -> "address";
            case Bridge _ -> "bridge";
            case Device _ -> "device";
            case Learning _ -> "learning";
            case WorkloadHost _ -> "host";
            case Mac _ -> "mac";
            case Gateway _ -> "gateway";
        };
    }

    /// The value as it is written; empty for the default.
    default Optional<String> written() {
        Optional<?> value =
                switch (this) {
                    case Subnet(Prefix subnet) -> Optional.of(subnet);
                    case NetworkMtu mtu -> mtu.value();
                    case Ssh(var target) -> target.map(LabProperty::written);
                    case Port(Host.UnderlayPort port) ->
                            Optional.of(port.network() + " " + port.address());
                    case SegmentVni(Vni vni) -> Optional.of(vni);
                    case Tunnels(var pairs) -> pairs.map(List::size);
                    case Option<?> option -> option.value();
                    case MemberAddress address -> address.value();
                    case Bridge(var choice) -> choice.map(LabProperty::written);
                    case Device device -> device.value();
                    case Learning learning -> learning.value();
                    case WorkloadHost(String host) -> Optional.of(host);
                    case Mac mac -> mac.value();
                    case WorkloadAddress address -> address.value();
                    case Gateway gateway -> gateway.value();
                };
        return value.map(Object::toString);
    }

    private static String written(SshTarget target) {
        return switch (target) {
            case SshTarget.Alias(String name) -> name;
            case SshTarget.Address address -> address.address();
        };
    }

    private static String written(BridgeChoice choice) {
        return switch (choice) {
            case BridgeChoice.None() -> BridgeChoice.None.WORD;
            case BridgeChoice.Named(String name) -> name;
        };
    }
}
