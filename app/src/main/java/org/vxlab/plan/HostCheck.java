package org.vxlab.plan;

import org.vxlab.iproute.HostFacts;
import org.vxlab.iproute.ToolVersion;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Message;
import org.vxlab.topology.Prefix;
import org.vxlab.topology.Problem.Severity;
import org.vxlab.topology.ResolvedLab.ResolvedHost;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds everything about a host that would make a push fail, all at once and before it.
public final class HostCheck {
    private static final int OVERHEAD_V4 = 50;
    private static final int OVERHEAD_V6 = 70;

    private final ResolvedHost host;
    private final Ownership owner;
    private final HostState read;
    private final List<HostProblem> problems = new ArrayList<>();

    private HostCheck(ResolvedHost host, Ownership owner, HostState read) {
        this.host = host;
        this.owner = owner;
        this.read = read;
    }

    /// Whether the host can be read and changed at all.
    public static List<HostProblem> tools(String host, HostFacts facts) {
        List<HostProblem> problems = new ArrayList<>();
        if (!facts.root()) {
            problems.add(error(host, "plan.host.notroot", host));
        }
        problems.addAll(reading(host, facts));
        return problems;
    }

    /// Whether the host can be read at all.
    public static List<HostProblem> reading(String host, HostFacts facts) {
        List<HostProblem> problems = new ArrayList<>();
        ToolVersion.parse(facts.ipVersion(), "")
                .objection()
                .ifPresent(
                        objection ->
                                problems.add(
                                        new HostProblem(
                                                host,
                                                Severity.ERROR,
                                                objection,
                                                Message.of("plan.host.iproute.cure", host))));
        if (!facts.bridge()) {
            problems.add(error(host, "plan.host.nobridge", host));
        }
        return problems;
    }

    /// What stands between a host that can be read and what is wanted on it.
    ///
    /// @param wanted empty where the underlay device was not found
    public static List<HostProblem> wanted(
            ResolvedHost host,
            Ownership owner,
            HostFacts facts,
            HostState read,
            Optional<HostState> wanted) {
        HostCheck check = new HostCheck(host, owner, read);
        check.underlay(wanted);
        wanted.ifPresent(
                state -> {
                    check.kinds(state, facts.missingKinds());
                    state.links().values().forEach(check::name);
                    check.tunnels(state, facts.udpPorts());
                    state.links().values().forEach(check::group);
                    check.subnets(state);
                });
        return List.copyOf(check.problems);
    }

    /// Whether [HostFacts#udpPorts] decides anything: where each wanted port is that of a vxlan
    /// device already, only the kernel can be listening there.
    public static boolean needsUdpPorts(HostState wanted, HostState read) {
        return !vxlanPorts(read).containsAll(vxlanPorts(wanted));
    }

    private static Set<Integer> vxlanPorts(HostState state) {
        return state.links().values().stream()
                .map(Link::kind)
                .filter(Vxlan.class::isInstance)
                .map(kind -> ((Vxlan) kind).port())
                .collect(Collectors.toSet());
    }

    /// The device that carries the VTEP address: the one written, or the one that has it.
    public static Optional<String> underlayDevice(ResolvedHost host, HostState read) {
        return host.device()
                .or(
                        () ->
                                read.links().values().stream()
                                        .filter(link -> carries(link, host.vtep()))
                                        .map(Link::name)
                                        .findFirst());
    }

    /// What the vxlan devices of a host are bound to (`dev`): the underlay device, unless that is a
    /// loopback, as in routed fabrics. The kernel looks for a way to `remote` through the bound
    /// device alone (`flowi4_oif` in drivers/net/vxlan), and through a loopback nothing leaves.
    public static Optional<String> binding(String underlayDevice, HostState read) {
        return Optional.of(underlayDevice)
                .filter(name -> !isLoopback(Optional.ofNullable(read.links().get(name))));
    }

    private static boolean isLoopback(Optional<Link> link) {
        return link.filter(
                        one ->
                                one.name().equals("lo")
                                        || one.kind().equals(new Link.Other("dummy")))
                .isPresent();
    }

    private static boolean carries(Link link, Ip address) {
        return link.addresses().stream().anyMatch(own -> own.ip().equals(address));
    }

    private void underlay(Optional<HostState> wanted) {
        Optional<String> device = underlayDevice(host, read);
        if (device.isEmpty()) {
            add(Severity.ERROR, "plan.host.noaddress", host.vtep(), host.name());
            return;
        }
        Link link = read.links().get(device.get());
        if (link == null) {
            add(
                    Severity.ERROR,
                    "plan.host.nodevice",
                    device.get(),
                    host.name(),
                    String.join(", ", read.links().keySet()));
            return;
        }
        if (!carries(link, host.vtep())) {
            add(Severity.ERROR, "plan.host.otheraddress", host.vtep(), device.get(), host.name());
        }
        if (!link.up()) {
            add(Severity.ERROR, "plan.host.devicedown", device.get(), host.name());
        }
        int overhead = host.vtep().family() == Ip.Family.V4 ? OVERHEAD_V4 : OVERHEAD_V6;
        for (Link tunnel : wanted.map(HostState::links).orElse(Map.of()).values()) {
            if (tunnel.kind() instanceof Vxlan vxlan && tunnel.mtu() + overhead > link.mtu()) {
                // The kernel cuts the MTU of a bound tunnel to what its device carries
                // (vxlan_change_mtu in drivers/net/vxlan).
                boolean bound = vxlan.underlayDevice().isPresent();
                add(
                        bound ? Severity.ERROR : Severity.WARNING,
                        bound ? "plan.host.mtu-bound" : "plan.host.mtu",
                        tunnel.name(),
                        Integer.toString(tunnel.mtu()),
                        device.get(),
                        Integer.toString(link.mtu()),
                        Integer.toString(link.mtu() - overhead));
            }
        }
    }

