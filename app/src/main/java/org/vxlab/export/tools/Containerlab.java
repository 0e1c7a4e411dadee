package org.vxlab.export.tools;

import org.vxlab.export.Export;
import org.vxlab.export.ExportSource;
import org.vxlab.export.tools.Machines.Machine;
import org.vxlab.export.tools.Machines.Port;
import org.vxlab.iproute.Command;
import org.vxlab.iproute.LinkCommands;
import org.vxlab.iproute.TableCommands;
import org.vxlab.plan.Step;
import org.vxlab.topology.Network;
import org.vxlab.topology.UnderlayGraph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a containerlab topology: a container for each host, router and underlay network, links
/// between them, and the commands each runs.
///
/// A network is a container with a bridge in it, so that nothing has to be made on the machine
/// before. No container is in the management network, whose device would be called `eth0`.
public final class Containerlab {
    /// Has the real iproute2; its containers need no more than `ip`, `bridge` and `sysctl`.
    private static final String IMAGE = "ghcr.io/srl-labs/network-multitool";

    private static final String SWITCH = "switch";

    private final ExportSource source;
    private final HostFiles files;
    private final Map<String, List<String>> switchPorts = new LinkedHashMap<>();
    private final List<YamlBlock> links = new ArrayList<>();

    public Containerlab(ExportSource source) {
        this.source = Machines.namingDevices(source);
        this.files = new HostFiles(source, "export.containerlab.");
    }

    public Export export() {
        String name = source.lab().name();
        String head = files.begin(name, List.of());
        YamlBlock nodes = new YamlBlock();
        for (Network network : source.lab().networks()) {
            switchPorts.put(network.name(), new ArrayList<>());
        }
        for (Machine machine : Machines.of(source)) {
            machine.ports().forEach(port -> link(machine, port));
            nodes.put(machine.name(), node(commands(machine)));
        }
        for (Network network : source.lab().networks()) {
            nodes.put(network.name(), node(switchCommands(network)));
        }
        YamlBlock defaults =
                new YamlBlock()
                        .put("kind", "linux")
                        .put("image", IMAGE)
                        .put("network-mode", "none");
        YamlBlock topology =
                new YamlBlock().put("defaults", defaults).put("nodes", nodes).items("links", links);
        String file = name + ".clab.yml";
        files.add(file, head + new YamlBlock().put("name", name).put("topology", topology));
        return files.finish(
                List.of("sudo containerlab deploy -t " + file),
                List.of("sudo containerlab destroy --cleanup -t " + file));
    }

    private void link(Machine machine, Port port) {
        List<String> ports = switchPorts.get(port.network().name());
        String end = "p" + ports.size();
        ports.add(end);
        links.add(
                new YamlBlock()
                        .put(
                                "endpoints",
                                List.of(
                                        machine.name() + ":" + port.device(),
                                        port.network().name() + ":" + end)));
    }

    private static YamlBlock node(List<Command> commands) {
        return new YamlBlock()
                .rawLines(
                        "exec",
                        commands.stream()
                                .map(command -> YamlBlock.text(command.toString()))
                                .toList());
    }

    private static List<Command> commands(Machine machine) {
        List<Command> commands = new ArrayList<>();
        if (machine.forwards()) {
            commands.add(sysctl("net.ipv4.ip_forward", 1));
            commands.add(sysctl("net.ipv6.conf.all.forwarding", 1));
        }
        for (Port port : machine.ports()) {
            if (port.isIpv6()) {
                commands.add(sysctl("net.ipv6.conf.all.disable_ipv6", 0));
            }
            commands.add(LinkCommands.setMtu(port.device(), port.mtu()));
            commands.add(LinkCommands.setUp(port.device()));
            commands.add(TableCommands.putAddress(port.device(), port.address()));
        }
        for (UnderlayGraph.Route route : machine.routes()) {
            commands.add(
                    Command.of(
                            "ip",
                            "route",
                            "replace",
                            route.destination().toString(),
                            "via",
                            route.via().toString()));
        }
        machine.host()
                .ifPresent(host -> host.up().stream().map(Step::command).forEach(commands::add));
        return commands;
    }

    private static Command sysctl(String name, int value) {
        return Command.of("sysctl", "-w", name + "=" + value);
    }

    private List<Command> switchCommands(Network network) {
        int mtu = network.mtu().orElse(Network.DEFAULT_MTU);
        List<Command> commands = new ArrayList<>();
        commands.add(
                Command.of(
                        "ip",
                        "link",
                        "add",
                        "name",
                        SWITCH,
                        "mtu",
                        Integer.toString(mtu),
                        "type",
                        "bridge",
                        "stp_state",
                        "0",
                        "mcast_snooping",
                        "0"));
        commands.add(LinkCommands.setUp(SWITCH));
        for (String port : switchPorts.get(network.name())) {
            commands.add(LinkCommands.setMtu(port, mtu));
            commands.add(LinkCommands.setMaster(port, SWITCH));
            commands.add(LinkCommands.setUp(port));
        }
        return commands;
    }
}
