package org.vxlab.cli;

import org.vxlab.observe.PingMatrix;
import org.vxlab.observe.PingPair;
import org.vxlab.observe.PingResult;
import org.vxlab.topology.OverlayEnd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Pings for programs; `app/docs/json.md` describes them.
record PingJson(Texts texts) {

    /// One object a pair.
    List<Map<String, Object>> pairs(PingMatrix matrix) {
        List<Map<String, Object>> pairs = new ArrayList<>();
        matrix.results().forEach((pair, result) -> pairs.add(pair(pair, result)));
        return pairs;
    }

    private Map<String, Object> pair(PingPair pair, PingResult result) {
        return Json.object(
                "segment", pair.segment(),
                "vni", pair.vni().value(),
                "from", end(pair.from()),
                "to", end(pair.to()),
                "sent", result.sent(),
                "received", result.received(),
                "duplicates", result.duplicates(),
                "lossPercent",
                        result.sent() == 0
                                ? Optional.empty()
                                : Optional.of(PingReport.loss(result)),
                "roundTrip",
                        result.roundTrip()
                                .map(
                                        trip ->
                                                Json.object(
                                                        "minMilliseconds", trip.min(),
                                                        "averageMilliseconds", trip.average(),
                                                        "maxMilliseconds", trip.max())),
                "why", result.failure().map(failure -> PingReport.why(failure, texts)));
    }

    static Map<String, Object> end(OverlayEnd end) {
        return Json.object(
                "name", end.name(),
                "host", end.host(),
                "namespace", Optional.of(end.namespace()).filter(name -> !name.isEmpty()),
                "device", end.device(),
                "address", end.address());
    }
}
