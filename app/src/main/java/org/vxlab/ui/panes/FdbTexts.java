package org.vxlab.ui.panes;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Vni;
import org.vxlab.ui.Texts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The words of a forwarding table's lines.
final class FdbTexts {
    private final Texts texts;
    private final InstantSource clock;

    FdbTexts(Texts texts, InstantSource clock) {
        this.texts = texts;
        this.clock = clock;
    }

    String owner(FdbRow row) {
        return row.entry().isFlood() ? texts.of("ui.fdb.flood") : row.owner().orElse("");
    }

    static String vni(FdbRow row) {
        return row.vni().map(Vni::toString).orElse("");
    }

    /// The device, and for a port the bridge it is in, as `vxlan10 @ br10`.
    static String device(FdbRow row) {
        return row.entry().device() + row.entry().master().map(m -> " @ " + m).orElse("");
    }

    static String vtep(FdbRow row) {
        return row.entry().vtep().map(Ip::toString).orElse("");
    }

    /// The kernel's state; of a host that is not being watched, that it may be wrong.
    String state(FdbRow row) {
        String word =
                texts.of("ui.fdb.state." + row.entry().state().name().toLowerCase(Locale.ROOT));
        return row.trusted() ? word : texts.of("ui.fdb.stale", word);
    }

    /// For how long it has been there; empty where that was not seen.
    String age(FdbRow row) {
        return row.since()
                .map(since -> Duration.between(since, clock.instant()))
                .map(age -> age.isNegative() ? Duration.ZERO : age)
                .map(FdbTexts::inShort)
                .orElse("");
    }

    private static String inShort(Duration age) {
        return age.toHours() > 0
                ? age.toHours() + " h " + age.toMinutesPart() + " min"
                : age.toMinutes() > 0
                        ? age.toMinutes() + " min " + age.toSecondsPart() + " s"
                        : age.toSeconds() + " s";
    }

    /// Where the entry came from, and which of the two look-ups it serves.
    String origin(FdbRow row) {
        FdbEntry entry = row.entry();
        String table =
                switch (entry.table()) {
                    case BRIDGE -> "ui.fdb.table.bridge";
                    case VXLAN -> entry.isFlood() ? "ui.fdb.table.flood" : "ui.fdb.table.vxlan";
                    case DEVICE -> "ui.fdb.table.device";
                };
        String from =
                entry.externLearn()
                        ? "ui.fdb.origin.control"
                        : switch (entry.state()) {
                            case DYNAMIC, STALE -> "ui.fdb.origin.learned";
                            case STATIC, PERMANENT -> "ui.fdb.origin.set";
                        };
        return texts.of(from) + " · " + texts.of(table);
    }

    /// All columns with tabs between.
    String line(FdbRow row) {
        return List.of(
                        row.host(),
                        row.entry().mac().toString(),
                        owner(row),
                        vni(row),
                        device(row),
                        vtep(row),
                        state(row),
                        age(row),
                        origin(row))
                .stream()
                .collect(Collectors.joining("\t"));
    }
}
