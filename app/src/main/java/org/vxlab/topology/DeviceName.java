package org.vxlab.topology;

import java.util.Optional;
import java.util.Set;

/// What Linux and its tools take as the name of a network device.
public final class DeviceName {
    /// IFNAMSIZ is 16 with the closing zero (include/uapi/linux/if.h).
    public static final int MAX_LENGTH = 15;

    /// The loopback, which every host has.
    public static final String LOOPBACK = "lo";

    /// `lo` is there already; `all` and `default` are folders beside the devices in
    /// /proc/sys/net/ipv4/conf; the dots are no file names (dev_valid_name in net/core/dev.c).
    private static final Set<String> TAKEN = Set.of(LOOPBACK, "all", "default", ".", "..");

    /// Quoting in batch files is the tools' own and poor, so what would need it is not used.
    private static final String BAD = "/:%\"'\\#`$;&|<>()*?!~";

    private DeviceName() {}

    /// Why the text cannot be a device's name; empty where it can.
    public static Optional<Message> problem(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.of(Message.of("topology.device.length", text, MAX_LENGTH));
        }
        if (TAKEN.contains(text)) {
            return Optional.of(Message.of("topology.device.taken", text));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~' || BAD.indexOf(c) >= 0) {
                return Optional.of(Message.of("topology.device.character", text));
            }
        }
        return text.startsWith("-")
                ? Optional.of(Message.of("topology.device.character", text))
                : Optional.empty();
    }
}
