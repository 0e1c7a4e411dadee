package org.vxlab.export.tools;

import org.vxlab.export.Export;
import org.vxlab.export.ExportSource;
import org.vxlab.export.tools.HostDevices.Bridge;
import org.vxlab.export.tools.HostDevices.Tunnel;
import org.vxlab.iproute.Command;
import org.vxlab.iproute.LinkCommands;
import org.vxlab.iproute.TableCommands;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes files for /etc/network/interfaces.d as ifupdown2 reads them.
///
/// What it has no word for stands as a command after `post-up`. A device whose settings have to be
/// there from the start, and have no word, is made by `pre-up`, as people did before ifupdown2.
public final class Ifupdown2 {
    /// The largest its vxlan addon takes.
    private static final int MAX_VNI = 16_777_214;

    private final ExportSource source;
    private final HostFiles files;

    public Ifupdown2(ExportSource source) {
        this.source = source;
        this.files = new HostFiles(source, "export.ifupdown2.");
    }

    public Export export() {
        String name = "vxlab-" + source.lab().name();
        List<String> undo = new ArrayList<>();
        for (HostDevices host : HostDevices.withTunnels(source)) {
            if (host.isBehindLoopback()) {
                files.leaveOut(Gap.host(host, "export.gap.loopback", host.underlayDevice()));
                continue;
            }
            Optional<String> range = host.deviceWithBrackets();
            if (range.isPresent()) {
                // It takes br[1-3] for three devices.
                files.leaveOut(Gap.host(host, "export.gap.ifupdown2-name", range.get()));
                continue;
            }
            files.add(host.name() + "/" + name, write(host));
            undo.add(ifdown(host));
        }
        undo.add("sudo rm /etc/network/interfaces.d/" + name);
        return files.finish(
                List.of("sudo cp HOST/" + name + " /etc/network/interfaces.d/", "sudo ifreload -a"),
                undo);
    }

    private static String ifdown(HostDevices host) {
        List<String> words = new ArrayList<>(List.of("sudo", "ifdown"));
        host.bridges().forEach(bridge -> words.add(bridge.name()));
        host.tunnels().forEach(tunnel -> words.add(tunnel.name()));
        return new Command(words, "") + "   # " + host.name();
    }

    private String write(HostDevices host) {
        List<Gap> gaps = new ArrayList<>(host.deviceGap());
        gaps.addAll(host.workloadGaps());
        StringBuilder text = new StringBuilder(files.begin(host.name(), gaps));
        host.tunnels().forEach(tunnel -> tunnel(text, host, tunnel));
        host.bridges().forEach(bridge -> bridge(text, host, bridge));
        return text.toString();
    }

    private static void tunnel(StringBuilder text, HostDevices host, Tunnel tunnel) {
        Vxlan vxlan = tunnel.vxlan();
        boolean hasWords = hasWords(vxlan);
        stanza(text, tunnel.link(), hasWords);
        if (hasWords) {
            words(text, host, vxlan);
        } else {
            String there = "test -e '/sys/class/net/" + tunnel.name() + "' || ";
            set(text, "pre-up", there + LinkCommands.addVxlan(tunnel.link()));
        }
        common(text, tunnel.link(), hasWords);
        if (hasWords) {
            LinkCommands.changeVxlan(tunnel.name(), plain(vxlan), vxlan)
                    .filter(change -> !vxlan.equals(plain(vxlan)))
                    .ifPresent(change -> set(text, "post-up", change));
        }
        for (FdbEntry entry : host.entries(tunnel)) {
            if (!hasWords || !entry.isFlood()) {
                set(text, "post-up", TableCommands.putFdb(entry));
            } else {
                set(text, "vxlan-remoteip", entry.vtep().orElseThrow());
            }
        }
        neighbours(text, host, tunnel.name());
        if (!hasWords) {
            set(text, "post-down", LinkCommands.delete(tunnel.name()));
        }
    }

    /// Whether everything that cannot be changed later has a word: there is none for IPv6 VTEPs,
    /// checksums, or a TTL taken from inside, and `vxlan-svcnodeip` is the one for `remote`.
    private static boolean hasWords(Vxlan vxlan) {
        return vxlan.local().map(Ip::family).filter(Ip.Family.V4::equals).isPresent()
                && vxlan.vni().value() >= 1
                && vxlan.vni().value() <= MAX_VNI
                && vxlan.udpcsum()
                && !vxlan.zeroCsum6()
                && !vxlan.ttl().equals("inherit");
    }

