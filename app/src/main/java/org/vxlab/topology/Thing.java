package org.vxlab.topology;

import java.util.ArrayList;
import java.util.List;

/// Names one thing of a drawing, so that edits, selections and pictures can speak of it.
///
/// Segments are named as they are shown ([Segment#shownName]).
public sealed interface Thing {
    /// An underlay network.
    record Network(String name) implements Thing {}

    /// An underlay router.
    record Router(String name) implements Thing {}

    /// A host.
    record Host(String name) implements Thing {}

    /// A segment.
    record Segment(String name) implements Thing {}

    /// A segment's end on a host: its vxlan device.
    record Member(String segment, String host) implements Thing {}

    /// A pair of VTEPs of a segment.
    record Tunnel(String segment, String one, String other) implements Thing {
        /// The same tunnel has the same value whichever end is named first.
        public Tunnel {
            if (one.compareTo(other) > 0) {
                String first = other;
                other = one;
                one = first;
            }
        }
    }

    /// A forwarding entry on a host, static or learned.
    record Fdb(String segment, String on, MacAddress mac) implements Thing {}

    /// A permanent neighbour on a host.
    record Neighbour(String segment, String on, Ip address) implements Thing {}

    /// A workload; its name is unique on its host only.
    record Workload(String segment, String host, String name) implements Thing {}

    /// A note, by its place in the lab file.
    record Note(int index) implements Thing {}

    /// Everything a lab has, in the order of its file.
    static List<Thing> all(Lab lab) {
        List<Thing> all = new ArrayList<>();
        lab.networks().forEach(network -> all.add(new Network(network.name())));
        lab.routers().forEach(router -> all.add(new Router(router.name())));
        lab.hosts().forEach(host -> all.add(new Host(host.name())));
        for (org.vxlab.topology.Segment segment : lab.segments()) {
            String name = segment.shownName();
            all.add(new Segment(name));
            segment.members().forEach(member -> all.add(new Member(name, member.host())));
            segment.tunnels()
                    .ifPresent(
                            tunnels ->
                                    tunnels.forEach(
                                            tunnel ->
                                                    all.add(
                                                            new Tunnel(
                                                                    name,
                                                                    tunnel.one(),
                                                                    tunnel.other()))));
            segment.fdb().forEach(entry -> all.add(new Fdb(name, entry.on(), entry.mac())));
            segment.neighbours()
                    .forEach(entry -> all.add(new Neighbour(name, entry.on(), entry.address())));
            segment.workloads()
                    .forEach(
                            workload ->
                                    all.add(new Workload(name, workload.host(), workload.name())));
        }
        for (int i = 0; i < lab.layout().notes().size(); i++) {
            all.add(new Note(i));
        }
        return List.copyOf(all);
    }

    /// How the thing is called in a sentence, in any language: its name, and where it takes two,
    /// both.
    default String shown() {
        return switch (this) {
            case Network(String name) -> name;
            case Router(String name) -> name;
            case Host(String name) -> name;
            case Segment(String name) -> name;
            case Member(String segment, String host) -> segment + "@" + host;
            case Tunnel(String segment, String one, String other) ->
                    segment + " " + one + "–" + other;
            case Fdb(String segment, String on, MacAddress mac) -> mac + "@" + on;
            case Neighbour(String segment, String on, Ip address) -> address + "@" + on;
            case Workload(String segment, String host, String name) -> name;
            case Note(int index) -> "#" + (index + 1);
        };
    }
}
