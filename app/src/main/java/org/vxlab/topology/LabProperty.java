package org.vxlab.topology;

import org.vxlab.topology.Segment.BridgeChoice;

import java.util.List;
import java.util.Optional;

/// A property that a person can set, with its value; an absent value means the default.
public sealed interface LabProperty {
    /// The word in the lab file, the iproute2 word where there is one.
    String word();

    /// The value as it is written; empty for the default.
    Optional<String> written();

    /// A property that is left to its default where there is no value.
    sealed interface Defaulted extends LabProperty {
        Optional<?> value();

        @Override
        default Optional<String> written() {
            return value().map(Object::toString);
        }
    }

    /// A property of a network.
    sealed interface OfNetwork extends LabProperty {}

    /// Hosts and routers move with the subnet: they keep their number in it where that is free.
    record Subnet(Prefix subnet) implements OfNetwork {
        @Override
        public String word() {
            return "subnet";
        }

        @Override
        public Optional<String> written() {
            return Optional.of(subnet.toString());
        }
    }

    /// IP MTU of a network in bytes.
    record NetworkMtu(Optional<Integer> value) implements OfNetwork, Defaulted {
        @Override
        public String word() {
            return "mtu";
        }
    }

    /// A property of a host.
    sealed interface OfHost extends LabProperty {}

    /// How a host is reached.
    record Ssh(Optional<SshTarget> target) implements OfHost {
        @Override
        public String word() {
            return "ssh";
        }

        @Override
        public Optional<String> written() {
            return target.map(
                    one ->
                            switch (one) {
                                case SshTarget.Alias(String name) -> name;
                                case SshTarget.Address address -> address.address();
                            });
        }
    }

    /// Where a host is plugged in.
    record Port(Host.UnderlayPort port) implements OfHost {
        @Override
        public String word() {
            return "underlay";
        }

        @Override
        public Optional<String> written() {
            return Optional.of(port.network() + " " + port.address());
        }
    }

    /// A property of a segment.
    sealed interface OfSegment extends LabProperty {}

    /// A segment's VNI; a segment without a name changes its name with it.
    record SegmentVni(Vni vni) implements OfSegment {
        @Override
        public String word() {
            return "vni";
        }

        @Override
        public Optional<String> written() {
            return Optional.of(vni.toString());
        }
    }

    /// The pairs that exchange frames; absent for every pair.
    record Tunnels(Optional<List<Segment.Tunnel>> pairs) implements OfSegment {
        public Tunnels {
            pairs = pairs.map(List::copyOf);
        }

        @Override
        public String word() {
            return "tunnels";
        }

        @Override
        public Optional<String> written() {
            return pairs.map(list -> Integer.toString(list.size()));
        }
    }

    /// One of the properties that all vxlan devices of a segment share.
    ///
    /// @param value of the type the option says
    record Option<T>(SegmentOption<T> option, Optional<T> value) implements OfSegment, Defaulted {
        @Override
        public String word() {
            return option.word();
        }
    }

    /// A property of a member.
    sealed interface OfMember extends LabProperty {}

    /// A member's overlay address.
    record MemberAddress(Optional<InterfaceAddress> value) implements OfMember, Defaulted {
        @Override
        public String word() {
            return "address";
        }
    }

    /// A member's bridge.
    record Bridge(Optional<BridgeChoice> choice) implements OfMember {
        @Override
        public String word() {
            return "bridge";
        }

        @Override
        public Optional<String> written() {
            return choice.map(
                    one ->
                            switch (one) {
                                case BridgeChoice.None() -> "none";
                                case BridgeChoice.Named(String name) -> name;
                            });
        }
    }

    /// A member's vxlan device.
    record Device(Optional<String> value) implements OfMember, Defaulted {
        @Override
        public String word() {
            return "device";
        }
    }

    /// Whether a member learns from what it receives.
    record Learning(Optional<Boolean> value) implements OfMember, Defaulted {
        @Override
        public String word() {
            return "learning";
        }
    }

    /// A property of a workload.
    sealed interface OfWorkload extends LabProperty {}

    /// The host a workload runs on.
    record WorkloadHost(String host) implements OfWorkload {
        @Override
        public String word() {
            return "host";
        }

        @Override
        public Optional<String> written() {
            return Optional.of(host);
        }
    }

    /// A workload's MAC.
    record Mac(Optional<MacAddress> value) implements OfWorkload, Defaulted {
        @Override
        public String word() {
            return "mac";
        }
    }

    /// A workload's address.
    record WorkloadAddress(Optional<InterfaceAddress> value) implements OfWorkload, Defaulted {
        @Override
        public String word() {
            return "address";
        }
    }

    /// A workload's default gateway.
    record Gateway(Optional<Ip> value) implements OfWorkload, Defaulted {
        @Override
        public String word() {
            return "gateway";
        }
    }
}
