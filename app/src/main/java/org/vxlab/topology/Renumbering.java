package org.vxlab.topology;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Gives a network another subnet and moves everything in it along.
final class Renumbering {
    private final Network old;
    private final Prefix subnet;
    private final Set<Ip> taken = new HashSet<>();

    private Renumbering(Network old, Prefix subnet) {
        this.old = old;
        this.subnet = subnet;
    }

    static Lab of(Lab lab, Network old, Prefix subnet) {
        Renumbering renumbering = new Renumbering(old, subnet);
        return lab.withNetworks(
                        LabLists.changed(
                                lab.networks(),
                                network -> network.equals(old),
                                network -> new Network(old.name(), subnet, old.mtu())))
                .withRouters(lab.routers().stream().map(renumbering::router).toList())
                .withHosts(
                        LabLists.changed(
                                lab.hosts(),
                                host -> host.underlay().network().equals(old.name()),
                                renumbering::host));
    }

    private Router router(Router router) {
        Map<String, Ip> addresses = new LinkedHashMap<>(router.addresses());
        addresses.computeIfPresent(old.name(), (network, ip) -> moved(ip).ip());
        return new Router(router.name(), addresses);
    }

    private Host host(Host host) {
        return new Host(
                host.name(),
                host.ssh(),
                host.underlay().withAddress(moved(host.underlay().address().ip())));
    }

    /// The same number in the new subnet where it fits and is free, else the next; where the subnet
    /// is full the old address stays, and is a problem to be seen.
    private InterfaceAddress moved(Ip ip) {
        long number = old.subnet().contains(ip) ? ip.low() - old.subnet().network().low() : 1;
        InterfaceAddress found =
                NextFree.address(subnet, Math.max(1, number), taken)
                        .orElse(
                                new InterfaceAddress(
                                        ip, Math.min(subnet.length(), ip.family().bits())));
        taken.add(found.ip());
        return found;
    }
}
