package org.vxlab.topology;

import org.vxlab.topology.Host.UnderlayPort;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks networks, routers and how hosts are plugged in and reached.
final class UnderlayCheck {
    private final Lab lab;
    private final Findings findings;

    /// Underlay address to the name of what has it.
    private final Map<Ip, String> owners = new HashMap<>();

    /// The host a way over SSH leads to.
    private final Map<Object, String> machines = new HashMap<>();

    UnderlayCheck(Lab lab, Findings findings) {
        this.lab = lab;
        this.findings = findings;
    }

    void check() {
        for (int i = 0; i < lab.networks().size(); i++) {
            network(i, "underlay.networks[" + i + "]");
        }
        for (int i = 0; i < lab.routers().size(); i++) {
            router(lab.routers().get(i), "underlay.routers[" + i + "].addresses");
        }
        for (int i = 0; i < lab.hosts().size(); i++) {
            Host host = lab.hosts().get(i);
            port(host, "hosts[" + i + "].underlay");
            ValueCheck.host(host, "hosts[" + i + "]", findings);
            String place = "hosts[" + i + "].ssh";
            host.ssh().ifPresent(target -> machine(target, host.name(), place));
        }
    }

    private void network(int index, String path) {
        Network network = lab.networks().get(index);
        Prefix subnet = network.subnet();
        ValueCheck.mtu(network, path, findings);
        if (subnet.network().isMulticast() || subnet.network().isLoopback()) {
            findings.error(path + ".subnet", "topology.network.subnet", subnet);
        }
        for (Network other : lab.networks().subList(0, index)) {
            if (other.subnet().overlaps(subnet)) {
                findings.error(
                        path + ".subnet",
                        "topology.network.overlap",
                        subnet,
                        other.name(),
                        other.subnet());
            }
        }
    }

    private void router(Router router, String path) {
        router.addresses()
                .forEach(
                        (name, address) -> {
                            String place = path + "." + name;
                            Optional<Network> network = lab.network(name);
                            if (network.isEmpty()) {
                                unknownNetwork(place, name);
                            } else {
                                inside(address, network.get(), place);
                            }
                            alone(address, router.name(), place);
                        });
        if (router.addresses().size() < 2) {
            findings.warning(path, "topology.router.alone", router.name());
        }
    }

    private void port(Host host, String path) {
        UnderlayPort port = host.underlay();
        Optional<Network> network = lab.network(port.network());
        if (network.isEmpty()) {
            unknownNetwork(path + ".network", port.network());
        } else if (inside(port.address().ip(), network.get(), path + ".address")
                && port.address().length() != network.get().subnet().length()) {
            findings.error(
                    path + ".address",
                    "topology.host.length",
                    port.address(),
                    network.get().subnet(),
                    port.address().ip() + "/" + network.get().subnet().length());
        }
        alone(port.address().ip(), host.name(), path + ".address");
    }

    private void unknownNetwork(String path, String name) {
        List<String> known = lab.networks().stream().map(Network::name).toList();
        findings.unknown(path, "topology.reference.network", name, known);
    }

    private boolean inside(Ip address, Network network, String path) {
        Prefix subnet = network.subnet();
        if (!subnet.contains(address)) {
            findings.error(path, "topology.address.outside", address, network.name(), subnet);
            return false;
        }
        if (subnet.reserves(address)) {
            findings.error(path, "topology.address.reserved", address, subnet);
        }
        return true;
    }

    /// Two hosts of a lab on one machine would have its devices in turn.
    private void machine(SshTarget target, String host, String path) {
        Object machine =
                switch (target) {
                    case SshTarget.Alias alias -> alias;
                    case SshTarget.Address at ->
                            List.of(at.address(), at.port(), at.user(), at.jump());
                };
        String first = machines.putIfAbsent(machine, host);
        if (first != null) {
            findings.warning(path, "topology.ssh.twice", host, first);
        }
    }

    private void alone(Ip address, String owner, String path) {
        String first = owners.putIfAbsent(address, owner);
        if (first != null) {
            findings.error(path, "topology.address.twice", address, first);
        }
    }
}
