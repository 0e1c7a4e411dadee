package org.vxlab.observe;

import org.vxlab.topology.OverlayEnd;
import org.vxlab.topology.Vni;

/// One direction of two ends of a segment: who pings whom.
public record PingPair(Vni vni, String segment, OverlayEnd from, OverlayEnd to) {}
