package org.vxlab.export.tools;

import org.vxlab.export.ExportSource;
import org.vxlab.plan.Blueprint;
import org.vxlab.topology.Defaults;
import org.vxlab.topology.DerivedMac;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Network;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.Router;
import org.vxlab.topology.UnderlayGraph;
import org.vxlab.topology.UnderlayRoutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The machines a tool builds for a lab: its hosts and its routers, with their ports in the
/// underlay networks.
final class Machines {
    private Machines() {}

    /// A machine to be built.
    ///
    /// @param host what the lab makes on it; absent for a router
    record Machine(
            String name,
            List<Port> ports,
            List<UnderlayGraph.Route> routes,
            Optional<Blueprint> host) {
        Machine {
            ports = List.copyOf(ports);
            routes = List.copyOf(routes);
        }

        boolean forwards() {
            return host.isEmpty();
        }
    }

    /// A network device of a machine.
    record Port(String device, Network network, InterfaceAddress address, MacAddress mac) {
        int mtu() {
            return network.mtu().orElse(Network.DEFAULT_MTU);
        }

        boolean isIpv6() {
            return address.ip().family() == Ip.Family.V6;
        }
    }

    static List<Machine> of(ExportSource source) {
        ResolvedLab lab = source.lab();
        UnderlayRoutes ways = new UnderlayRoutes(lab);
        List<Machine> machines = new ArrayList<>();
        for (Blueprint blueprint : source.hosts()) {
            ResolvedHost host = blueprint.host();
            Port port =
                    new Port(
                            host.device().orElse(Defaults.BUILT_IN_DEVICE),
                            network(lab, host.network()),
                            host.address(),
                            mac(lab, host.name(), host.network()));
            machines.add(
                    new Machine(
                            host.name(), List.of(port), ways.ofHost(host), Optional.of(blueprint)));
        }
        for (Router router : lab.routers()) {
            machines.add(
                    new Machine(
                            router.name(),
                            ports(lab, router),
                            ways.ofRouter(router),
                            Optional.empty()));
        }
        return machines;
    }

    private static List<Port> ports(ResolvedLab lab, Router router) {
        List<Port> ports = new ArrayList<>();
        router.addresses()
                .forEach(
                        (name, ip) -> {
                            Network network = network(lab, name);
                            ports.add(
                                    new Port(
                                            "eth" + ports.size(),
                                            network,
                                            new InterfaceAddress(ip, network.subnet().length()),
                                            mac(lab, router.name(), name)));
                        });
        return ports;
    }

    private static Network network(ResolvedLab lab, String name) {
        return lab.networks().stream()
                .filter(network -> network.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no network " + name));
    }

    private static MacAddress mac(ResolvedLab lab, String machine, String network) {
        return DerivedMac.of(lab.name(), machine, "underlay:" + network);
    }

    /// The same lab, in which the tool that builds the machines names their devices.
    static ExportSource namingDevices(ExportSource source) {
        return withDevices(
                source, host -> Optional.of(host.device().orElse(Defaults.BUILT_IN_DEVICE)));
    }

    /// The same lab, in which each host finds its underlay device by its address.
    static ExportSource findingDevices(ExportSource source) {
        return withDevices(source, _ -> Optional.empty());
    }

    private static ExportSource withDevices(
            ExportSource source, Function<ResolvedHost, Optional<String>> device) {
        ResolvedLab lab = source.lab();
        List<ResolvedHost> hosts =
                lab.hosts().stream()
                        .map(
                                host ->
                                        new ResolvedHost(
                                                host.name(),
                                                host.ssh(),
                                                host.network(),
                                                device.apply(host),
                                                host.address(),
                                                host.mtu()))
                        .toList();
        return source.with(
                new ResolvedLab(lab.name(), lab.networks(), lab.routers(), hosts, lab.segments()));
    }
}
