package org.vxlab.topology;

import org.vxlab.topology.Host.UnderlayPort;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Options;
import org.vxlab.topology.Segment.Tunnel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Changes one thing of a lab as a person at the drawing would; the result may have problems.
public final class RandomEdit {
    private RandomEdit() {}

    public static Lab of(Lab lab, long seed) {
        Random random = new Random(seed);
        List<Network> networks = new ArrayList<>(lab.networks());
        List<Router> routers = new ArrayList<>(lab.routers());
        List<Host> hosts = new ArrayList<>(lab.hosts());
        List<Segment> segments = new ArrayList<>(lab.segments());
        Layout layout = lab.layout();
        String name = lab.name();
        switch (random.nextInt(10)) {
            case 0 -> hosts.add(random.nextInt(hosts.size() + 1), newHost(random));
            case 1 -> removeOne(hosts, random);
            case 2 -> renameHost(hosts, random);
            case 3 -> segments.add(random.nextInt(segments.size() + 1), newSegment(random, hosts));
            case 4 -> removeOne(segments, random);
            case 5, 6 -> changeSegment(segments, random);
            case 7 -> layout = move(layout, hosts, random);
            case 8 -> {
                Collections.shuffle(hosts, random);
                Collections.shuffle(segments, random);
            }
            default -> {
                removeOne(routers, random);
                name = name + "x";
                networks.add(
                        new Network(
                                "new" + random.nextInt(99),
                                Prefix.parse("172.16.0.0/16"),
                                Optional.empty()));
            }
        }
        return new Lab(name, networks, routers, hosts, segments, layout);
    }

    private static void removeOne(List<?> list, Random random) {
        if (!list.isEmpty()) {
            list.remove(random.nextInt(list.size()));
        }
    }

    private static Host newHost(Random random) {
        return new Host(
                "new" + random.nextInt(99),
                random.nextBoolean() ? Optional.of(new SshTarget.Alias("there")) : Optional.empty(),
                new UnderlayPort(
                        "lan0", Optional.empty(), InterfaceAddress.parse("192.168.50.99/24")));
    }

    private static void renameHost(List<Host> hosts, Random random) {
        if (hosts.isEmpty()) {
            return;
        }
        int index = random.nextInt(hosts.size());
        Host host = hosts.get(index);
        hosts.set(index, new Host(host.name() + "-renamed", host.ssh(), host.underlay()));
    }

    private static Segment newSegment(Random random, List<Host> hosts) {
        List<Member> members = hosts.stream().map(host -> member(host.name())).toList();
        return new Segment(
                new Vni(random.nextInt(Vni.MAX)),
                Optional.empty(),
                Options.DEFAULTS,
                Optional.empty(),
                members,
                List.of(),
                List.of(),
                List.of());
    }

    private static Member member(String host) {
        return new Member(
                host, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static void changeSegment(List<Segment> segments, Random random) {
        if (segments.isEmpty()) {
            return;
        }
        int index = random.nextInt(segments.size());
        Segment old = segments.get(index);
        List<Member> members = new ArrayList<>(old.members());
        Optional<List<Tunnel>> tunnels = old.tunnels();
        Options o = old.options();
        List<Segment.Workload> workloads = new ArrayList<>(old.workloads());
        switch (random.nextInt(6)) {
            case 0 -> members.add(random.nextInt(members.size() + 1), member("added"));
            case 1 -> removeOne(members, random);
            case 2 ->
                    tunnels =
                            tunnels.isPresent()
                                    ? Optional.empty()
                                    : Optional.of(List.of(new Tunnel("h0", "h1")));
            case 3 -> removeOne(workloads, random);
            case 4 -> {
                int at = members.isEmpty() ? 0 : random.nextInt(members.size());
                if (members.isEmpty()) {
                    members.add(member("first"));
                }
                Member member = members.get(at);
                members.set(
                        at,
                        new Member(
                                member.host(),
                                member.address().isPresent()
                                        ? Optional.empty()
                                        : Optional.of(InterfaceAddress.parse("10.77.0.1/24")),
                                Optional.empty(),
                                member.device(),
                                Optional.of(true)));
            }
            default ->
                    o =
                            new Options(
                                    o.port().isPresent() ? Optional.empty() : Optional.of(4790),
                                    o.flooding(),
                                    o.group(),
                                    Optional.of(false),
                                    o.ageing().map(ageing -> ageing + 1),
                                    Optional.of(1400),
                                    Optional.empty(),
                                    o.tos(),
                                    o.df(),
                                    o.udpcsum());
        }
        segments.set(
                index,
                new Segment(
                        old.vni(),
                        old.name(),
                        o,
                        tunnels,
                        members,
                        old.fdb(),
                        old.neighbours(),
                        workloads));
    }

    private static Layout move(Layout layout, List<Host> hosts, Random random) {
        Map<String, Point> positions = new LinkedHashMap<>(layout.positions());
        if (hosts.isEmpty()) {
            return layout;
        }
        String host = hosts.get(random.nextInt(hosts.size())).name();
        positions.put(host, new Point(random.nextInt(900), 7));
        return new Layout(positions, layout.notes());
    }
}
