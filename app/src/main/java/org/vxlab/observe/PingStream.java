package org.vxlab.observe;

import org.vxlab.iproute.Command;
import org.vxlab.iproute.PingEvent;
import org.vxlab.iproute.PingEvent.Reply;
import org.vxlab.iproute.PingParser;
import org.vxlab.observe.PingResult.Failure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pings a watched host sends all the time.
final class PingStream implements FollowedStream {
    private final String host;
    private final PingShare share;
    private final Map<Integer, Failure> reasons = new HashMap<>();

    PingStream(String host, PingShare share) {
        this.host = host;
        this.share = share;
    }

    @Override
    public String name() {
        return "ping";
    }

    @Override
    public Command command() {
        return share.command();
    }

    @Override
    public boolean isMonitor() {
        return false;
    }

    @Override
    public void fold(String text, Instant at, HostFold fold, List<ObservedEvent> changes) {
        PingScript.parse(text)
                .filter(line -> line.pair() < share.pairs().size())
                .ifPresent(line -> changes.addAll(events(line, at)));
    }

    private List<ObservedEvent> events(PingScript.Line line, Instant at) {
        PingPair pair = share.pairs().get(line.pair());
        if (line.ends()) {
            Optional<Failure> reason = Optional.ofNullable(reasons.remove(line.pair()));
            return line.succeeded()
                    ? List.of()
                    : List.of(new ObservedEvent.PingLost(Stamp.found(host, at), pair, reason));
        }
        if (line.isAbsence()) {
            reasons.put(line.pair(), Failure.Absent.of(pair.from()));
            return List.of();
        }
        List<ObservedEvent> events = new ArrayList<>();
        new PingParser()
                .accept(line.text())
                .ifPresent(
                        reported -> {
                            PingEvent event = reported.event();
                            PingResult.reason(event)
                                    .ifPresent(
                                            words ->
                                                    reasons.put(
                                                            line.pair(), new Failure.Told(words)));
                            PingResult.talk(event)
                                    .ifPresent(
                                            words ->
                                                    reasons.putIfAbsent(
                                                            line.pair(), new Failure.Told(words)));
                            if (event instanceof Reply reply && !reply.duplicate()) {
                                events.add(
                                        new ObservedEvent.PingReply(
                                                new Stamp(host, reported.at(), at),
                                                pair,
                                                reply.milliseconds()));
                            }
                        });
        return events;
    }
}
