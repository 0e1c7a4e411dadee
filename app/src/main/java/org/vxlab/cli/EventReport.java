package org.vxlab.cli;

import org.vxlab.observe.EventMessage;
import org.vxlab.observe.EventTone;
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
        return switch (EventTone.of(event)) {
            case PLAIN -> said;
            case GOOD -> paint.good(said);
            case SPECIAL -> paint.special(said);
            case WARNING -> paint.warning(said);
            case BAD -> paint.bad(said);
        };
    }

    /// Why a host was lost begins with its name, as the line does.
    private static String once(String host, String said) {
        return said.replace(host + ": ", "").replace(host + "：", "");
    }
}