    private static void words(StringBuilder text, HostDevices host, Vxlan vxlan) {
        set(text, "vxlan-id", vxlan.vni());
        set(text, "vxlan-local-tunnelip", vxlan.local().orElseThrow());
        set(text, "vxlan-physdev", host.underlayDevice());
        vxlan.remote().ifPresent(remote -> set(text, "vxlan-svcnodeip", remote));
        vxlan.group().ifPresent(group -> set(text, "vxlan-mcastgrp", group));
        set(text, "vxlan-port", vxlan.port());
        set(text, "vxlan-learning", vxlan.learning() ? "yes" : "no");
        set(text, "vxlan-ageing", vxlan.ageing());
        if (!vxlan.ttl().equals("auto")) {
            set(text, "vxlan-ttl", vxlan.ttl());
        }
    }

    /// The device as the words make it: without `tos` and `df`.
    private static Vxlan plain(Vxlan vxlan) {
        return new Vxlan(
                vxlan.vni(),
                vxlan.local(),
                vxlan.remote(),
                vxlan.group(),
                vxlan.underlayDevice(),
                vxlan.port(),
                vxlan.learning(),
                vxlan.ageing(),
                vxlan.ttl(),
                "0",
                "unset",
                vxlan.udpcsum(),
                vxlan.zeroCsum6(),
                vxlan.foreign());
    }

    private static void bridge(StringBuilder text, HostDevices host, Bridge bridge) {
        List<Tunnel> ports = host.ports(bridge);
        stanza(text, bridge.link(), true);
        set(text, "bridge-ports", ofPorts(ports, Tunnel::name));
        set(text, "bridge-stp", "no");
        set(text, "bridge-mcsnoop", bridge.settings().multicastSnooping() ? "yes" : "no");
        set(text, "bridge-ageing", bridge.settings().ageing());
        set(
                text,
                "bridge-learning",
                ofPorts(ports, port -> port.name() + onOff(port.learnsAsPort())));
        set(
                text,
                "bridge-arp-nd-suppress",
                ofPorts(ports, port -> port.name() + onOff(port.suppresses())));
        common(text, bridge.link(), true);
        for (FdbEntry entry : host.bridgeEntries()) {
            if (entry.master().filter(bridge.name()::equals).isPresent()) {
                set(text, "post-up", TableCommands.putFdb(entry));
            }
        }
        neighbours(text, host, bridge.name());
    }

    private static String ofPorts(List<Tunnel> ports, Function<Tunnel, String> word) {
        return ports.stream().map(word).collect(Collectors.joining(" "));
    }

    private static String onOff(boolean value) {
        return value ? "=on" : "=off";
    }

    private static void stanza(StringBuilder text, Link link, boolean own) {
        String method = !own || link.addresses().isEmpty() ? "manual" : "static";
        text.append("\nauto ").append(link.name());
        text.append("\niface ").append(link.name()).append(" inet ").append(method).append('\n');
    }

    /// @param own whether ifupdown2 makes the device itself. One made by `pre-up` it hears of a
    ///   moment later, on a busy machine after it has looked where to put the addresses
    private static void common(StringBuilder text, Link link, boolean own) {
        set(text, "hwaddress", link.mac().orElseThrow());
        set(text, "mtu", link.mtu());
        // Its own word does not reach every device made by `pre-up`.
        set(text, "post-up", LinkCommands.setAlias(link.name(), link.alias().orElseThrow()));
        set(text, "ipv6-addrgen", "off");
        for (InterfaceAddress address : link.addresses()) {
            if (own) {
                set(text, "address", address);
            } else {
                set(text, "post-up", TableCommands.putAddress(link.name(), address));
            }
        }
    }

    private static void neighbours(StringBuilder text, HostDevices host, String device) {
        host.neighbours(device)
                .forEach(entry -> set(text, "post-up", TableCommands.putNeighbour(entry)));
    }

    private static void set(StringBuilder text, String word, Object value) {
        text.append("    ").append(word).append(' ').append(value).append('\n');
    }
}
