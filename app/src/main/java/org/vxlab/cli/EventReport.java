package org.vxlab.cli;

import org.vxlab.observe.EventMessage;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.observe.Stamp;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How what happens on hosts is told: one dated line an event.
final class EventReport {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final Texts texts;
    private final Paint paint;
    private final DateTimeFormatter time;

    EventReport(Texts texts, Paint paint, ZoneId zone) {
        this.texts = texts;
        this.paint = paint;
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
        String said = once(event.stamp().host(), texts.of(EventMessage.of(event)));
        return switch (event) {
            case ObservedEvent.Learned _,
                    ObservedEvent.LinkUp _,
                    ObservedEvent.HostLive _,
                    ObservedEvent.HostBack _ ->
                    paint.good(said);
            case ObservedEvent.Moved _ -> paint.special(said);
            case ObservedEvent.Aged _,
                    ObservedEvent.Deleted _,
                    ObservedEvent.LinkRemoved _,
                    ObservedEvent.LinesLost _ ->
                    paint.warning(said);
            case ObservedEvent.LinkDown _, ObservedEvent.HostLost _, ObservedEvent.PingLost _ ->
                    paint.bad(said);
            case ObservedEvent.Added _,
                    ObservedEvent.FloodAdded _,
                    ObservedEvent.FloodRemoved _,
                    ObservedEvent.LinkAdded _,
                    ObservedEvent.LinkChanged _,
                    ObservedEvent.AddressAdded _,
                    ObservedEvent.AddressRemoved _,
                    ObservedEvent.NeighbourChanged _,
                    ObservedEvent.NeighbourRemoved _,
                    ObservedEvent.TableReread _,
                    ObservedEvent.PingReply _ ->
                    said;
        };
    }

    /// Why a host was lost begins with its name, as the line does.
    private static String once(String host, String said) {
        return said.replace(host + ": ", "").replace(host + "：", "");
    }
}
