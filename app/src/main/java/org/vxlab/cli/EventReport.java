package org.vxlab.cli;

import org.vxlab.kernel.Link;
import org.vxlab.kernel.Neighbour;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.observe.PingPair;
import org.vxlab.observe.PingResult;
import org.vxlab.observe.Stamp;
import org.vxlab.topology.MacAddress;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// How what happens on hosts is told: one dated line an event.
final class EventReport {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final Texts texts;
    private final Paint paint;
    private final ReadingReport readings;
    private final DateTimeFormatter time;

    EventReport(Texts texts, Paint paint, ReadingReport readings, ZoneId zone) {
        this.texts = texts;
        this.paint = paint;
        this.readings = readings;
        this.time = TIME.withZone(zone);
    }

    String line(ObservedEvent event) {
        Stamp stamp = event.stamp();
        return paint.faint(time.format(stamp.hostTime().orElse(stamp.receivedAt())))
                + " "
                + paint.strong(stamp.host())
                + " "
                + what(event);
    }

    private String what(ObservedEvent event) {
        return switch (event) {
            case ObservedEvent.Learned learned ->
                    paint.good(forwarding("cli.event.learned", learned));
            case ObservedEvent.Moved moved ->
                    paint.special(
                            texts.of(
                                    "cli.event.moved",
                                    mac(moved),
                                    readings.where(moved.from()),
                                    readings.where(moved.entry())));
            case ObservedEvent.Aged aged -> paint.warning(forwarding("cli.event.aged", aged));
            case ObservedEvent.Deleted deleted ->
                    paint.warning(forwarding("cli.event.deleted", deleted));
            case ObservedEvent.Added added -> forwarding("cli.event.added", added);
            case ObservedEvent.FloodAdded flood ->
                    texts.of(
                            "cli.event.flood-added",
                            flood.entry().device(),
                            flood.entry().vtep().map(Object::toString).orElse("-"));
            case ObservedEvent.FloodRemoved flood ->
                    texts.of(
                            "cli.event.flood-removed",
                            flood.entry().device(),
                            flood.entry().vtep().map(Object::toString).orElse("-"));
            case ObservedEvent.LinkAdded link ->
                    texts.of("cli.event.link-added", name(link.link()));
            case ObservedEvent.LinkRemoved link ->
                    paint.warning(texts.of("cli.event.link-removed", name(link.link())));
            case ObservedEvent.LinkUp link ->
                    paint.good(texts.of("cli.event.link-up", name(link.link())));
            case ObservedEvent.LinkDown link ->
                    paint.bad(texts.of("cli.event.link-down", name(link.link())));
            case ObservedEvent.LinkChanged link ->
                    texts.of("cli.event.link-changed", name(link.link()), changes(link));
            case ObservedEvent.AddressAdded address ->
                    texts.of("cli.event.address-added", address.device(), address.address());
            case ObservedEvent.AddressRemoved address ->
                    texts.of("cli.event.address-removed", address.device(), address.address());
            case ObservedEvent.NeighbourChanged(_, Neighbour neighbour) ->
                    neighbour
                            .mac()
                            .map(
                                    mac ->
                                            texts.of(
                                                    "cli.event.neighbour",
                                                    neighbour.address(),
                                                    mac,
                                                    neighbour.device(),
                                                    neighbour.state()))
                            .orElseGet(
                                    () ->
                                            texts.of(
                                                    "cli.event.neighbour-unknown",
                                                    neighbour.address(),
                                                    neighbour.device(),
                                                    neighbour.state()));
            case ObservedEvent.NeighbourRemoved(_, Neighbour neighbour) ->
                    texts.of(
                            "cli.event.neighbour-removed", neighbour.address(), neighbour.device());
            case ObservedEvent.HostLive live ->
                    paint.good(
                            texts.of(
                                    "cli.event.host-live", live.links(), live.forwardingEntries()));
            case ObservedEvent.HostLost lost -> {
                String why = texts.after(lost.stamp().host(), lost.why());
                yield paint.bad(
                        lost.retryIn()
                                .map(
                                        wait ->
                                                texts.of(
                                                        "cli.event.host-lost-retry",
                                                        why,
                                                        DurationWord.seconds(wait)))
                                .orElseGet(() -> texts.of("cli.event.host-lost", why)));
            }
            case ObservedEvent.HostBack back ->
                    paint.good(texts.of("cli.event.host-back", back.differences()));
            case ObservedEvent.LinesLost _ -> paint.warning(texts.of("cli.event.lines-lost"));
            case ObservedEvent.TableReread reread ->
                    texts.of("cli.event.reread", reread.differences());
            case ObservedEvent.PingReply(_, PingPair pair, var milliseconds) ->
                    texts.of(
                            "cli.event.ping-reply",
                            pair.from().name(),
                            pair.to().name(),
                            pair.segment(),
                            milliseconds.isPresent()
                                    ? PingReport.milliseconds(milliseconds.getAsDouble())
                                    : "-");
            case ObservedEvent.PingLost(_, PingPair pair, Optional<PingResult.Failure> reason) ->
                    paint.bad(
                            texts.of(
                                    "cli.event.ping-lost",
                                    pair.from().name(),
                                    pair.to().name(),
                                    pair.segment(),
                                    reason.map(why -> PingReport.why(why, texts))
                                            .orElseGet(() -> texts.of("cli.ping.silent"))));
        };
    }

    private String forwarding(String key, ObservedEvent.Forwarding event) {
        return texts.of(key, mac(event), readings.where(event.entry()));
    }

    private static String mac(ObservedEvent.Forwarding event) {
        MacAddress mac = event.entry().mac();
        return event.owner().map(owner -> mac + " (" + owner + ")").orElse(mac.toString());
    }

    private static String name(Link link) {
        return link.name();
    }

    /// What is different, as `mtu 1500 -> 1450`.
    private static String changes(ObservedEvent.LinkChanged event) {
        Link before = event.before();
        Link now = event.link();
        StringBuilder changes = new StringBuilder();
        change(changes, "mtu", before.mtu(), now.mtu());
        change(changes, "master", before.master().orElse("-"), now.master().orElse("-"));
        change(
                changes,
                "mac",
                before.mac().map(Object::toString).orElse("-"),
                now.mac().map(Object::toString).orElse("-"));
        change(changes, "state", before.operState(), now.operState());
        change(changes, "port", portState(before), portState(now));
        change(changes, "alias", before.alias().orElse("-"), now.alias().orElse("-"));
        if (changes.isEmpty()) {
            change(changes, "settings", before.kind(), now.kind());
        }
        return changes.toString();
    }

    private static String portState(Link link) {
        return link.port().map(Link.BridgePort::state).orElse("-");
    }

    private static void change(StringBuilder changes, String word, Object before, Object now) {
        if (!before.equals(now)) {
            changes.append(changes.isEmpty() ? "" : ", ")
                    .append(word)
                    .append(' ')
                    .append(before)
                    .append(" -> ")
                    .append(now);
        }
    }
}
