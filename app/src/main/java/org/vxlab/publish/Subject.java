package org.vxlab.publish;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.picture.LiveState;
import org.vxlab.picture.LiveState.Trust;
import org.vxlab.picture.LiveState.WatchedHost;
import org.vxlab.picture.PictureStyle;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is to be published, and in which language.
///
/// @param live what the running hosts said; absent for the drawing alone
/// @param words turns a message into a sentence of the language
public record Subject(
        Lab lab, Optional<Reading> live, Locale language, Function<Message, String> words) {
    /// Rows that a card on paper has for forwarding entries at most; the rest is counted.
    private static final int MOST_ROWS = 12;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

    /// What running hosts said, and when.
    public record Reading(LiveState state, ZonedDateTime at) {
        /// The state without the ages of what was just read: on paper the line below the picture
        /// says when that was.
        LiveState onPaper() {
            Map<String, WatchedHost> hosts = new LinkedHashMap<>();
            state.hosts()
                    .forEach(
                            (name, host) ->
                                    hosts.put(
                                            name,
                                            new WatchedHost(
                                                    host.trust(),
                                                    host.age()
                                                            .filter(
                                                                    _ ->
                                                                            host.trust()
                                                                                    != Trust.LIVE),
                                                    host.state())));
            return new LiveState(hosts, state.pings(), state.owners());
        }
    }

    /// How the picture is made: on paper there is room for more entries than on a screen that must
    /// not jump.
    PictureStyle style() {
        return live.map(reading -> PictureStyle.WATCHING.withEntryRows(entryRows(reading.state())))
                .orElse(PictureStyle.DESIGN);
    }

    private static int entryRows(LiveState state) {
        long most =
                state.hosts().values().stream()
                        .map(Subject::entriesByDevice)
                        .flatMap(counts -> counts.values().stream())
                        .max(Long::compare)
                        .orElse(0L);
        return Math.clamp(most, PictureStyle.WATCHING_ROWS, MOST_ROWS);
    }

    private static Map<String, Long> entriesByDevice(WatchedHost host) {
        return host.state().fdb().stream()
                .filter(entry -> entry.table() == FdbEntry.Table.VXLAN && !entry.isFlood())
                .collect(Collectors.groupingBy(FdbEntry::device, Collectors.counting()));
    }

    /// When the hosts were read, as a line below the picture.
    Optional<String> caption() {
        return live.map(
                reading -> text("publish.caption.live", lab.name(), reading.at().format(TIME)));
    }

    String text(String key, Object... arguments) {
        return words.apply(Message.of(key, arguments));
    }
}
