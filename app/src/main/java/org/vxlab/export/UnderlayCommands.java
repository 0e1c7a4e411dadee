package org.vxlab.export;

import org.vxlab.topology.Defaults;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Network;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.Router;
import org.vxlab.topology.UnderlayGraph;
import org.vxlab.topology.UnderlayRoutes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The explained commands that build the underlay of a lab on one machine: networks as bridges,
/// hosts and routers as namespaces with a cable into each of their networks.
final class UnderlayCommands {
    /// fe80::/64, RFC 4291 section 2.5.6.
    private static final long LINK_LOCAL = 0xfe80L << 48;

    private final ExportSource source;
    private final ResolvedLab lab;
    private final UnderlayRoutes routes;
    private final Map<String, String> bridges = new HashMap<>();
    private final Map<String, Network> networks = new HashMap<>();
    private final StringBuilder commands = new StringBuilder();
    private int cables;

    UnderlayCommands(ExportSource source) {
        this.source = source;
        this.lab = source.lab();
        this.routes = new UnderlayRoutes(lab);
    }

    String text() {
        lab.networks().forEach(this::addNetwork);
        lab.routers().forEach(this::addRouter);
        lab.hosts().forEach(this::addHost);
        return commands.toString();
    }

    private void addNetwork(Network network) {
        String bridge = "n" + bridges.size();
        bridges.put(network.name(), bridge);
        networks.put(network.name(), network);
        comment("export.netns.network", network.name(), network.subnet(), bridge);
        run(
                ("ip link add name %s mtu %s type bridge stp_state 0 forward_delay 0"
                                + " mcast_snooping 0")
                        .formatted(bridge, mtu(network)));
        run("ip link set dev " + bridge + " up");
    }

    private void addRouter(Router router) {
        comment("export.netns.router", router.name());
        commands.append("machine ").append(router.name()).append(" 1\n");
        int port = 0;
        for (Network network : lab.networks()) {
            Ip address = router.addresses().get(network.name());
            if (address != null) {
                plug(
                        router.name(),
                        "eth" + port++,
                        network,
                        new InterfaceAddress(address, network.subnet().length()));
            }
        }
        route(router.name(), routes.ofRouter(router));
    }

    private void addHost(ResolvedHost host) {
        comment("export.netns.host", host.name(), host.address(), host.network());
        commands.append("machine ").append(host.name()).append(" 0\n");
        plug(
                host.name(),
                host.device().orElse(Defaults.BUILT_IN_DEVICE),
                networks.get(host.network()),
                host.address());
        route(host.name(), routes.ofHost(host));
    }

    private void plug(String machine, String device, Network network, InterfaceAddress address) {
        String cable = "p" + cables++;
        String inside = "ip -n " + machine + " ";
        String end = ShellText.word(device);
        String mtu = mtu(network);
        run(
                "ip link add name %s mtu %s type veth peer name %s mtu %s netns %s"
                        .formatted(cable, mtu, end, mtu, machine));
        run("ip link set dev %s master %s".formatted(cable, bridges.get(network.name())));
        run("ip link set dev " + cable + " up");
        run(inside + "link set dev lo up");
        run(inside + "link set dev " + end + " up");
        if (address.ip().family() == Ip.Family.V6) {
            // A router without a link-local address does not ask for neighbours (ndisc.c).
            Ip own = new Ip(Ip.Family.V6, LINK_LOCAL, address.ip().low());
            run(inside + "addr add %s/64 dev %s nodad".formatted(own, end));
            run(inside + "addr add %s dev %s nodad".formatted(address, end));
        } else {
            run(inside + "addr add %s dev %s".formatted(address, end));
        }
    }

    private void route(String machine, List<UnderlayGraph.Route> ways) {
        for (UnderlayGraph.Route route : ways) {
            run(
                    "ip -n %s route add %s via %s"
                            .formatted(machine, route.destination(), route.via()));
        }
    }

    private static String mtu(Network network) {
        return Integer.toString(network.mtu().orElse(Network.DEFAULT_MTU));
    }

    private void comment(String key, Object... arguments) {
        commands.append(ShellText.comment(source.text(key, arguments)));
    }

    private void run(String command) {
        commands.append("run ").append(command).append('\n');
    }
}
