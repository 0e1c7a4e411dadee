package org.vxlab.cli;

import org.vxlab.observe.HostObservation;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.observe.PingPair;
import org.vxlab.observe.Stamp;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What happens on hosts, for programs: one object an event; `app/docs/json.md` describes them.
record EventJson(Texts texts) {

    /// The first reading of a host, or the one after it was lost.
    Map<String, Object> reading(HostObservation host, Stamp stamp) {
        Map<String, Object> json = start("reading", stamp);
        json.putAll(ReadingJson.of(host.state()));
        return json;
    }

    Map<String, Object> event(ObservedEvent event) {
        Map<String, Object> json = start(word(event), event.stamp());
        switch (event) {
            case ObservedEvent.Moved moved -> {
                forwarding(json, moved);
                json.put("from", ReadingJson.entry(moved.from()));
            }
            case ObservedEvent.Forwarding forwarding -> forwarding(json, forwarding);
            case ObservedEvent.Flooding flood ->
                    json.put("entry", ReadingJson.entry(flood.entry()));
            case ObservedEvent.LinkChanged link -> {
                json.put("link", ReadingJson.link(link.link()));
                json.put("before", ReadingJson.link(link.before()));
            }
            case ObservedEvent.OfLink link -> json.put("link", ReadingJson.link(link.link()));
            case ObservedEvent.OfAddress address -> {
                json.put("device", address.device());
                json.put("address", address.address());
            }
            case ObservedEvent.NeighbourChanged changed -> {
                json.put("neighbour", ReadingJson.neighbour(changed.neighbour()));
                json.put("owner", changed.owner());
                json.put("news", changed.news().name().toLowerCase(Locale.ROOT));
            }
            case ObservedEvent.NeighbourRemoved removed ->
                    json.put("neighbour", ReadingJson.neighbour(removed.neighbour()));
            case ObservedEvent.HostLive live -> {
                json.put("links", live.links());
                json.put("forwardingEntries", live.forwardingEntries());
            }
            case ObservedEvent.HostLost lost -> {
                json.put("why", texts.of(lost.why()));
                json.put("retryInMilliseconds", lost.retryIn().map(Duration::toMillis));
            }
            case ObservedEvent.HostBack back -> json.put("differences", back.differences());
            case ObservedEvent.LinesLost _ -> {}
            case ObservedEvent.TableReread reread -> json.put("differences", reread.differences());
            case ObservedEvent.PingReply reply -> {
                pair(json, reply.pair());
                json.put(
                        "milliseconds",
                        reply.milliseconds().isPresent()
                                ? Optional.of(reply.milliseconds().getAsDouble())
                                : Optional.empty());
            }
            case ObservedEvent.PingLost lost -> {
                pair(json, lost.pair());
                json.put("why", lost.reason().map(why -> PingReport.why(why, texts)));
            }
        }
        return json;
    }

    private static Map<String, Object> start(String word, Stamp stamp) {
        return Json.object(
                "event", word,
                "host", stamp.host(),
                "receivedAt", stamp.receivedAt(),
                "hostTime", stamp.hostTime().map(Instant::toString));
    }

    private static void forwarding(Map<String, Object> json, ObservedEvent.Forwarding event) {
        json.put("entry", ReadingJson.entry(event.entry()));
        json.put("owner", event.owner());
    }

    private static void pair(Map<String, Object> json, PingPair pair) {
        json.put("segment", pair.segment());
        json.put("vni", pair.vni().value());
        json.put("from", PingJson.end(pair.from()));
        json.put("to", PingJson.end(pair.to()));
    }

    private static String word(ObservedEvent event) {
        String name = event.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
