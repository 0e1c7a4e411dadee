package org.vxlab.observe;

import org.vxlab.kernel.Neighbour;

import java.util.Optional;

/// What a line of `ip monitor neigh` says has happened.
///
/// The state of an entry tells which frame made it: who asks for one of our addresses is entered as
/// `STALE`, who answers our question as `REACHABLE` (`arp_process` in net/ipv4/arp.c,
/// `ndisc_recv_ns` and `ndisc_recv_na` in net/ipv6/ndisc.c).
public enum NeighbourNews {
    /// It asked for our MAC, and so told us its own.
    ASKED,
    /// It answered when we asked for its MAC.
    ANSWERED,
    /// It still answers, or was heard from in another way.
    CONFIRMED,
    /// It is being asked whether it is still there.
    PROBED,
    /// Nobody answered when we asked.
    SILENT,
    /// Nothing but that time has passed since it was heard from.
    AGED,
    /// Something whose cause cannot be told: set by hand, found by reading, another MAC.
    OTHER;

    /// Whether the neighbour is known as before: the kernel asks again every half minute while
    /// frames are sent.
    public boolean isRoutine() {
        return switch (this) {
            case CONFIRMED, PROBED, AGED -> true;
            case ASKED, ANSWERED, SILENT, OTHER -> false;
        };
    }

    /// @param before as it was known; absent for a new one
    static NeighbourNews of(Optional<Neighbour> before, Neighbour now) {
        boolean isNew = before.flatMap(Neighbour::mac).isEmpty();
        boolean isSame = before.map(Neighbour::mac).equals(Optional.of(now.mac()));
        return switch (now.state()) {
            case "STALE" -> isNew ? ASKED : isSame ? AGED : OTHER;
            case "DELAY" -> isSame ? AGED : OTHER;
            case "REACHABLE" -> isNew ? ANSWERED : isSame ? CONFIRMED : OTHER;
            case "PROBE" -> PROBED;
            case "FAILED" -> SILENT;
            default -> OTHER;
        };
    }
}
