package org.vxlab.topology;

import java.util.Optional;

/// An underlay network: one subnet in which hosts and routers reach each other directly.
///
/// @param mtu IP MTU in bytes; absent means 1500
public record Network(String name, Prefix subnet, Optional<Integer> mtu) {
    public static final int DEFAULT_MTU = 1500;
}
