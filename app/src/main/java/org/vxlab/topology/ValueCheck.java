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
