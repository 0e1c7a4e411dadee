package org.vxlab.export.tools;

import org.vxlab.export.Export;
import org.vxlab.export.ExportFormat;
import org.vxlab.export.ExportSource;
import org.vxlab.export.ExportedFile;
import org.vxlab.export.tools.Machines.Machine;
import org.vxlab.export.tools.Machines.Port;
import org.vxlab.topology.UnderlayGraph;

import java.util.List;

/// Writes a Vagrantfile for the hosts and routers of a lab, and what each machine runs at every
/// start: first its underlay, then the script of the `sh` format.
///
/// Which name a network device gets is the box's affair, so its MAC is set and it is found by that.
public final class Vagrant {
    private static final String BOX = "debian/bookworm64";
    private static final int MEMORY_MIB = 512;
    private static final String SCRIPTS = "hosts/";

    private final ExportSource source;
    private final HostFiles files;

    public Vagrant(ExportSource source) {
        this.source = Machines.findingDevices(source);
        this.files = new HostFiles(source, "export.vagrant.");
    }

    public Export export() {
        String head = files.begin(source.lab().name(), List.of());
        StringBuilder text = new StringBuilder(head);
        text.append(
                """

                Vagrant.configure("2") do |config|
                  config.vm.box = ENV.fetch("VXLAB_BOX", "%s")
                  config.vm.synced_folder ".", "/vagrant", disabled: true
                  config.vm.provider "virtualbox" do |provider|
                    provider.memory = %d
                    provider.linked_clone = true
                  end
                  config.vm.provider "libvirt" do |provider|
                    provider.memory = %d
                  end
                """
                        .formatted(BOX, MEMORY_MIB, MEMORY_MIB));
        for (Machine machine : Machines.of(source)) {
            machine(text, machine);
            files.addScript(underlayPath(machine), underlay(head, machine));
        }
        files.add("Vagrantfile", text.append("end\n").toString());
        ExportFormat.SH.of(source).files().stream()
                .filter(file -> file.path().startsWith(SCRIPTS))
                .forEach(this::add);
        return files.finish(List.of("vagrant up"), List.of("vagrant destroy"));
    }

    private void add(ExportedFile script) {
        files.addScript(script.path(), script.text());
    }

    private void machine(StringBuilder text, Machine machine) {
        // A host name has no underscores (RFC 952).
        String hostname = machine.name().replace('_', '-').replaceAll("^-+|-+$", "");
        text.append("\n  config.vm.define \"%s\" do |machine|\n".formatted(machine.name()));
        if (!hostname.isEmpty()) {
            text.append("    machine.vm.hostname = \"%s\"\n".formatted(hostname));
        }
        for (Port port : machine.ports()) {
            text.append(network(port));
        }
        text.append(provision("underlay", underlayPath(machine), ""));
        if (!machine.forwards()) {
            text.append(provision("lab", SCRIPTS + machine.name() + ".sh", ", args: [\"up\"]"));
        }
        text.append("  end\n");
    }

    /// libvirt would otherwise take the first address of the network for itself, a router's often.
    private String network(Port port) {
        String network = "vxlab-" + source.lab().name() + "-" + port.network().name();
        String mac = port.mac().toString();
        return """
            machine.vm.network "private_network", ip: "%s", netmask: "%s", auto_config: false,
              mac: "%s", virtualbox__intnet: "%s",
              libvirt__mac: "%s", libvirt__network_name: "%s",
              libvirt__dhcp_enabled: false, libvirt__forward_mode: "veryisolated"
        """
                .formatted(
                        port.address().ip(),
                        netmask(port),
                        mac.replace(":", ""),
                        network,
                        mac,
                        network);
    }

    /// Dotted for IPv4, a length for IPv6, as Vagrant wants it.
    private static String netmask(Port port) {
        int length = port.address().length();
        if (port.isIpv6()) {
            return Integer.toString(length);
        }
        long bits = (0xffff_ffffL << (32 - length)) & 0xffff_ffffL;
        return "%d.%d.%d.%d"
                .formatted(bits >> 24, bits >> 16 & 0xff, bits >> 8 & 0xff, bits & 0xff);
    }

    private static String provision(String name, String path, String arguments) {
        return "    machine.vm.provision \"%s\", type: \"shell\", path: \"%s\"%s, run: \"always\"\n"
                .formatted(name, path, arguments);
    }

    private static String underlayPath(Machine machine) {
        return "underlay/" + machine.name() + ".sh";
    }

    private String underlay(String head, Machine machine) {
        StringBuilder text = new StringBuilder("#!/bin/sh\n").append(head);
        text.append(
                """
                set -eu

                # %s
                port() {
                    for device in /sys/class/net/*; do
                        [ "$(cat "$device/address")" = "$1" ] || continue
                        ip link set dev "${device##*/}" mtu "$3" up
                        ip addr replace "$2" dev "${device##*/}"
                        return
                    done
                    echo "$1: %s" >&2
                    exit 1
                }

                """
                        .formatted(
                                source.text("export.vagrant.port"),
                                source.text("export.vagrant.no-port")));
        if (machine.forwards()) {
            text.append("sysctl -q -w net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1\n");
        }
        for (Port port : machine.ports()) {
            text.append("port %s %s %d\n".formatted(port.mac(), port.address(), port.mtu()));
        }
        for (UnderlayGraph.Route route : machine.routes()) {
            text.append("ip route replace %s via %s\n".formatted(route.destination(), route.via()));
        }
        return text.toString();
    }
}
