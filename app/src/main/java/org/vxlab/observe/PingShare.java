package org.vxlab.observe;

import org.vxlab.iproute.Command;

import java.util.List;

/// The pings one host sends while it is watched.
///
/// @param slice how many of the pairs are pinged each second, walking round
record PingShare(List<PingPair> pairs, int slice) {
    PingShare {
        pairs = List.copyOf(pairs);
    }

    Command command() {
        return PingScript.steady(pairs, slice);
    }
}
