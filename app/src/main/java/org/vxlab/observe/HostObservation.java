package org.vxlab.observe;

import org.vxlab.kernel.HostState;
import org.vxlab.kernel.LinkCounters;
import org.vxlab.topology.Message;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is known of one host, and how old that is.
///
/// @param state links, both forwarding tables, addresses and neighbours, as last known
/// @param counters by device name, as last read
/// @param currentAt until when `state` is known to hold: while live the newest line or reading;
///   absent before the first reading
/// @param countersAt when the counters were read; absent before the first reading
public record HostObservation(
        String host,
        Status status,
        HostState state,
        Map<String, LinkCounters> counters,
        Optional<Instant> currentAt,
        Optional<Instant> countersAt) {
    public HostObservation {
        counters = Collections.unmodifiableMap(new LinkedHashMap<>(counters));
    }

    /// How old the state is at `now`; absent before the first reading.
    public Optional<Duration> age(Instant now) {
        return currentAt.map(at -> Duration.between(at, now));
    }

    /// How far what is shown can be trusted.
    public sealed interface Status {
        /// Not reached yet.
        record Connecting() implements Status {}

        /// Monitors run and the tables are whole.
        record Live() implements Status {}

        /// The monitor lost lines; the state may be wrong until the tables have been read again.
        record Stale(Instant since) implements Status {}

        /// Not connected; the state is what was last seen.
        record Lost(Instant since, Message why) implements Status {}
    }
}
