package org.vxlab.topology;

import org.vxlab.topology.Layout.Note;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Options;
import org.vxlab.topology.Segment.Workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sets properties, and what a property takes with it.
final class LabSetting {
    private LabSetting() {}

    static Lab set(Lab lab, String name, LabProperty.OfNetwork property) {
        Optional<Network> old = lab.network(name);
        if (old.isEmpty()) {
            return lab;
        }
        return switch (property) {
            case LabProperty.Subnet(Prefix subnet) -> Renumbering.of(lab, old.get(), subnet);
            case LabProperty.NetworkMtu(Optional<Integer> bytes) ->
                    lab.withNetworks(
                            LabLists.changed(
                                    lab.networks(),
                                    network -> network.name().equals(name),
                                    network -> new Network(name, network.subnet(), bytes)));
        };
    }

    static Lab set(Lab lab, String name, String network, Optional<Ip> address) {
        return lab.withRouters(
                LabLists.changed(
                        lab.routers(),
                        router -> router.name().equals(name),
                        router -> {
                            Map<String, Ip> addresses = new LinkedHashMap<>(router.addresses());
                            addresses.remove(network);
                            address.ifPresent(ip -> addresses.put(network, ip));
                            return new Router(name, addresses);
                        }));
    }

    static Lab set(Lab lab, String name, LabProperty.OfHost property) {
        return lab.withHosts(
                LabLists.changed(
                        lab.hosts(),
                        host -> host.name().equals(name),
                        host ->
                                switch (property) {
                                    case LabProperty.Ssh(Optional<SshTarget> target) ->
                                            new Host(name, target, host.underlay());
                                    case LabProperty.Port(Host.UnderlayPort port) ->
                                            new Host(name, host.ssh(), port);
                                }));
    }

    static Lab set(Lab lab, String name, LabProperty.OfSegment property) {
        return switch (property) {
            case LabProperty.SegmentVni(Vni vni) -> vni(lab, name, vni);
            case LabProperty.Tunnels(Optional<List<Segment.Tunnel>> pairs) ->
                    LabLists.inSegment(lab, name, segment -> segment.withTunnels(pairs));
            case LabProperty.Option<?> option ->
                    LabLists.inSegment(
                            lab,
                            name,
                            segment -> segment.withOptions(options(lab, segment, option)));
        };
    }

    private static Lab vni(Lab lab, String name, Vni vni) {
        Lab changed = LabLists.inSegment(lab, name, segment -> segment.withVni(vni));
        boolean named = lab.segment(name).flatMap(Segment::name).isPresent();
        return named
                ? changed
                : changed.withLayout(LabMove.renamed(lab, new Thing.Segment(name), "vni" + vni));
    }

    /// A group belongs to flooding by multicast: the two come and go together.
    private static <T> Options options(Lab lab, Segment segment, LabProperty.Option<T> property) {
        Options set = property.option().set(segment.options(), property.value());
        if (property.option() != SegmentOption.FLOODING) {
            return set;
        }
        boolean multicast = set.flooding().filter(Flooding.MULTICAST::equals).isPresent();
        Optional<Ip> group =
                multicast
                        ? set.group().or(() -> Optional.of(NextFree.group(lab, segment)))
                        : Optional.empty();
        return SegmentOption.GROUP.set(set, group);
    }

    static Lab set(Lab lab, Thing.Member thing, LabProperty.OfMember property) {
        return LabLists.inSegment(
                lab,
                thing.segment(),
                segment ->
                        segment.withMembers(
                                LabLists.changed(
                                        segment.members(),
                                        member -> member.host().equals(thing.host()),
                                        member -> with(member, property))));
    }

    private static Member with(Member old, LabProperty.OfMember property) {
        return switch (property) {
            case LabProperty.MemberAddress(Optional<InterfaceAddress> address) ->
                    new Member(old.host(), address, old.bridge(), old.device(), old.learning());
            case LabProperty.Bridge(Optional<Segment.BridgeChoice> choice) ->
                    new Member(old.host(), old.address(), choice, old.device(), old.learning());
            case LabProperty.Device(Optional<String> name) ->
                    new Member(old.host(), old.address(), old.bridge(), name, old.learning());
            case LabProperty.Learning(Optional<Boolean> on) ->
                    new Member(old.host(), old.address(), old.bridge(), old.device(), on);
        };
    }

    static Lab set(Lab lab, Thing.Workload thing, LabProperty.OfWorkload property) {
        return LabLists.inWorkload(lab, thing, one -> with(one, property));
    }

    private static Workload with(Workload old, LabProperty.OfWorkload property) {
        return switch (property) {
            case LabProperty.WorkloadHost(String host) ->
                    new Workload(old.name(), host, old.mac(), old.address(), old.gateway());
            case LabProperty.Mac(Optional<MacAddress> mac) ->
                    new Workload(old.name(), old.host(), mac, old.address(), old.gateway());
            case LabProperty.WorkloadAddress(Optional<InterfaceAddress> address) ->
                    new Workload(old.name(), old.host(), old.mac(), address, old.gateway());
            case LabProperty.Gateway(Optional<Ip> gateway) ->
                    new Workload(old.name(), old.host(), old.mac(), old.address(), gateway);
        };
    }

    static Lab set(Lab lab, int note, String text) {
        List<Note> notes = new ArrayList<>(lab.layout().notes());
        if (note >= notes.size()) {
            return lab;
        }
        notes.set(note, new Note(notes.get(note).at(), text));
        return lab.withLayout(new Layout(lab.layout().positions(), notes));
    }
}
