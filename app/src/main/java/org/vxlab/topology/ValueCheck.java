package org.vxlab.topology;

import org.vxlab.topology.Segment.Options;

import java.util.Set;

/// Checks values that are right or wrong by themselves, whatever else a lab says.
final class ValueCheck {
    static final int MAX_PORT = 65535;

    /// RFC 791 section 3.2.
    static final int MIN_MTU_V4 = 68;

    /// RFC 8200 section 5.
    static final int MIN_MTU_V6 = 1280;

    private static final int MAX_MTU = 65535;

    /// The bridge keeps hundredths of a second in 32 bits.
    private static final int MAX_AGEING = 42_949_672;

    private static final Set<String> DF = Set.of("unset", "set", "inherit");

    private ValueCheck() {}

    static void options(Options options, String path, Findings findings) {
        options.port()
                .filter(port -> port < 1 || port > MAX_PORT)
                .ifPresent(port -> findings.error(path + ".port", "topology.port", port));
        options.ageing()
                .filter(ageing -> ageing < 1 || ageing > MAX_AGEING)
                .ifPresent(
                        ageing ->
                                findings.error(
                                        path + ".ageing",
                                        "topology.segment.ageing",
                                        ageing,
                                        MAX_AGEING));
        options.ttl()
                .filter(ttl -> !ttl.matches("auto|inherit") && !isNumber(ttl, 1))
                .ifPresent(ttl -> findings.error(path + ".ttl", "topology.segment.ttl", ttl));
        options.tos()
                // The kernel takes TOS 1 for "inherit" and says so when read back.
                .filter(tos -> !tos.equals("inherit") && (!isNumber(tos, 0) || tos.equals("1")))
                .ifPresent(tos -> findings.error(path + ".tos", "topology.segment.tos", tos));
        options.df()
                .filter(df -> !DF.contains(df))
                .ifPresent(df -> findings.error(path + ".df", "topology.segment.df", df));
    }

    /// The names a person gave to a segment's devices.
    static void members(Segment segment, String path, Findings findings) {
        for (int i = 0; i < segment.members().size(); i++) {
            Segment.Member member = segment.members().get(i);
            String place = path + ".members[" + i + "]";
            member.device().ifPresent(name -> DeviceCheck.name(name, place + ".device", findings));
            Defaults.bridge(segment, member)
                    .ifPresent(name -> DeviceCheck.bridge(name, place + ".bridge", findings));
        }
    }

    static void host(Host host, String path, Findings findings) {
        // In routed fabrics the VTEP address is on the loopback.
        host.underlay()
                .device()
                .filter(name -> host.ssh().isEmpty() || !name.equals(DeviceName.LOOPBACK))
                .ifPresent(name -> DeviceCheck.name(name, path + ".underlay.device", findings));
        host.ssh().ifPresent(target -> ssh(target, path + ".ssh", findings));
    }

    private static void ssh(SshTarget target, String path, Findings findings) {
        switch (target) {
            case SshTarget.Alias(String name) -> word(name, path, findings);
            case SshTarget.Address address -> {
                word(address.address(), path + ".address", findings);
                address.user().ifPresent(user -> word(user, path + ".user", findings));
                address.jump().ifPresent(jump -> word(jump, path + ".jump", findings));
                address.identity()
                        .filter(String::isBlank)
                        .ifPresent(blank -> word(blank, path + ".identity", findings));
                address.port()
                        .filter(port -> port < 1 || port > MAX_PORT)
                        .ifPresent(port -> findings.error(path + ".port", "topology.port", port));
            }
        }
    }

    /// What goes to an SSH client is one word and no option.
    private static void word(String text, String path, Findings findings) {
        boolean blank = text.chars().anyMatch(c -> c <= ' ' || c == 127);
        boolean broken = text.isEmpty() || text.startsWith("-") || blank;
        if (broken) {
            findings.error(path, "topology.ssh.word", text);
        }
    }

    private static boolean isNumber(String text, int min) {
        return text.matches("0|[1-9][0-9]{0,2}")
                && Integer.parseInt(text) >= min
                && Integer.parseInt(text) <= 255;
    }

    static void mtu(Network network, String path, Findings findings) {
        boolean v6 = network.subnet().network().family() == Ip.Family.V6;
        int mtu = network.mtu().orElse(Network.DEFAULT_MTU);
        int min = v6 ? MIN_MTU_V6 : MIN_MTU_V4 + OverlayMtu.OVERHEAD_V4;
        if (mtu < min || mtu > MAX_MTU) {
            findings.error(path + ".mtu", "topology.network.mtu", mtu, min, MAX_MTU);
        } else if (v6 && mtu < MIN_MTU_V6 + OverlayMtu.OVERHEAD_V6) {
            findings.warning(
                    path + ".mtu",
                    "topology.network.mtu-v6",
                    mtu,
                    mtu - OverlayMtu.OVERHEAD_V6,
                    MIN_MTU_V6 + OverlayMtu.OVERHEAD_V6);
        }
    }
}
