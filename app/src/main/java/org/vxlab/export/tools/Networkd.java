package org.vxlab.export.tools;

import org.vxlab.export.Export;
import org.vxlab.export.ExportSource;
import org.vxlab.export.tools.HostDevices.Bridge;
import org.vxlab.export.tools.HostDevices.Tunnel;
import org.vxlab.iproute.TableCommands;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Neighbour;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Message;
import org.vxlab.topology.Network;
import org.vxlab.topology.UnderlayGraph;

import java.util.ArrayList;
import java.util.List;

/// Writes files for systemd-networkd (systemd.netdev(5), systemd.network(5), systemd.link(5)).
///
/// A `BridgeFDB` section appends (`NLM_F_APPEND` in systemd's rtnl-message.c), so a flood list is
/// several sections with one MAC. It always makes a permanent entry: the vxlan table forwards by it
/// as by a static one, but in a bridge's table it would mean the bridge itself.
public final class Networkd {
    private static final String FOLDER = "/etc/systemd/network/";

    private final ExportSource source;
    private final HostFiles files;
    private final String prefix;

    public Networkd(ExportSource source) {
        this.source = source;
        this.files = new HostFiles(source, "export.networkd.");
        this.prefix = "60-vxlab-" + source.lab().name() + "-";
    }

    public Export export() {
        List<String> undo = new ArrayList<>();
        undo.add("sudo rm " + FOLDER + prefix + "*");
        undo.add("sudo networkctl reload");
        for (HostDevices host : HostDevices.withTunnels(source)) {
            if (host.isBehindLoopback()) {
                files.leaveOut(Gap.host(host, "export.gap.loopback", host.underlayDevice()));
                continue;
            }
            write(host);
            undo.addAll(host.deletions());
        }
        return files.finish(
                List.of(
                        "sudo cp HOST/" + prefix + "* " + FOLDER,
                        "sudo systemctl enable --now systemd-networkd",
                        "sudo networkctl reload"),
                undo);
    }

    private void write(HostDevices host) {
        List<Gap> gaps = new ArrayList<>(host.deviceGap());
        gaps.addAll(bridgeEntryGaps(host));
        gaps.addAll(Gap.permanent(host));
        gaps.addAll(host.workloadGaps());
        String head = files.begin(host.name(), gaps);
        for (Bridge bridge : host.bridges()) {
            add(host, bridge.name() + ".netdev", netdev(head, bridge));
            add(host, bridge.name() + ".network", network(head, host, bridge.link()));
            add(host, bridge.name() + ".link", mark(head, bridge.link()));
        }
        for (Tunnel tunnel : host.tunnels()) {
            add(host, tunnel.name() + ".netdev", netdev(head, tunnel));
            add(host, tunnel.name() + ".network", network(head, host, tunnel));
            add(host, tunnel.name() + ".link", mark(head, tunnel.link()));
        }
        add(host, "underlay.network", underlay(head, host));
    }

    private void add(HostDevices host, String name, UnitText text) {
        files.add(host.name() + "/" + prefix + name, text.toString());
    }

    /// The entries of a bridge's table: made permanent, they would swallow the frames.
    static List<Gap> bridgeEntryGaps(HostDevices host) {
        return host.bridgeEntries().stream()
                .map(
                        entry ->
                                new Gap(
                                        Message.of(
                                                "export.gap.bridge-entry",
                                                host.name(),
                                                entry.mac(),
                                                entry.device()),
                                        host.steps(TableCommands.putFdb(entry))))
                .toList();
    }

    private static UnitText netdev(String head, Bridge bridge) {
        UnitText text = netdev(head, bridge.link(), "bridge");
        return text.section("Bridge")
                .set("MulticastSnooping", bridge.settings().multicastSnooping())
                .set("AgeingTimeSec", bridge.settings().ageing());
    }

