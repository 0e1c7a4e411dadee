package org.vxlab.kernel;

import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.util.Optional;

/// A line of `bridge fdb show`.
///
/// @param device the bridge port, the bridge or the vxlan device
/// @param table which of the two look-ups it belongs to
/// @param master the bridge, in the bridge's table where the kernel names it
/// @param vtep underlay address behind which the MAC is, in the vxlan table
/// @param externLearn put there by a control plane
public record FdbEntry(
        MacAddress mac,
        String device,
        Table table,
        Optional<String> master,
        Optional<Ip> vtep,
        State state,
        boolean externLearn) {

    /// The two look-ups a frame goes through, and the filters of plain devices.
    public enum Table {
        /// Which port of the bridge: `master`.
        BRIDGE,
        /// Which VTEP: `self` with `dst`.
        VXLAN,
        /// A device's own receive filter (`self` without `dst`), of no interest to forwarding.
        DEVICE
    }

    /// How long it stays.
    public enum State {
        /// Learned; ages out.
        DYNAMIC,
        /// Put there by hand, forwards (NUD_NOARP).
        STATIC,
        /// Put there by hand; in the bridge's table it means "mine", in the vxlan table it
        /// forwards.
        PERMANENT,
        /// Past its age, about to go.
        STALE
    }

    /// Whether frames are sent somewhere by it: not so by what bridges have for themselves, and by
    /// the filters of plain devices.
    public boolean forwards() {
        return switch (table) {
            case BRIDGE -> state != State.PERMANENT;
            case VXLAN -> true;
            case DEVICE -> false;
        };
    }

    /// Whether this is a line of a vxlan device's flood list.
    public boolean isFlood() {
        return table == Table.VXLAN && mac.isZero();
    }
}
