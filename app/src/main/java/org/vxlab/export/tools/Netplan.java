package org.vxlab.export.tools;

import org.vxlab.export.Export;
import org.vxlab.export.ExportSource;
import org.vxlab.export.tools.HostDevices.Bridge;
import org.vxlab.export.tools.HostDevices.Tunnel;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.Network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes netplan files (netplan 0.105 and newer, its renderer networkd), and drop-ins for networkd
/// with what netplan has no word for: forwarding entries, neighbours, snooping, port learning.
///
/// netplan calls the units it generates `10-netplan-DEVICE`; networkd reads `UNIT.d/*.conf` under
/// /etc for units under /run.
public final class Netplan {
    private static final String RENDERED = "10-netplan-";
    private static final String DROP_INS = "/etc/systemd/network/";

    private final ExportSource source;
    private final HostFiles files;
    private final String name;

    public Netplan(ExportSource source) {
        this.source = source;
        this.files = new HostFiles(source, "export.netplan.");
        this.name = "60-vxlab-" + source.lab().name() + ".yaml";
    }

    public Export export() {
        List<String> undo = new ArrayList<>();
        undo.add("sudo rm /etc/netplan/" + name);
        for (HostDevices host : HostDevices.withTunnels(source)) {
            if (host.isBehindLoopback()) {
                files.leaveOut(Gap.host(host, "export.gap.loopback", host.underlayDevice()));
                continue;
            }
            Optional<String> pattern = host.deviceWithBrackets();
            if (pattern.isPresent()) {
                // It takes the name for a pattern, and refuses the whole file.
                files.leaveOut(Gap.host(host, "export.gap.netplan-name", pattern.get()));
                continue;
            }
            write(host);
            host.links().forEach(link -> undo.add(removal(host, link)));
            undo.addAll(host.deletions());
        }
        undo.add("sudo netplan apply");
        return files.finish(
                List.of(
                        "sudo install -m 600 HOST/" + name + " /etc/netplan/",
                        "sudo cp -r HOST/networkd/. " + DROP_INS,
                        "sudo netplan apply"),
                undo);
    }

    private String removal(HostDevices host, Link link) {
        return "sudo rm -r %s%s%s.*.d/%s   # %s"
                .formatted(DROP_INS, RENDERED, link.name(), dropIn(), host.name());
    }

    private void write(HostDevices host) {
        List<Gap> gaps = new ArrayList<>(host.deviceGap());
        gaps.addAll(Networkd.bridgeEntryGaps(host));
        gaps.addAll(Gap.permanent(host));
        gaps.addAll(Gap.marks(host));
        gaps.addAll(host.workloadGaps());
        String head = files.begin(host.name(), gaps);
        YamlBlock tunnels = new YamlBlock();
        YamlBlock bridges = new YamlBlock();
        host.tunnels().forEach(tunnel -> tunnels.put(tunnel.name(), tunnel(host, tunnel)));
        host.bridges().forEach(bridge -> bridges.put(bridge.name(), bridge(host, bridge)));
        YamlBlock network = new YamlBlock().put("version", 2).put("renderer", "networkd");
        network.put("ethernets", new YamlBlock().put(host.underlayDevice(), underlay(host)));
        network.put("tunnels", tunnels);
        if (!bridges.isEmpty()) {
            network.put("bridges", bridges);
        }
        files.add(host.name() + "/" + name, head + new YamlBlock().put("network", network));
        host.bridges().forEach(bridge -> dropIns(head, host, bridge));
        host.tunnels().forEach(tunnel -> dropIns(head, host, tunnel));
    }

    /// The underlay device has to be netplan's for a tunnel to hang on it; entries of several files
    /// for one device are merged.
    private static YamlBlock underlay(HostDevices host) {
        YamlBlock block = new YamlBlock();
        block.put("addresses", List.of(host.blueprint().host().address()));
        int mtu = host.blueprint().host().mtu();
        if (mtu != Network.DEFAULT_MTU) {
            block.put("mtu", mtu);
        }
        List<YamlBlock> routes =
                host.underlayRoutes().stream()
                        .map(
                                route ->
                                        new YamlBlock()
                                                .put("to", route.destination().toString())
                                                .put("via", route.via().toString()))
                        .toList();
        return routes.isEmpty() ? block : block.items("routes", routes);
    }