    private static UnitText netdev(String head, Tunnel tunnel) {
        Vxlan vxlan = tunnel.vxlan();
        UnitText text = netdev(head, tunnel.link(), "vxlan");
        text.section("VXLAN").set("VNI", vxlan.vni());
        vxlan.local().ifPresent(local -> text.set("Local", local));
        vxlan.remote().ifPresent(remote -> text.set("Remote", remote));
        vxlan.group().ifPresent(group -> text.set("Group", group));
        text.set("DestinationPort", vxlan.port())
                .set("MacLearning", vxlan.learning())
                .set("FDBAgeingSec", vxlan.ageing());
        if (!vxlan.ttl().equals("auto")) {
            text.set("TTL", vxlan.ttl());
        }
        if (!vxlan.tos().equals("0")) {
            text.set("TOS", tos(vxlan));
        }
        if (!vxlan.df().equals("unset")) {
            text.set("IPDoNotFragment", doNotFragment(vxlan));
        }
        return text.set("UDPChecksum", vxlan.udpcsum())
                .set("UDP6ZeroChecksumTx", vxlan.zeroCsum6())
                .set("UDP6ZeroChecksumRx", vxlan.zeroCsum6());
    }

    /// The kernel reads 1 as `inherit` (vxlan_xmit_one in drivers/net/vxlan).
    static String tos(Vxlan vxlan) {
        return vxlan.tos().equals("inherit") ? "1" : vxlan.tos();
    }

    static String doNotFragment(Vxlan vxlan) {
        return vxlan.df().equals("set") ? "yes" : vxlan.df();
    }

    private static UnitText netdev(String head, Link link, String kind) {
        return new UnitText(head)
                .section("NetDev")
                .set("Name", link.name())
                .set("Kind", kind)
                .set("MACAddress", link.mac().orElseThrow())
                .set("MTUBytes", link.mtu());
    }

    private static UnitText network(String head, HostDevices host, Link link) {
        UnitText text = new UnitText(head).match("Name", link.name());
        text.section("Link").set("MTUBytes", link.mtu()).set("RequiredForOnline", false);
        text.section("Network")
                .set("LinkLocalAddressing", false)
                .set("IPv6AcceptRA", false)
                .set("ConfigureWithoutCarrier", true);
        link.master().ifPresent(bridge -> text.set("Bridge", bridge));
        for (InterfaceAddress address : link.addresses()) {
            text.set("Address", address);
        }
        neighbours(text, host, link.name());
        return text;
    }

    static void neighbours(UnitText text, HostDevices host, String device) {
        for (Neighbour neighbour : host.neighbours(device)) {
            text.section("Neighbor")
                    .set("Address", neighbour.address())
                    .set("LinkLayerAddress", neighbour.mac().orElseThrow());
        }
    }

    private static UnitText network(String head, HostDevices host, Tunnel tunnel) {
        UnitText text = network(head, host, tunnel.link());
        if (tunnel.link().port().isPresent()) {
            text.section("Bridge")
                    .set("Learning", tunnel.learnsAsPort())
                    .set("NeighborSuppression", tunnel.suppresses());
        }
        entries(text, host, tunnel);
        return text;
    }

    static void entries(UnitText text, HostDevices host, Tunnel tunnel) {
        for (FdbEntry entry : host.entries(tunnel)) {
            text.section("BridgeFDB")
                    .set("MACAddress", entry.mac())
                    .set("Destination", entry.vtep().orElseThrow());
        }
    }

    /// udev gives the alias by which `vxlab` knows the device for its own, and leaves the MAC.
    private static UnitText mark(String head, Link link) {
        return new UnitText(head)
                .match("OriginalName", link.name())
                .section("Link")
                .set("MACAddressPolicy", "none")
                .set("Alias", link.alias().orElseThrow());
    }

    /// networkd makes a vxlan device when it takes the underlay device in hand, so there is a file
    /// for that one too.
    private UnitText underlay(String head, HostDevices host) {
        UnitText text = new UnitText(head + comment("export.networkd.underlay", host));
        text.match("Name", host.underlayDevice());
        int mtu = host.blueprint().host().mtu();
        if (mtu != Network.DEFAULT_MTU) {
            text.section("Link").set("MTUBytes", mtu);
        }
        text.section("Network").set("KeepConfiguration", true);
        text.set("Address", host.blueprint().host().address());
        for (Tunnel tunnel : host.tunnels()) {
            text.set("VXLAN", tunnel.name());
        }
        for (UnderlayGraph.Route route : host.underlayRoutes()) {
            text.section("Route")
                    .set("Destination", route.destination())
                    .set("Gateway", route.via());
        }
        return text;
    }

    private String comment(String key, HostDevices host) {
        return "#\n# " + source.text(key, host.underlayDevice(), prefix) + "\n";
    }
}
