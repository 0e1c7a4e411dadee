package org.vxlab.observe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Who reaches whom: the result of every pair, in the plan's order.
public record PingMatrix(Map<PingPair, PingResult> results) {
    public PingMatrix {
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }

    /// Whether no ping was lost.
    public boolean complete() {
        return results.values().stream().allMatch(PingResult::complete);
    }
}
