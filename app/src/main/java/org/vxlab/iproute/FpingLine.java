package org.vxlab.iproute;

import org.vxlab.iproute.PingEvent.Reply;
import org.vxlab.iproute.PingEvent.RoundTrip;
import org.vxlab.iproute.PingEvent.Summary;
import org.vxlab.iproute.PingEvent.TimedOut;
import org.vxlab.iproute.PingEvent.Unreachable;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of fping, which pings many targets at once and names each.
///
/// The lists of times that `-C` ends with are not read: they repeat what was said line by line.
final class FpingLine {
    private static final Pattern REPLY =
            Pattern.compile(
                    "^(\\S+) +: (duplicate for )?\\[(\\d{1,9})\\], \\d{1,6} bytes,"
                            + " ([\\d.]{1,15}) ms.*$");

    private static final Pattern TIMED_OUT =
            Pattern.compile("^(\\S+) +: \\[(\\d{1,9})\\], timed out.*$");

    private static final Pattern ICMP =
            Pattern.compile("^ICMP (.+) from (\\S+) for ICMP Echo sent to (\\S+).*$");

    private static final Pattern SUMMARY =
            Pattern.compile(
                    "^(\\S+) +: xmt/rcv/%(?:loss|return) = (\\d{1,9})/(\\d{1,9})/\\d+%"
                            + "(?:, min/avg/max ="
                            + " ([\\d.]{1,15})/([\\d.]{1,15})/([\\d.]{1,15}))?$");

    private FpingLine() {}

    static Optional<PingEvent> event(String line) {
        Matcher reply = REPLY.matcher(line);
        if (reply.matches()) {
            return Optional.of(
                    new Reply(
                            reply.group(1),
                            Integer.parseInt(reply.group(3)),
                            OptionalDouble.of(Double.parseDouble(reply.group(4))),
                            OptionalInt.empty(),
                            reply.group(2) != null));
        }
        Matcher timedOut = TIMED_OUT.matcher(line);
        if (timedOut.matches()) {
            return Optional.of(
                    new TimedOut(timedOut.group(1), Integer.parseInt(timedOut.group(2))));
        }
        Matcher icmp = ICMP.matcher(line);
        if (icmp.matches()) {
            return Optional.of(
                    new Unreachable(
                            icmp.group(2),
                            Optional.of(icmp.group(3)),
                            OptionalInt.empty(),
                            icmp.group(1)));
        }
        Matcher summary = SUMMARY.matcher(line);
        return summary.matches() ? Optional.of(summary(summary)) : Optional.empty();
    }

    private static Summary summary(Matcher m) {
        Optional<RoundTrip> roundTrip =
                m.group(4) == null
                        ? Optional.empty()
                        : Optional.of(
                                new RoundTrip(
                                        Double.parseDouble(m.group(4)),
                                        Double.parseDouble(m.group(5)),
                                        Double.parseDouble(m.group(6))));
        return new Summary(
                m.group(1),
                Integer.parseInt(m.group(2)),
                Integer.parseInt(m.group(3)),
                0,
                0,
                roundTrip);
    }
}
