package org.vxlab.export.tools;

import org.vxlab.export.Export;
import org.vxlab.export.ExportSource;
import org.vxlab.export.tools.HostDevices.Bridge;
import org.vxlab.export.tools.HostDevices.Tunnel;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.plan.Step;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Message;

import java.util.ArrayList;
import java.util.List;

/// Writes states for `nmstatectl apply` (nmstate 2.2 and newer): the wanted one, and one in which
/// everything of the lab is absent.
///
/// NetworkManager keeps devices, addresses and bridge ports. Forwarding entries, neighbours, port
/// settings and most settings of a vxlan device it does not know.
public final class Nmstate {
    /// The kernel's own `ageing` of a vxlan device, in seconds (FDB_AGE_DEFAULT in
    /// drivers/net/vxlan).
    private static final int DEFAULT_AGEING = 300;

    private final ExportSource source;
    private final HostFiles files;

    public Nmstate(ExportSource source) {
        this.source = source;
        this.files = new HostFiles(source, "export.nmstate.");
    }

    public Export export() {
        for (HostDevices host : HostDevices.withTunnels(source)) {
            if (host.isBehindLoopback()) {
                files.leaveOut(Gap.host(host, "export.gap.loopback", host.underlayDevice()));
                continue;
            }
            String head = files.begin(host.name(), gaps(host));
            files.add(host.name() + ".yml", head + state(host));
            files.add(host.name() + "-absent.yml", head + absent(host));
        }
        return files.finish(
                List.of("sudo nmstatectl apply HOST.yml"),
                List.of("sudo nmstatectl apply HOST-absent.yml"));
    }

    private static List<Gap> gaps(HostDevices host) {
        List<Gap> gaps = new ArrayList<>(host.deviceGap());
        for (Tunnel tunnel : host.tunnels()) {
            List<String> lost = lost(tunnel.vxlan());
            if (!lost.isEmpty()) {
                gaps.add(
                        Gap.of(
                                "export.gap.nmstate-settings",
                                host.name(),
                                tunnel.name(),
                                String.join(", ", lost)));
            }
        }
        List<Step> byHand = new ArrayList<>(host.stepsBeginning("bridge", "link", "set"));
        byHand.removeIf(step -> isOfWorkload(host, step));
        byHand.addAll(host.stepsBeginning("bridge", "fdb"));
        byHand.addAll(host.stepsBeginning("ip", "neigh"));
        if (!byHand.isEmpty()) {
            gaps.add(new Gap(Message.of("export.gap.nmstate-tables", host.name()), byHand));
        }
        gaps.addAll(Gap.marks(host));
        gaps.addAll(host.workloadGaps());
        return gaps;
    }

    private static boolean isOfWorkload(HostDevices host, Step step) {
        return host.workloads().stream()
                .anyMatch(workload -> workload.hostDevice().equals(step.device()));
    }

    /// The words of `ip link` for settings of the device that nmstate does not know.
    private static List<String> lost(Vxlan vxlan) {
        List<String> lost = new ArrayList<>();
        if (!vxlan.ttl().equals("auto")) {
            lost.add("ttl " + vxlan.ttl());
        }
        if (!vxlan.tos().equals("0")) {
            lost.add("tos " + vxlan.tos());
        }
        if (!vxlan.df().equals("unset")) {
            lost.add("df " + vxlan.df());
        }
        if (vxlan.ageing() != DEFAULT_AGEING) {
            lost.add("ageing " + vxlan.ageing());
        }
        if (!vxlan.udpcsum()) {
            lost.add("noudpcsum");
        }
        if (vxlan.zeroCsum6()) {
            lost.add("udp6zerocsumtx udp6zerocsumrx");
        }
        return lost;
    }

    private static YamlBlock state(HostDevices host) {
        List<YamlBlock> interfaces = new ArrayList<>();
        host.tunnels().forEach(tunnel -> interfaces.add(tunnel(host, tunnel)));
        host.bridges().forEach(bridge -> interfaces.add(bridge(host, bridge)));
        return new YamlBlock().items("interfaces", interfaces);
    }

    private static YamlBlock tunnel(HostDevices host, Tunnel tunnel) {
        Vxlan vxlan = tunnel.vxlan();
        YamlBlock settings = new YamlBlock().put("base-iface", host.underlayDevice());
        settings.put("id", vxlan.vni().value());
        vxlan.local().ifPresent(local -> settings.put("local", local.toString()));
        vxlan.remote()
                .or(vxlan::group)
                .ifPresent(remote -> settings.put("remote", remote.toString()));
        settings.put("destination-port", vxlan.port()).put("learning", vxlan.learning());
        return device(tunnel.link(), "vxlan").put("vxlan", settings);
    }

    private static YamlBlock bridge(HostDevices host, Bridge bridge) {
        YamlBlock options =
                new YamlBlock()
                        .put("mac-ageing-time", bridge.settings().ageing())
                        .put("multicast-snooping", bridge.settings().multicastSnooping())
                        .put("stp", new YamlBlock().put("enabled", false));
        List<YamlBlock> ports =
                host.ports(bridge).stream()
                        .map(port -> new YamlBlock().put("name", port.name()))
                        .toList();
        return device(bridge.link(), "linux-bridge")
                .put("bridge", new YamlBlock().put("options", options).items("port", ports));
    }

    private static YamlBlock device(Link link, String type) {
        return named(link, type)
                .put("state", "up")
                .put("mac-address", link.mac().orElseThrow().toString())
                .put("mtu", link.mtu())
                .put("ipv4", addresses(link, Ip.Family.V4))
                .put("ipv6", addresses(link, Ip.Family.V6));
    }

    private static YamlBlock named(Link link, String type) {
        return new YamlBlock().put("name", link.name()).put("type", type);
    }

    private static YamlBlock addresses(Link link, Ip.Family family) {
        List<YamlBlock> addresses =
                link.addresses().stream()
                        .filter(address -> address.ip().family() == family)
                        .map(Nmstate::address)
                        .toList();
        YamlBlock block = new YamlBlock().put("enabled", !addresses.isEmpty());
        return addresses.isEmpty() ? block : block.items("address", addresses);
    }

    private static YamlBlock address(InterfaceAddress address) {
        return new YamlBlock()
                .put("ip", address.ip().toString())
                .put("prefix-length", address.length());
    }

    private static YamlBlock absent(HostDevices host) {
        List<YamlBlock> interfaces = new ArrayList<>();
        host.bridges()
                .forEach(
                        bridge ->
                                interfaces.add(
                                        named(bridge.link(), "linux-bridge")
                                                .put("state", "absent")));
        host.tunnels()
                .forEach(
                        tunnel ->
                                interfaces.add(
                                        named(tunnel.link(), "vxlan").put("state", "absent")));
        return new YamlBlock().items("interfaces", interfaces);
    }
}
