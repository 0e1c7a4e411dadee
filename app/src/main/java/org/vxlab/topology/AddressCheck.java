package org.vxlab.topology;

import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Workload;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Checks overlay addresses and MACs within each Ethernet the segments make; separate ones may use
/// the same addresses.
final class AddressCheck {
    private final Lab lab;
    private final Findings findings;

    /// What the members of each host bring to its one routing table.
    private final Map<String, List<Connected>> connected = new HashMap<>();

    AddressCheck(Lab lab, Findings findings) {
        this.lab = lab;
        this.findings = findings;
    }

    /// What one domain holds so far.
    private static final class Domain {
        private final Map<Ip, String> owners = new HashMap<>();
        private final Map<MacAddress, String> macs = new HashMap<>();
        private final Map<Ip.Family, Prefix> subnets = new EnumMap<>(Ip.Family.class);
        private final Map<Ip.Family, Prefix> strange = new EnumMap<>(Ip.Family.class);
    }

    /// A subnet a host reaches through its device `device`.
    private record Connected(Prefix subnet, String device) {}

    void check() {
        for (List<Integer> indexes : BroadcastDomains.of(lab)) {
            Domain domain = new Domain();
            for (int index : indexes) {
                check(lab.segments().get(index), "segments[" + index + "]", domain);
            }
        }
    }

    private void check(Segment segment, String path, Domain domain) {
        for (int i = 0; i < segment.members().size(); i++) {
            Member member = segment.members().get(i);
            String place = path + ".members[" + i + "].address";
            // The same bridge in two segments is one device with one address.
            String owner =
                    member.host()
                            + " "
                            + Defaults.bridge(segment, member)
                                    .orElse(Defaults.device(segment, member));
            member.address()
                    .ifPresent(
                            address -> {
                                overlay(address, owner, place, domain);
                                underlay(address, place);
                                apart(member.host(), address, owner, place);
                            });
        }
        for (int i = 0; i < segment.workloads().size(); i++) {
            Workload workload = segment.workloads().get(i);
            String place = path + ".workloads[" + i + "]";
            workload.address()
                    .ifPresent(
                            address ->
                                    overlay(
                                            address,
                                            workload.name() + " @ " + workload.host(),
                                            place + ".address",
                                            domain));
            mac(workload, place + ".mac", domain);
        }
    }

    private void overlay(InterfaceAddress address, String owner, String place, Domain domain) {
        Ip ip = address.ip();
        if (ip.isMulticast()
                || ip.isLoopback()
                || ip.isUnspecified()
                || address.prefix().reserves(ip)) {
            findings.error(place, "topology.address.reserved", ip, address.prefix());
            return;
        }
        if (ip.family() == Ip.Family.V6 && ip.isLinkLocal()) {
            // Every device has one of the kernel's making, which is no part of a lab.
            findings.error(place, "topology.address.link-local", ip);
            return;
        }
        String first = domain.owners.putIfAbsent(ip, owner);
        if (first != null && !first.equals(owner)) {
            findings.error(place, "topology.address.twice", ip, first);
        }
        Prefix subnet = domain.subnets.putIfAbsent(ip.family(), address.prefix());
        if (subnet != null
                && !subnet.equals(address.prefix())
                && domain.strange.putIfAbsent(ip.family(), address.prefix()) == null) {
            findings.warning(place, "topology.address.subnets", address.prefix(), subnet);
        }
    }

    /// An overlay address makes a route on its host; where that covers a VTEP, the tunnel's own
    /// packets would be sent into the tunnel.
    private void underlay(InterfaceAddress address, String place) {
        for (Network network : lab.networks()) {
            if (network.subnet().overlaps(address.prefix())) {
                findings.error(
                        place,
                        "topology.address.underlay",
                        address.prefix(),
                        network.name(),
                        network.subnet());
                return;
            }
        }
    }

    /// Workloads are namespaces with routes of their own, but all addresses of a host share one
    /// routing table: of two devices with one subnet, answers leave through the first.
    private void apart(String host, InterfaceAddress address, String device, String place) {
        List<Connected> earlier = connected.computeIfAbsent(host, _ -> new ArrayList<>());
        earlier.stream()
                .filter(other -> !other.device().equals(device))
                .filter(other -> other.subnet().overlaps(address.prefix()))
                .findFirst()
                .ifPresent(
                        other ->
                                findings.warning(
                                        place,
                                        "topology.address.routes",
                                        host,
                                        address.prefix(),
                                        other.subnet(),
                                        other.device()));
        earlier.add(new Connected(address.prefix(), device));
    }

    private void mac(Workload workload, String place, Domain domain) {
        MacAddress mac = Defaults.mac(lab.name(), workload);
        String first = domain.macs.putIfAbsent(mac, workload.name());
        if (first != null && workload.mac().isPresent()) {
            findings.error(place, "topology.mac.twice", mac, first);
        }
    }
}
