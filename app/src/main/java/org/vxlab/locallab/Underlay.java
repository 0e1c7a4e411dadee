package org.vxlab.locallab;

import org.vxlab.topology.Defaults;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Network;
import org.vxlab.topology.Prefix;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.Router;
import org.vxlab.topology.UnderlayGraph;
import org.vxlab.topology.UnderlayRoutes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What the built-in lab builds: networks as bridges, hosts and routers as machines plugged into
/// them. Hosts reached over SSH are not part of it.
public record Underlay(List<Segment> networks, List<Machine> machines) {
    public Underlay {
        networks = List.copyOf(networks);
        machines = List.copyOf(machines);
    }

    /// An underlay network as one bridge.
    ///
    /// @param mtu IP MTU in bytes
    public record Segment(String name, int mtu) {}

    /// A host or a router.
    ///
    /// @param forwards whether it passes IP packets on between its ports
    public record Machine(String name, boolean forwards, List<Port> ports, List<Route> routes) {
        public Machine {
            ports = List.copyOf(ports);
            routes = List.copyOf(routes);
        }
    }

    /// A network device of a machine, plugged into a network.
    public record Port(String device, String network, InterfaceAddress address) {}

    /// A way to a network the machine has no port in.
    public record Route(Prefix to, Ip via) {}

    /// The part of a lab that runs here.
    public static Underlay of(ResolvedLab lab) {
        UnderlayRoutes ways = new UnderlayRoutes(lab);
        List<Segment> networks =
                lab.networks().stream()
                        .map(
                                network ->
                                        new Segment(
                                                network.name(),
                                                network.mtu().orElse(Network.DEFAULT_MTU)))
                        .toList();
        Stream<Machine> routers = lab.routers().stream().map(each -> router(each, lab, ways));
        Stream<Machine> hosts =
                lab.hosts().stream()
                        .filter(ResolvedHost::builtIn)
                        .map(
                                host ->
                                        new Machine(
                                                host.name(),
                                                false,
                                                List.of(
                                                        new Port(
                                                                host.device()
                                                                        .orElse(
                                                                                Defaults
                                                                                        .BUILT_IN_DEVICE),
                                                                host.network(),
                                                                host.address())),
                                                routes(ways.ofHost(host))));
        return new Underlay(networks, Stream.concat(routers, hosts).toList());
    }

    private static Machine router(Router router, ResolvedLab lab, UnderlayRoutes ways) {
        List<Port> ports = new ArrayList<>();
        for (Network network : lab.networks()) {
            Ip address = router.addresses().get(network.name());
            if (address != null) {
                ports.add(
                        new Port(
                                "eth" + ports.size(),
                                network.name(),
                                new InterfaceAddress(address, network.subnet().length())));
            }
        }
        return new Machine(router.name(), true, ports, routes(ways.ofRouter(router)));
    }

    /// The machines that have an endpoint.
    public List<Machine> hosts() {
        return machines.stream().filter(machine -> !machine.forwards()).toList();
    }

    /// The same for equal underlays, in hexadecimal: tells whether a running lab is still the one
    /// that was drawn.
    public String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] text = (networks + "\n" + machines).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(sha256.digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<Route> routes(List<UnderlayGraph.Route> ways) {
        return ways.stream().map(way -> new Route(way.destination(), way.via())).toList();
    }
}
