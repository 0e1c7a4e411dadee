package org.vxlab.topology;

import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.StaticFdb;
import org.vxlab.topology.Segment.StaticNeighbour;
import org.vxlab.topology.Segment.Workload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks that static entries say of the lab's own MACs what the lab says of them; an entry that
/// does not sends frames to nobody, without a word from the kernel.
final class OwnerCheck {
    private final Lab lab;
    private final Findings findings;

    OwnerCheck(Lab lab, Findings findings) {
        this.lab = lab;
        this.findings = findings;
    }

    void check() {
        for (List<Integer> domain : BroadcastDomains.of(lab)) {
            Map<Ip, MacAddress> macs = new HashMap<>();
            Map<MacAddress, String> hosts = new HashMap<>();
            for (int index : domain) {
                owners(lab.segments().get(index), macs, hosts);
            }
            for (int index : domain) {
                String path = "segments[" + index + "]";
                neighbours(lab.segments().get(index), path, macs);
                // Behind a bridge that joins segments, a MAC may be on another host than its VTEP.
                if (domain.size() == 1) {
                    entries(lab.segments().get(index), path, hosts);
                }
            }
        }
    }

    private void owners(Segment segment, Map<Ip, MacAddress> macs, Map<MacAddress, String> hosts) {
        for (Member member : segment.members()) {
            MacAddress mac = Defaults.mac(lab.name(), segment, member);
            member.address().ifPresent(address -> macs.putIfAbsent(address.ip(), mac));
            hosts.putIfAbsent(mac, member.host());
        }
        for (Workload workload : segment.workloads()) {
            MacAddress mac = Defaults.mac(lab.name(), workload);
            workload.address().ifPresent(address -> macs.putIfAbsent(address.ip(), mac));
            hosts.putIfAbsent(mac, workload.host());
        }
    }

    private void neighbours(Segment segment, String path, Map<Ip, MacAddress> macs) {
        for (int i = 0; i < segment.neighbours().size(); i++) {
            StaticNeighbour entry = segment.neighbours().get(i);
            MacAddress mac = macs.getOrDefault(entry.address(), entry.mac());
            boolean possible = !entry.mac().isZero() && !entry.mac().isGroup();
            if (possible && !mac.equals(entry.mac())) {
                findings.warning(
                        path + ".neighbours[" + i + "].mac",
                        "topology.entry.other-mac",
                        entry.address(),
                        mac,
                        entry.mac());
            }
        }
    }

    private void entries(Segment segment, String path, Map<MacAddress, String> hosts) {
        for (int i = 0; i < segment.fdb().size(); i++) {
            StaticFdb entry = segment.fdb().get(i);
            Optional<String> owner =
                    Optional.ofNullable(hosts.get(entry.mac()))
                            .filter(host -> !host.equals(entry.on()));
            Optional<String> behind = host(entry.vtep());
            if (owner.isPresent() && behind.isPresent() && !owner.equals(behind)) {
                findings.warning(
                        path + ".fdb[" + i + "].vtep",
                        "topology.entry.other-host",
                        entry.mac(),
                        owner.get(),
                        behind.get());
            }
        }
    }

    /// The host a VTEP is, given by name or address; empty for one outside the lab.
    private Optional<String> host(String vtep) {
        return lab.hosts().stream()
                .filter(
                        host ->
                                host.name().equals(vtep)
                                        || host.underlay().address().ip().toString().equals(vtep))
                .map(Host::name)
                .findFirst();
    }
}
