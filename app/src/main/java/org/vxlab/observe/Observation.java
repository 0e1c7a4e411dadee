package org.vxlab.observe;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is known of all hosts of a lab at one moment.
///
/// @param hosts by name, in the lab's order
/// @param at our clock when it was asked for; ages are counted from here
public record Observation(Map<String, HostObservation> hosts, Instant at) {
    public Observation {
        hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
    }
}
