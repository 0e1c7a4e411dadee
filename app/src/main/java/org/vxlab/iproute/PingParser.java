package org.vxlab.iproute;

import org.vxlab.iproute.PingEvent.Cause;
import org.vxlab.iproute.PingEvent.NoAnswerYet;
import org.vxlab.iproute.PingEvent.NotSent;
import org.vxlab.iproute.PingEvent.Reply;
import org.vxlab.iproute.PingEvent.Reported;
import org.vxlab.iproute.PingEvent.RoundTrip;
import org.vxlab.iproute.PingEvent.Summary;
import org.vxlab.iproute.PingEvent.TooLong;
import org.vxlab.iproute.PingEvent.Unreachable;
import org.vxlab.iproute.PingEvent.Unrecognised;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the lines of one run of `ping` (iputils or BusyBox) or `fping`, standard output and
/// standard error alike. No line ever ends in an exception.
public final class PingParser {
    private static final Pattern TIME = Pattern.compile("^\\[(\\d{1,12}\\.\\d{1,9})\\] ");

    private static final Pattern REPLY =
            Pattern.compile(
                    "^\\d{1,6} bytes from (.+?): (?:icmp_)?seq=(\\d{1,9})(?: ttl=(\\d{1,3}))?"
                            + "(?: time[=<]([\\d.]{1,15}) ms)?( .*)?$");

    private static final Pattern NO_ANSWER =
            Pattern.compile("^no answer yet for icmp_seq=(\\d{1,9})$");

    private static final Pattern FROM =
            Pattern.compile("^From (.+?):? icmp_seq=(\\d{1,9}) (\\S.*)$");

    private static final Pattern ADDRESS_OF_NAME = Pattern.compile("^\\S+ \\(([^)]+)\\)$");

    private static final Pattern TOO_LONG =
            Pattern.compile("^ping6?: local error: [Mm]essage too long,? mtu[=:] ?(\\d{1,9})$");

    private static final Pattern HEADING = Pattern.compile("^--- (\\S+) ping statistics ---$");

    private static final Pattern TOTALS =
            Pattern.compile(
                    "^(\\d{1,9}) packets transmitted, (\\d{1,9}) (?:packets )?received"
                            + "(?:, \\+?(\\d{1,9}) duplicates)?(?:, \\+(\\d{1,9}) corrupted)?"
                            + "(?:, \\+(\\d{1,9}) errors)?, .*$");

    private static final Pattern TIMES =
            Pattern.compile(
                    "^(?:rtt|round-trip) min/avg/max(?:/mdev)? ="
                            + " ([\\d.]{1,15})/([\\d.]{1,15})/([\\d.]{1,15})[/ ].*$");

    /// What comes before the events, between them on SIGQUIT, and after the totals; the clock of
    /// `fping -Q` and the times that `fping -C` repeats.
    private static final Pattern TALK =
            Pattern.compile(
                    "^(?:PING .*|\\d+/\\d+ packets, .*|pipe \\d+|\\[\\d\\d:\\d\\d:\\d\\d\\]"
                            + "|\\S+ +:(?: (?:-|\\d+\\.\\d+))+)$");

    private String target = "";
    private Optional<Summary> totals = Optional.empty();

    /// A line of either output; empty for a line that says nothing by itself.
    public Optional<Reported> accept(String line) {
        if (line.length() > MonitorParser.LONGEST_LINE) {
            PingEvent cut = new Unrecognised(line.substring(0, MonitorParser.LONGEST_LINE));
            return Optional.of(new Reported(Optional.empty(), cut));
        }
        Matcher time = TIME.matcher(line);
        if (!time.find()) {
            return event(line).map(event -> new Reported(Optional.empty(), event));
        }
        BigDecimal seconds = new BigDecimal(time.group(1));
        long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
        Instant at = Instant.ofEpochSecond(seconds.longValue(), nanos);
        return event(line.substring(time.end())).map(event -> new Reported(Optional.of(at), event));
    }

    /// The end of the run: totals that no round-trip times followed.
    public Optional<Reported> finish() {
        Optional<Summary> last = totals;
        totals = Optional.empty();
        return last.map(summary -> new Reported(Optional.empty(), summary));
    }

