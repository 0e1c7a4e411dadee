package org.vxlab.plan;

import static java.util.stream.Collectors.toSet;

import org.vxlab.kernel.Link;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Prefix;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What becomes of the addresses of a device that stays: some go first, others are put later.
record AddressChange(List<InterfaceAddress> before, List<InterfaceAddress> wanted) {
    static AddressChange of(Optional<Link> before, Link wanted) {
        return new AddressChange(before.map(Link::addresses).orElse(List.of()), wanted.addresses());
    }

    /// The last of a subnet first: with the first one the kernel takes all others of it away
    /// (ip-sysctl, `promote_secondaries`), and a command for what is not there fails.
    List<InterfaceAddress> gone() {
        return before.reversed().stream().filter(address -> !wanted.contains(address)).toList();
    }

    /// What went with the first address of its subnet is put again.
    List<InterfaceAddress> put() {
        Set<Prefix> shrunk = gone().stream().map(InterfaceAddress::prefix).collect(toSet());
        return wanted.stream()
                .filter(address -> !before.contains(address) || shrunk.contains(address.prefix()))
                .toList();
    }

    /// Whether the device may be without any IPv4 address in between: the kernel then drops all its
    /// IPv4 neighbours, permanent ones too (`fib_disable_ip` in net/ipv4/fib_frontend.c).
    boolean emptiesIpv4() {
        List<InterfaceAddress> put = put();
        return gone().stream().anyMatch(AddressChange::isIpv4)
                && before.stream()
                        .filter(AddressChange::isIpv4)
                        .allMatch(address -> !wanted.contains(address) || put.contains(address));
    }

    private static boolean isIpv4(InterfaceAddress address) {
        return address.ip().family() == Ip.Family.V4;
    }
}
