package org.vxlab.ui;

import org.vxlab.observe.PingResult;

import java.util.Optional;
import java.util.OptionalDouble;

/// What is known of the pings of one pair.
///
/// @param sent pings of the last round, and all steady ones since
/// @param received how many of them came back
/// @param milliseconds of the newest answer
/// @param answered whether the newest ping was
/// @param reason why pings were lost, where that is known
public record PairState(
        int sent,
        int received,
        OptionalDouble milliseconds,
        boolean answered,
        Optional<PingResult.Failure> reason) {
    static final PairState NONE =
            new PairState(0, 0, OptionalDouble.empty(), false, Optional.empty());

    static PairState of(PingResult result) {
        return new PairState(
                result.sent(),
                result.received(),
                result.roundTrip()
                        .map(trip -> OptionalDouble.of(trip.average()))
                        .orElse(OptionalDouble.empty()),
                result.complete(),
                result.failure());
    }

    PairState answered(OptionalDouble took) {
        return new PairState(sent + 1, received + 1, took, true, Optional.empty());
    }

    PairState lost(Optional<PingResult.Failure> why) {
        return new PairState(sent + 1, received, milliseconds, false, why);
    }

    /// Lost pings in percent of those sent, rounded up so that one lost is never none.
    public int lossPercent() {
        return sent == 0 ? 100 : (int) Math.ceil(100.0 * (sent - received) / sent);
    }
}
