package org.vxlab.kernel;

import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.util.Optional;

/// A line of `ip neigh show`.
///
/// @param state the kernel's word in upper case: `PERMANENT`, `REACHABLE`, `STALE`, `FAILED`, ...
public record Neighbour(Ip address, String device, Optional<MacAddress> mac, String state) {
    /// The state of an entry put there by hand (NUD_PERMANENT).
    public static final String PERMANENT = "PERMANENT";

    public boolean isPermanent() {
        return state.equals(PERMANENT);
    }
}