    private void kinds(HostState wanted, Set<String> missing) {
        Set<String> needed = new LinkedHashSet<>();
        for (Link link : wanted.links().values()) {
            switch (link.kind()) {
                case Vxlan _ -> needed.add("vxlan");
                case Link.Bridge _ -> needed.add("bridge");
                case Link.Veth _ -> needed.add("veth");
                case Link.Other _ -> {}
            }
        }
        needed.stream()
                .filter(missing::contains)
                .forEach(kind -> add(Severity.ERROR, "plan.host.nokind", kind, host.name()));
    }

    private void name(Link link) {
        Link there = read.links().get(link.name());
        if (there == null || owner.owns(there)) {
            return;
        }
        String other = Ownership.labOf(there);
        // A person chose the names of bridges and tunnels themselves, a cable's by the workload's.
        boolean cable = link.kind() instanceof Link.Veth;
        String key = other.isEmpty() ? "plan.host.name.foreign" : "plan.host.name.lab";
        String cableCure =
                other.isEmpty() ? "plan.host.name.foreign.workload" : "plan.host.name.lab.workload";
        Object[] arguments = {link.name(), host.name(), other};
        problems.add(
                new HostProblem(
                        host.name(),
                        Severity.ERROR,
                        Message.of(key, arguments),
                        Message.of(cable ? cableCure : key + ".cure", arguments)));
    }

    private void tunnels(HostState wanted, Set<Integer> udpPorts) {
        List<Link> foreign =
                read.links().values().stream()
                        .filter(link -> link.kind() instanceof Vxlan && !owner.owns(link))
                        .toList();
        Set<Integer> taken = vxlanPorts(read);
        Set<Integer> reported = new LinkedHashSet<>();
        for (Link link : wanted.links().values()) {
            if (!(link.kind() instanceof Vxlan tunnel)) {
                continue;
            }
            foreign.forEach(other -> sharedPort(link.name(), tunnel, other));
            if (udpPorts.contains(tunnel.port())
                    && !taken.contains(tunnel.port())
                    && reported.add(tunnel.port())) {
                add(Severity.ERROR, "plan.host.port", Integer.toString(tunnel.port()), host.name());
            }
        }
    }

    /// A group is joined on the device a tunnel is bound to.
    private void group(Link link) {
        if (link.kind() instanceof Vxlan tunnel && tunnel.underlayDevice().isEmpty()) {
            tunnel.group()
                    .ifPresent(
                            group ->
                                    add(
                                            Severity.ERROR,
                                            "plan.host.group",
                                            link.name(),
                                            group,
                                            host.name(),
                                            underlayDevice(host, read).orElse("lo")));
        }
    }

    /// Two devices on one port and family: the kernel refuses one VNI twice, and they share one
    /// socket with one set of settings.
    private void sharedPort(String name, Vxlan tunnel, Link other) {
        if (!(other.kind() instanceof Vxlan vxlan) || other.name().equals(name)) {
            return;
        }
        ReceivingSocket ours = ReceivingSocket.of(tunnel);
        ReceivingSocket theirs = ReceivingSocket.of(vxlan);
        if (!ours.meets(theirs)) {
            return;
        }
        String port = Integer.toString(tunnel.port());
        if (!ours.settings().equals(theirs.settings())) {
            add(
                    Severity.ERROR,
                    "plan.host.flags",
                    other.name(),
                    host.name(),
                    port,
                    settings(theirs),
                    settings(ours),
                    name);
        } else if (vxlan.vni().equals(tunnel.vni())) {
            add(Severity.ERROR, "plan.host.vni", tunnel.vni(), port, other.name(), host.name());
        }
    }

    private static String settings(ReceivingSocket socket) {
        return socket.settings().isEmpty() ? "-" : String.join(" ", socket.settings());
    }

    /// An overlay subnet the host already has elsewhere. With an address of the host inside it, one
    /// of the two loses its route, and it may be the one this program came in by; inside a larger
    /// subnet it only hides a part of that.
    private void subnets(HostState wanted) {
        List<Link> others =
                read.links().values().stream()
                        .filter(Link::up)
                        .filter(other -> Ownership.labOf(other).isEmpty() && !owner.owns(other))
                        .toList();
        wanted.links().values().forEach(link -> subnets(link, others));
    }

    private void subnets(Link link, List<Link> others) {
        for (InterfaceAddress address : link.addresses()) {
            for (Link other : others) {
                other.addresses().stream()
                        .map(InterfaceAddress::prefix)
                        .filter(address.prefix()::overlaps)
                        .findFirst()
                        .ifPresent(
                                prefix ->
                                        add(
                                                inside(address.prefix(), other)
                                                        ? Severity.ERROR
                                                        : Severity.WARNING,
                                                "plan.host.subnet",
                                                address.prefix(),
                                                link.name(),
                                                prefix,
                                                other.name(),
                                                host.name()));
            }
        }
    }

    private static boolean inside(Prefix subnet, Link link) {
        return link.addresses().stream().anyMatch(own -> subnet.contains(own.ip()));
    }

    private void add(Severity severity, String key, Object... arguments) {
        problems.add(
                new HostProblem(
                        host.name(),
                        severity,
                        Message.of(key, arguments),
                        Message.of(key + ".cure", arguments)));
    }

    private static HostProblem error(String host, String key, Object... arguments) {
        return new HostProblem(
                host,
                Severity.ERROR,
                Message.of(key, arguments),
                Message.of(key + ".cure", arguments));
    }
}
