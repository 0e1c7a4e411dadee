package org.vxlab.observe;

import org.vxlab.iproute.PingEvent;
import org.vxlab.iproute.PingEvent.RoundTrip;
import org.vxlab.iproute.PingEvent.Summary;
import org.vxlab.iproute.PingParser;
import org.vxlab.topology.Message;
import org.vxlab.topology.OverlayEnd;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How the pings of one pair went.
///
/// @param failure why pings were lost, where that is known
public record PingResult(
        int sent,
        int received,
        int duplicates,
        Optional<RoundTrip> roundTrip,
        Optional<Failure> failure) {

    /// Whether everything that was sent came back.
    public boolean complete() {
        return sent > 0 && received == sent;
    }

    /// Why pings were lost.
    public sealed interface Failure {
        /// The host that should have sent them was not reached, or was lost meanwhile.
        record NoSource(Message why) implements Failure {}

        /// The device that should have sent them does not exist, because the lab was not applied or
        /// somebody removed it.
        record Absent(Message why) implements Failure {
            static Absent of(OverlayEnd from) {
                return new Absent(
                        from.namespace().isEmpty()
                                ? Message.of("observe.ping.absent", from.device(), from.host())
                                : Message.of("observe.ping.nobody", from.name(), from.host()));
            }
        }

        /// What the tool or a router said, in its own words.
        record Told(String words) implements Failure {}
    }

    /// Nothing was sent.
    static PingResult nothingSent(Failure why) {
        return new PingResult(0, 0, 0, Optional.empty(), Optional.of(why));
    }

    /// Reads what ping printed. Only the second run counts; the first explains where the second is
    /// too short for an error to come back (an ARP request is given up after 3 s).
    static PingResult read(List<String> warmup, List<String> count) {
        PingParser parser = new PingParser();
        Optional<Summary> summary = Optional.empty();
        for (String line : count) {
            summary = summary.or(() -> parser.accept(line).flatMap(PingResult::summary));
        }
        Optional<Failure> told =
                told(count, PingResult::reason)
                        .or(() -> told(warmup, PingResult::reason))
                        .or(() -> told(count, PingResult::talk))
                        .map(Failure.Told::new);
        return summary.or(() -> parser.finish().flatMap(PingResult::summary))
                .map(
                        counts ->
                                new PingResult(
                                        counts.sent(),
                                        counts.received(),
                                        counts.duplicates(),
                                        counts.roundTrip(),
                                        counts.received() < counts.sent()
                                                ? told
                                                : Optional.empty()))
                .orElseGet(() -> new PingResult(0, 0, 0, Optional.empty(), told));
    }

    /// What a line says of why a ping is lost; empty for lines that say nothing of it.
    static Optional<String> reason(PingEvent event) {
        return switch (event) {
            case PingEvent.Unreachable unreachable -> Optional.of(unreachable.reason());
            case PingEvent.TooLong(int mtu) -> Optional.of("message too long, mtu=" + mtu);
            case PingEvent.NotSent notSent -> Optional.of(notSent.words());
            case PingEvent.Reply _,
                    PingEvent.NoAnswerYet _,
                    PingEvent.TimedOut _,
                    PingEvent.Summary _,
                    PingEvent.Unrecognised _ ->
                    Optional.empty();
        };
    }

    /// A line that is not ping's own, for example a shell's that finds no `ping`.
    static Optional<String> talk(PingEvent event) {
        return event instanceof PingEvent.Unrecognised(String line)
                ? Optional.of(line)
                : Optional.empty();
    }

    private static Optional<Summary> summary(PingEvent.Reported reported) {
        return reported.event() instanceof Summary summary
                ? Optional.of(summary)
                : Optional.empty();
    }

    private static Optional<String> told(
            List<String> lines, Function<PingEvent, Optional<String>> words) {
        PingParser parser = new PingParser();
        return lines.stream()
                .flatMap(line -> parser.accept(line).stream())
                .flatMap(reported -> words.apply(reported.event()).stream())
                .reduce((_, last) -> last);
    }
}
