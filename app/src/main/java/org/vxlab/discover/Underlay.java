package org.vxlab.discover;

import org.vxlab.topology.Host;
import org.vxlab.topology.Network;
import org.vxlab.topology.Router;

import java.util.List;
import java.util.Map;

/// The underlay as far as hosts know it.
///
/// @param mtu IP MTU of the network each host stands in, by the host's name
record Underlay(
        List<Network> networks, List<Router> routers, List<Host> hosts, Map<String, Integer> mtu) {}
