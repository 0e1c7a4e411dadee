package org.vxlab.observe;

import org.vxlab.topology.Ip;
import org.vxlab.topology.Vni;

/// One direction of two ends of a segment: who pings whom.
public record PingPair(Vni vni, String segment, End from, End to) {

    /// A place in a segment that has an address.
    ///
    /// @param name the host's name, or the workload's
    /// @param host where it runs
    /// @param namespace the workload's namespace on that host; empty for the host itself
    /// @param device what the ping is bound to, so that no other network can answer
    public record End(String name, String host, String namespace, String device, Ip address) {}
}
