package org.vxlab.export;

import org.vxlab.export.tools.Ansible;
import org.vxlab.export.tools.Containerlab;
import org.vxlab.export.tools.Ifupdown2;
import org.vxlab.export.tools.Netplan;
import org.vxlab.export.tools.Networkd;
import org.vxlab.export.tools.Nmstate;
import org.vxlab.export.tools.Vagrant;

import java.util.Arrays;
import java.util.Optional;

/// The formats a lab can be exported to.
public enum ExportFormat {
    /// A POSIX shell script for each host, and one that runs them all over SSH.
    SH("sh"),
    /// `ip -batch` and `bridge -batch` files.
    IPROUTE2("iproute2"),
    /// One script that builds the whole lab on one machine, underlay included.
    NETNS("netns"),
    /// The resolved lab as JSON, with a schema.
    JSON("json"),
    /// Files for systemd-networkd.
    NETWORKD("networkd"),
    /// Files for netplan, with what it cannot say beside them for networkd.
    NETPLAN("netplan"),
    /// Files for ifupdown2.
    IFUPDOWN2("ifupdown2"),
    /// States for nmstate, and so for NetworkManager.
    NMSTATE("nmstate"),
    /// An Ansible inventory and playbooks.
    ANSIBLE("ansible"),
    /// A containerlab topology.
    CONTAINERLAB("containerlab"),
    /// A Vagrantfile, and what its machines run.
    VAGRANT("vagrant");

    private final String word;

    ExportFormat(String word) {
        this.word = word;
    }

    /// The name of the format on the command line.
    public String word() {
        return word;
    }

    public static Optional<ExportFormat> ofWord(String word) {
        return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
    }

    /// The files of the lab in this format. Pure: nothing is written.
    public Export of(ExportSource source) {
        return switch (this) {
            case SH -> new ShellScripts(source).export();
            case IPROUTE2 -> new BatchFiles(source).export();
            case NETNS -> new NamespaceScript(source).export();
            case JSON -> new JsonDocument(source).export();
            case NETWORKD -> new Networkd(source).export();
            case NETPLAN -> new Netplan(source).export();
            case IFUPDOWN2 -> new Ifupdown2(source).export();
            case NMSTATE -> new Nmstate(source).export();
            case ANSIBLE -> new Ansible(source).export();
            case CONTAINERLAB -> new Containerlab(source).export();
            case VAGRANT -> new Vagrant(source).export();
        };
    }
}
