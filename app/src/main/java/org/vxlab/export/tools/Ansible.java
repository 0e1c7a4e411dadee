package org.vxlab.export.tools;

import org.vxlab.export.Export;
import org.vxlab.export.ExportSource;
import org.vxlab.export.tools.HostDevices.Bridge;
import org.vxlab.export.tools.HostDevices.Tunnel;
import org.vxlab.iproute.Command;
import org.vxlab.iproute.LinkCommands;
import org.vxlab.iproute.NamespaceCommands;
import org.vxlab.iproute.TableCommands;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Neighbour;
import org.vxlab.kernel.Vxlan;
import org.vxlab.plan.Blueprint;
import org.vxlab.plan.Ownership;
import org.vxlab.plan.Step;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.ResolvedSegment.ResolvedWorkload;
import org.vxlab.topology.SshTarget;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Writes an Ansible inventory with the lab in the variables of its hosts, and playbooks that make
/// and remove it.
public final class Ansible {
    private static final String GROUP = "vxlab_hosts";

    /// `ageing_time` counts hundredths of a second (USER_HZ).
    private static final long TICKS_PER_SECOND = 100;

    private final ExportSource source;
    private final HostFiles files;

    public Ansible(ExportSource source) {
        this.source = source;
        this.files = new HostFiles(source, "export.ansible.");
    }

    public Export export() {
        List<HostDevices> hosts = HostDevices.withTunnels(source);
        List<Gap> gaps =
                hosts.stream()
                        .filter(host -> host.blueprint().host().builtIn())
                        .map(host -> Gap.of("export.gap.built-in", host.name()))
                        .toList();
        String head = files.begin(source.lab().name(), gaps);
        files.add("inventory.yml", head + inventory(hosts));
        hosts.forEach(host -> files.add("host_vars/" + host.name() + ".yml", head + lab(host)));
        UnaryOperator<String> sentences = key -> source.text("export.ansible.task." + key);
        files.add("up.yml", head + AnsibleBooks.in(AnsibleBooks.UP, sentences));
        files.add("down.yml", head + AnsibleBooks.in(AnsibleBooks.DOWN, sentences));
        files.add("tasks/read.yml", AnsibleBooks.in(AnsibleBooks.READ, sentences));
        files.add("tasks/devices.yml", AnsibleBooks.in(AnsibleBooks.DEVICES, sentences));
        files.add("tasks/tables.yml", AnsibleBooks.in(AnsibleBooks.TABLES, sentences));
        files.add("tasks/workload.yml", AnsibleBooks.in(AnsibleBooks.WORKLOAD, sentences));
        files.add(
                "tasks/remove-workload.yml",
                AnsibleBooks.in(AnsibleBooks.REMOVE_WORKLOAD, sentences));
        return files.finish(
                List.of("ansible-playbook -i inventory.yml up.yml"),
                List.of("ansible-playbook -i inventory.yml down.yml"));
    }

    private static YamlBlock inventory(List<HostDevices> hosts) {
        YamlBlock list = new YamlBlock();
        hosts.forEach(host -> list.put(host.name(), connection(host.blueprint())));
        return new YamlBlock()
                .put("all", new YamlBlock().put("children", new YamlBlock().put(GROUP, in(list))));
    }

    private static YamlBlock in(YamlBlock hosts) {
        return new YamlBlock().put("hosts", hosts);
    }

    /// An alias is left to the `ssh` command, which reads `~/.ssh/config` itself.
    private static YamlBlock connection(Blueprint blueprint) {
        YamlBlock block = new YamlBlock();
        Optional<SshTarget> ssh = blueprint.host().ssh();
        if (ssh.isEmpty()) {
            return block;
        }
        switch (ssh.get()) {
            case SshTarget.Alias(String name) -> data(block, "ansible_host", name);
            case SshTarget.Address target -> {
                data(block, "ansible_host", target.address());
                target.port().ifPresent(port -> block.put("ansible_port", port));
                target.user().ifPresent(user -> data(block, "ansible_user", user));
                target.identity()
                        .ifPresent(key -> data(block, "ansible_ssh_private_key_file", key));
                target.sudo().ifPresent(sudo -> block.put("vxlab_sudo", sudo));
                target.jump()
                        .ifPresent(
                                jump ->
                                        data(
                                                block,
                                                "ansible_ssh_common_args",
                                                "-J " + Command.of(jump)));
            }
        }
        return block;
    }

    private static YamlBlock lab(HostDevices host) {
        YamlBlock block = new YamlBlock();
        data(block, "vxlab_mark", new Ownership(host.lab().name(), host.name()).alias());
        block.put("vxlab_vtep", host.blueprint().host().vtep().toString());
        if (host.knowsUnderlayDevice()) {
            data(block, "vxlab_device", host.underlayDevice());
        }
        List<YamlBlock> devices = new ArrayList<>();
        host.bridges().forEach(bridge -> devices.add(bridge(bridge)));
        host.tunnels().forEach(tunnel -> devices.add(tunnel(host, tunnel)));
        return block.items("vxlab_devices", devices)
                .items(
                        "vxlab_fdb",
                        host.blueprint().wanted().fdb().stream().map(Ansible::entry).toList())
                .items(
                        "vxlab_neighbours",
                        host.blueprint().wanted().neighbours().stream()
                                .map(Ansible::neighbour)
                                .toList())
                .items(
                        "vxlab_workloads",
                        host.workloads().stream().map(each -> workload(host, each)).toList());
    }

