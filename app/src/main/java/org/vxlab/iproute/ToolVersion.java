package org.vxlab.iproute;

import org.vxlab.topology.Message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `ip -V` says about the `ip` and `bridge` of a host.
///
/// @param text what a person would call it: `6.1.0`, `ss180129`, or the first line of the answer
public record ToolVersion(Kind kind, String text) {
    /// The oldest iproute2 that prints whole JSON for every table; 4.20 still mixes in plain text.
    public static final String OLDEST = "5.0";

    private static final int OLDEST_MAJOR = 5;

    /// Older versions name the day of their snapshot; 5.0.0 is of 19 March 2019.
    private static final int OLDEST_SNAPSHOT = 190319;

    private static final Pattern IPROUTE2 =
            Pattern.compile("iproute2-(?:ss(\\d{6})|v?(\\d{1,4})\\.[^\\s,]*)");

    /// Which program answers to the name `ip`.
    public enum Kind {
        /// New enough.
        IPROUTE2,
        /// iproute2 from before [ToolVersion#OLDEST].
        OLD_IPROUTE2,
        /// The small tool of BusyBox, without JSON and without `bridge`. Its `ip link add ... type
        /// vxlan` can end with 0 and make something else.
        BUSYBOX,
        /// No answer that is known here.
        UNKNOWN
    }

    /// Reads what `ip -V` printed; BusyBox answers on standard error.
    public static ToolVersion parse(String stdout, String stderr) {
        String answer = stdout + stderr;
        Matcher version = IPROUTE2.matcher(answer);
        if (version.find()) {
            boolean isNewEnough =
                    version.group(1) != null
                            ? Integer.parseInt(version.group(1)) >= OLDEST_SNAPSHOT
                            : Integer.parseInt(version.group(2)) >= OLDEST_MAJOR;
            return new ToolVersion(
                    isNewEnough ? Kind.IPROUTE2 : Kind.OLD_IPROUTE2,
                    version.group().substring("iproute2-".length()));
        }
        String firstLine = answer.strip().lines().findFirst().orElse("");
        return new ToolVersion(
                firstLine.startsWith("BusyBox") ? Kind.BUSYBOX : Kind.UNKNOWN, firstLine);
    }

    /// Why this program cannot work with it; empty if it can.
    public Optional<Message> objection() {
        return switch (kind) {
            case IPROUTE2 -> Optional.empty();
            case OLD_IPROUTE2 -> Optional.of(Message.of("iproute.too-old", text, OLDEST));
            case BUSYBOX -> Optional.of(Message.of("iproute.busybox", text, OLDEST));
            case UNKNOWN -> Optional.of(Message.of("iproute.unknown-tool", text, OLDEST));
        };
    }
}
