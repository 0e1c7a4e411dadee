package org.vxlab.observe;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/// How long to wait between tries: twice as long each time up to a limit, spread at random so that
/// many hosts lost at once do not come back at once.
///
/// @param first wait before the second try
/// @param longest wait however many tries failed
/// @param jitter a number from 0 to below 1, asked for each wait; safe for several threads
public record Backoff(Duration first, Duration longest, DoubleSupplier jitter) {
    /// The part of the wait that chance may take away.
    private static final double SPREAD = 0.5;

    private static final int MAX_DOUBLINGS = 30;

    /// The wait after so many failures in a row, from 1.
    public Duration afterFailures(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
        long full = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(Math.round(full * (1 - SPREAD * jitter.getAsDouble())));
    }
}
