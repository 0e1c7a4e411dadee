package org.vxlab.topology;

import org.vxlab.topology.Segment.BridgeChoice;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Tunnel;
import org.vxlab.topology.Segment.Workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What holds where a lab file is silent.
public final class Defaults {
    /// The port IANA gave VXLAN (RFC 7348 section 8); the kernel's own default is 8472.
    public static final int PORT = 4789;

    /// Seconds, as the kernel has it (VXLAN_AGE_DEFAULT in drivers/net/vxlan).
    public static final int AGEING = 300;

    public static final String TTL = "auto";
    public static final String TOS = "0";
    public static final String DF = "unset";
    public static final String BUILT_IN_DEVICE = "eth0";

    private Defaults() {}

    public static String name(Segment segment) {
        return segment.name().orElse("vni" + segment.vni());
    }

    public static int port(Segment segment) {
        return segment.options().port().orElse(PORT);
    }

    public static int ageing(Segment segment) {
        return segment.options().ageing().orElse(AGEING);
    }

    public static Flooding flooding(Segment segment) {
        return segment.options()
                .flooding()
                .orElse(
                        segment.options().group().isPresent()
                                ? Flooding.MULTICAST
                                : Flooding.HEAD_END);
    }

    public static String device(Segment segment, Member member) {
        return member.device().orElse("vxlan" + segment.vni());
    }

    /// The member's bridge; empty where the address stands on the vxlan device itself.
    public static Optional<String> bridge(Segment segment, Member member) {
        if (member.bridge().isEmpty()) {
            return Optional.of("br" + segment.vni());
        }
        return switch (member.bridge().get()) {
            case BridgeChoice.None() -> Optional.empty();
            case BridgeChoice.Named(String name) -> Optional.of(name);
        };
    }

    /// The MAC of the device that has a member's address: its bridge, or the vxlan device.
    public static MacAddress mac(String lab, Segment segment, Member member) {
        String device = bridge(segment, member).orElse(device(segment, member));
        return DerivedMac.of(lab, member.host(), device);
    }

    /// The MAC of a workload's `eth0`, written or derived.
    public static MacAddress mac(String lab, Workload workload) {
        return workload.mac()
                .orElseGet(() -> DerivedMac.ofWorkload(lab, workload.host(), workload.name()));
    }

    /// The tunnels written, or every pair of members in their order.
    public static List<Tunnel> tunnels(Segment segment) {
        return segment.tunnels().orElseGet(() -> allPairs(segment.members()));
    }

    public static List<Tunnel> allPairs(List<Member> members) {
        List<Tunnel> pairs = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                pairs.add(new Tunnel(members.get(i).host(), members.get(j).host()));
            }
        }
        return List.copyOf(pairs);
    }
}
