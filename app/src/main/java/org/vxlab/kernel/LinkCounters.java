package org.vxlab.kernel;

/// The 64-bit counters of a device (`ip -s link`), since it was made.
///
/// On a vxlan device `txDropped` means: no FDB and no flood entry; `txCarrier`: no route to the
/// VTEP or a bad local address; `txCollisions`: the route to the VTEP leads into the tunnel.
public record LinkCounters(
        long rxPackets,
        long rxBytes,
        long rxErrors,
        long rxDropped,
        long txPackets,
        long txBytes,
        long txErrors,
        long txDropped,
        long txCarrier,
        long txCollisions) {}