    private Optional<PingEvent> event(String line) {
        if (line.isBlank() || TALK.matcher(line).matches()) {
            return Optional.empty();
        }
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            target = heading.group(1);
            return Optional.empty();
        }
        try {
            Matcher counts = TOTALS.matcher(line);
            if (counts.matches()) {
                return totals(counts);
            }
            Matcher times = TIMES.matcher(line);
            if (times.matches() && totals.isPresent()) {
                return times(times);
            }
            return Optional.of(packet(line));
        } catch (NumberFormatException e) {
            return Optional.of(new Unrecognised(line));
        }
    }

    private Optional<PingEvent> totals(Matcher counts) {
        Summary summary =
                new Summary(
                        target,
                        Integer.parseInt(counts.group(1)),
                        Integer.parseInt(counts.group(2)),
                        number(counts.group(3)).orElse(0),
                        number(counts.group(5)).orElse(0),
                        Optional.empty());
        if (summary.received() == 0) {
            return Optional.of(summary);
        }
        totals = Optional.of(summary);
        return Optional.empty();
    }

    private Optional<PingEvent> times(Matcher times) {
        RoundTrip roundTrip =
                new RoundTrip(
                        Double.parseDouble(times.group(1)),
                        Double.parseDouble(times.group(2)),
                        Double.parseDouble(times.group(3)));
        Optional<Summary> counted = totals;
        totals = Optional.empty();
        return counted.map(
                s ->
                        new Summary(
                                s.target(),
                                s.sent(),
                                s.received(),
                                s.duplicates(),
                                s.errors(),
                                Optional.of(roundTrip)));
    }

    private PingEvent packet(String line) {
        Matcher reply = REPLY.matcher(line);
        if (reply.matches()) {
            String remarks = reply.group(5);
            return new Reply(
                    address(reply.group(1)),
                    Integer.parseInt(reply.group(2)),
                    reply.group(4) == null
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(Double.parseDouble(reply.group(4))),
                    number(reply.group(3)),
                    remarks != null && remarks.contains("(DUP!)"));
        }
        Matcher noAnswer = NO_ANSWER.matcher(line);
        if (noAnswer.matches()) {
            return new NoAnswerYet(Integer.parseInt(noAnswer.group(1)));
        }
        Matcher from = FROM.matcher(line);
        if (from.matches()) {
            return new Unreachable(
                    address(from.group(1)),
                    Optional.empty(),
                    number(from.group(2)),
                    from.group(3).strip());
        }
        Matcher tooLong = TOO_LONG.matcher(line);
        if (tooLong.matches()) {
            return new TooLong(Integer.parseInt(tooLong.group(1)));
        }
        return FpingLine.event(line)
                .or(() -> notSent(line))
                .orElseGet(() -> new Unrecognised(line));
    }

    private static Optional<PingEvent> notSent(String line) {
        boolean isWarning = line.toLowerCase(Locale.ROOT).contains("warning");
        boolean fromPing = !isWarning && (line.startsWith("ping: ") || line.startsWith("ping6: "));
        String words = fromPing ? line.substring(line.indexOf(' ') + 1) : line;
        Cause cause = cause(words);
        return fromPing || cause != Cause.OTHER
                ? Optional.of(new NotSent(cause, words))
                : Optional.empty();
    }

    private static Cause cause(String words) {
        if (words.contains("etwork is unreachable") || words.contains("No route to host")) {
            return Cause.NO_ROUTE;
        }
        if (words.contains("No such device") || words.contains("unknown iface")) {
            return Cause.NO_DEVICE;
        }
        if (words.contains("Cannot assign requested address")) {
            return Cause.NO_ADDRESS;
        }
        boolean unknownName =
                words.contains("name resolution")
                        || words.contains("Name or service not known")
                        || words.contains("bad address");
        return unknownName ? Cause.NO_NAME : Cause.OTHER;
    }

    private static String address(String from) {
        Matcher named = ADDRESS_OF_NAME.matcher(from);
        return named.matches() ? named.group(1) : from;
    }

    private static OptionalInt number(String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }
}
