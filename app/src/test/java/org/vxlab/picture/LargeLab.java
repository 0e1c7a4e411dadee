package org.vxlab.picture;

import org.vxlab.topology.Host;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Network;
import org.vxlab.topology.Prefix;
import org.vxlab.topology.Router;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Vni;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A lab of any size: fifty hosts a network, one router, two segments, a workload on each host.
final class LargeLab {
    private static final int HOSTS_A_NETWORK = 50;

    private LargeLab() {}

    static Lab of(int hosts) {
        List<Network> networks = new ArrayList<>();
        Map<String, Ip> ports = new LinkedHashMap<>();
        List<Host> all = new ArrayList<>();
        List<Segment.Member> red = new ArrayList<>();
        List<Segment.Member> blue = new ArrayList<>();
        List<Segment.Workload> workloads = new ArrayList<>();
        for (int i = 0; i < hosts; i++) {
            int net = i / HOSTS_A_NETWORK;
            String base = "172.16." + net + ".";
            if (i % HOSTS_A_NETWORK == 0) {
                networks.add(
                        new Network("lan" + net, Prefix.parse(base + "0/24"), Optional.empty()));
                ports.put("lan" + net, Ip.parse(base + "1"));
            }
            String name = "h" + (i + 1);
            String address = base + (11 + i % HOSTS_A_NETWORK) + "/24";
            all.add(
                    new Host(
                            name,
                            Optional.empty(),
                            new Host.UnderlayPort(
                                    "lan" + net,
                                    Optional.empty(),
                                    InterfaceAddress.parse(address))));
            red.add(member(name));
            if (i % 2 == 0) {
                blue.add(member(name));
            }
            workloads.add(
                    new Segment.Workload(
                            "vm" + (i + 1),
                            name,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }
        List<Router> routers = ports.size() > 1 ? List.of(new Router("r1", ports)) : List.of();
        return new Lab(
                "large-" + hosts,
                networks,
                routers,
                all,
                List.of(segment(10, "red", red, workloads), segment(20, "blue", blue, List.of())),
                Layout.NONE);
    }

    private static Segment.Member member(String host) {
        return new Segment.Member(
                host, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Segment segment(
            int vni, String name, List<Segment.Member> members, List<Segment.Workload> workloads) {
        return new Segment(
                new Vni(vni),
                Optional.of(name),
                Segment.Options.DEFAULTS,
                Optional.empty(),
                members,
                List.of(),
                List.of(),
                workloads);
    }
}
