package org.vxlab.topology;

import java.util.Optional;

/// A Linux machine that can be a VTEP.
///
/// @param ssh how to reach it; absent means a host of the built-in lab
public record Host(String name, Optional<SshTarget> ssh, UnderlayPort underlay) {

    /// Where the host is plugged into the underlay; its address is the VTEP address.
    ///
    /// @param network name of an underlay network
    /// @param device the network device; absent means `eth0` in the built-in lab, and on an SSH
    ///   host the device that carries the address
    public record UnderlayPort(String network, Optional<String> device, InterfaceAddress address) {
        public UnderlayPort withNetwork(String changed) {
            return new UnderlayPort(changed, device, address);
        }

        public UnderlayPort withDevice(Optional<String> changed) {
            return new UnderlayPort(network, changed, address);
        }

        public UnderlayPort withAddress(InterfaceAddress changed) {
            return new UnderlayPort(network, device, changed);
        }
    }
}
