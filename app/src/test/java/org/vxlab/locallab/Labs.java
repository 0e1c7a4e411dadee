package org.vxlab.locallab;

import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Network;
import org.vxlab.topology.Prefix;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.Router;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Underlays the tests build.
final class Labs {
    private Labs() {}

    /// Hosts a and b in one network, c in another, a router between.
    static Underlay acrossARouter() {
        return Underlay.of(
                new ResolvedLab(
                        "three",
                        List.of(
                                network("lan1", "192.168.56.0/24"),
                                network("lan2", "192.168.57.0/24")),
                        List.of(
                                new Router(
                                        "r1",
                                        Map.of(
                                                "lan1", Ip.parse("192.168.56.1"),
                                                "lan2", Ip.parse("192.168.57.1")))),
                        List.of(
                                host("a", "lan1", "192.168.56.11/24"),
                                host("b", "lan1", "192.168.56.12/24"),
                                host("c", "lan2", "192.168.57.13/24")),
                        List.of()));
    }

    static Network network(String name, String subnet) {
        return new Network(name, Prefix.parse(subnet), Optional.empty());
    }

    static ResolvedHost host(String name, String network, String address) {
        return new ResolvedHost(
                name,
                Optional.empty(),
                network,
                Optional.of("eth0"),
                InterfaceAddress.parse(address),
                1500);
    }
}