    private static YamlBlock tunnel(HostDevices host, Tunnel tunnel) {
        Vxlan vxlan = tunnel.vxlan();
        YamlBlock block = new YamlBlock().put("mode", "vxlan");
        block.put("id", Math.max(1, vxlan.vni().value())).put("link", host.underlayDevice());
        vxlan.local().ifPresent(local -> block.put("local", local.toString()));
        vxlan.remote().or(vxlan::group).ifPresent(remote -> block.put("remote", remote.toString()));
        block.put("port", vxlan.port());
        block.put("mac-learning", vxlan.learning());
        block.put("ageing", vxlan.ageing());
        if (vxlan.ttl().matches("[0-9]+")) {
            block.put("ttl", Integer.parseInt(vxlan.ttl()));
        }
        if (!vxlan.tos().equals("0")) {
            block.put("type-of-service", Integer.parseInt(Networkd.tos(vxlan)));
        }
        if (vxlan.df().equals("set")) {
            block.put("do-not-fragment", true);
        }
        List<String> checksums = new ArrayList<>();
        if (vxlan.udpcsum()) {
            checksums.add("udp");
        }
        if (vxlan.zeroCsum6()) {
            checksums.addAll(List.of("zero-udp6-tx", "zero-udp6-rx"));
        }
        if (!checksums.isEmpty()) {
            block.put("checksums", checksums);
        }
        if (tunnel.suppresses()) {
            block.put("neigh-suppress", true);
        }
        return common(block, tunnel.link());
    }

    private static YamlBlock bridge(HostDevices host, Bridge bridge) {
        YamlBlock block = new YamlBlock();
        block.put("interfaces", host.ports(bridge).stream().map(Tunnel::name).toList());
        block.put(
                "parameters",
                new YamlBlock().put("stp", false).put("ageing-time", bridge.settings().ageing()));
        return common(block, bridge.link());
    }

    /// `optional`: a lab does not hold up the boot.
    private static YamlBlock common(YamlBlock block, Link link) {
        block.put("macaddress", link.mac().orElseThrow().toString());
        block.put("mtu", link.mtu());
        if (!link.addresses().isEmpty()) {
            block.put("addresses", link.addresses());
        }
        return block.put("link-local", List.of()).put("accept-ra", false).put("optional", true);
    }

    private void dropIns(String head, HostDevices host, Bridge bridge) {
        UnitText netdev = new UnitText(head);
        netdev.section("Bridge").set("MulticastSnooping", bridge.settings().multicastSnooping());
        add(host, bridge.name() + ".netdev", netdev);
        if (!host.neighbours(bridge.name()).isEmpty()) {
            UnitText network = new UnitText(head);
            Networkd.neighbours(network, host, bridge.name());
            add(host, bridge.name() + ".network", network);
        }
    }

    private void dropIns(String head, HostDevices host, Tunnel tunnel) {
        UnitText netdev = new UnitText(head);
        UnitText vxlan = netdev.section("VXLAN");
        // netplan refuses VNI 0, which the kernel and networkd take.
        vxlan.set("VNI", tunnel.vxlan().vni());
        if (tunnel.vxlan().ttl().equals("inherit")) {
            vxlan.set("TTL", "inherit");
        }
        if (tunnel.vxlan().df().equals("inherit")) {
            vxlan.set("IPDoNotFragment", "inherit");
        }
        add(host, tunnel.name() + ".netdev", netdev);
        UnitText network = new UnitText(head);
        if (tunnel.link().port().isPresent()) {
            network.section("Bridge").set("Learning", tunnel.learnsAsPort());
        }
        Networkd.entries(network, host, tunnel);
        Networkd.neighbours(network, host, tunnel.name());
        add(host, tunnel.name() + ".network", network);
    }

    private void add(HostDevices host, String unit, UnitText text) {
        files.add(
                "%s/networkd/%s%s.d/%s".formatted(host.name(), RENDERED, unit, dropIn()),
                text.toString());
    }

    private String dropIn() {
        return "vxlab-" + source.lab().name() + ".conf";
    }
}
