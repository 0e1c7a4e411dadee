package org.vxlab.observe;

import java.time.Instant;
import java.util.Optional;

/// Where and when a change was seen.
///
/// @param host the host's name in the lab
/// @param hostTime the host's own clock, in the monitor's line; absent when the change was found by
///   reading the tables, not told by the kernel
/// @param receivedAt our clock, when the line or the reading arrived
public record Stamp(String host, Optional<Instant> hostTime, Instant receivedAt) {

    /// Whether the change was found by reading.
    boolean isFound() {
        return hostTime.isEmpty();
    }

    /// A change found by reading.
    static Stamp found(String host, Instant receivedAt) {
        return new Stamp(host, Optional.empty(), receivedAt);
    }
}
