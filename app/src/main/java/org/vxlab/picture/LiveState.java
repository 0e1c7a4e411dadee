package org.vxlab.picture;

import org.vxlab.kernel.HostState;
import org.vxlab.topology.MacAddress;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of the running hosts, as far as a picture shows it.
///
/// @param hosts by name; a host that is not there is not watched
/// @param pings the newest result of each pair of VTEPs
/// @param owners whose MAC it is, where the lab says
public record LiveState(
        Map<String, WatchedHost> hosts, List<Reach> pings, Map<MacAddress, String> owners) {
    public LiveState {
        hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
        pings = List.copyOf(pings);
        owners = Collections.unmodifiableMap(new LinkedHashMap<>(owners));
    }

    /// How far a host can be trusted.
    public enum Trust {
        CONNECTING,
        LIVE,
        STALE,
        LOST
    }

    /// A host as last seen.
    ///
    /// @param age of the reading; absent before the first
    public record WatchedHost(Trust trust, Optional<Duration> age, HostState state) {}

    /// Whether pings over a segment from one host to another came back.
    ///
    /// @param answered whether the newest one did
    /// @param milliseconds how long it took; absent where it was lost or not measured
    public record Reach(
            String segment,
            String from,
            String to,
            boolean answered,
            Optional<Double> milliseconds) {}
}
