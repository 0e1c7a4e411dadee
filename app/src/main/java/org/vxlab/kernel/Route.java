package org.vxlab.kernel;

import org.vxlab.topology.Ip;
import org.vxlab.topology.Prefix;

import java.util.Optional;

/// A unicast route of the main table.
///
/// @param destination 0.0.0.0/0 or ::/0 for the default route
public record Route(Prefix destination, Optional<Ip> via, Optional<String> device) {}