    private static YamlBlock bridge(Bridge bridge) {
        YamlBlock block = device(bridge.link(), "bridge");
        argv(block, "make", LinkCommands.addBridge(bridge.link()));
        argv(block, "set", LinkCommands.setBridge(bridge.name(), bridge.settings()));
        return block.put(
                "settings",
                new YamlBlock()
                        .put("mcast_snooping", bridge.settings().multicastSnooping() ? 1 : 0)
                        .put("ageing_time", bridge.settings().ageing() * TICKS_PER_SECOND));
    }

    private static YamlBlock tunnel(HostDevices host, Tunnel tunnel) {
        YamlBlock block = device(tunnel.link(), "vxlan");
        List<String> make =
                LinkCommands.addVxlan(tunnel.link()).argv().stream().map(Ansible::word).toList();
        block.raw("make", host.knowsUnderlayDevice() ? make : withDeviceFound(make));
        block.put("settings", settings(tunnel.vxlan()));
        tunnel.link().master().ifPresent(master -> data(block, "master", master));
        tunnel.link()
                .port()
                .ifPresent(
                        port ->
                                block.put(
                                        "port",
                                        new YamlBlock()
                                                .put("learning", port.learning())
                                                .put("neigh_suppress", port.neighSuppress())));
        return block;
    }

    /// The word after `dev` is the underlay device, whose name only the host knows.
    private static List<String> withDeviceFound(List<String> make) {
        List<String> words = new ArrayList<>(make);
        words.set(words.lastIndexOf("dev") + 1, "\"{{ vxlab_device }}\"");
        return words;
    }

    /// What the kernel cannot change on a device that exists, as `ip -j -d` prints it, and what
    /// says where frames go.
    private static YamlBlock settings(Vxlan vxlan) {
        YamlBlock block = new YamlBlock().put("id", vxlan.vni().value()).put("port", vxlan.port());
        vxlan.local().ifPresent(ip -> block.put("local" + six(ip), ip.toString()));
        vxlan.remote().ifPresent(ip -> block.put("remote" + six(ip), ip.toString()));
        vxlan.group().ifPresent(ip -> block.put("group" + six(ip), ip.toString()));
        return block.put("learning", vxlan.learning()).put("ageing", vxlan.ageing());
    }

    private static String six(Ip ip) {
        return ip.family() == Ip.Family.V6 ? "6" : "";
    }

    private static YamlBlock device(Link link, String kind) {
        YamlBlock block = new YamlBlock();
        data(block, "name", link.name());
        block.put("kind", kind);
        block.put("mac", link.mac().orElseThrow().toString());
        block.put("mtu", link.mtu());
        return block.items("addresses", link.addresses().stream().map(Ansible::address).toList());
    }

    private static YamlBlock address(InterfaceAddress address) {
        return new YamlBlock().put("ip", address.ip().toString()).put("length", address.length());
    }

    private static YamlBlock entry(FdbEntry entry) {
        YamlBlock block = new YamlBlock().put("mac", entry.mac().toString());
        data(block, "ifname", entry.device());
        entry.vtep().ifPresent(vtep -> block.put("dst", vtep.toString()));
        entry.master().ifPresent(master -> data(block, "master", master));
        block.put("state", entry.state().name().toLowerCase(Locale.ROOT));
        return argv(block, "put", TableCommands.putFdb(entry));
    }

    private static YamlBlock neighbour(Neighbour entry) {
        YamlBlock block = new YamlBlock().put("dst", entry.address().toString());
        data(block, "dev", entry.device());
        block.put("lladdr", entry.mac().orElseThrow().toString());
        return argv(block, "put", TableCommands.putNeighbour(entry));
    }

    private static YamlBlock workload(HostDevices host, ResolvedWorkload workload) {
        YamlBlock block = new YamlBlock();
        block.put("name", workload.name());
        block.put("namespace", workload.namespace());
        block.put("device", workload.hostDevice());
        argv(block, "processes", NamespaceCommands.endProcesses(workload.namespace()));
        return block.rawLines(
                "make",
                host.steps(workload).stream()
                        .map(Step::command)
                        .map(command -> YamlBlock.rawList(words(command)))
                        .toList());
    }

    private static YamlBlock argv(YamlBlock block, String key, Command command) {
        return block.raw(key, words(command));
    }

    private static List<String> words(Command command) {
        return command.argv().stream().map(Ansible::word).toList();
    }

    private static void data(YamlBlock block, String key, String text) {
        block.raw(key, word(text));
    }

    /// A text that stays what it is: with `!unsafe` Ansible does not take braces for a template.
    private static String word(String text) {
        return text.contains("{") ? "!unsafe " + YamlBlock.text(text) : YamlBlock.text(text);
    }
}
