package org.vxlab.ui.inspector;

import org.vxlab.topology.Defaults;
import org.vxlab.topology.Host;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.LabProperty;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Message;
import org.vxlab.topology.NextFree;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Segment.BridgeChoice;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Workload;
import org.vxlab.topology.Thing;
import org.vxlab.ui.inspector.Property.Choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pages of what stands on one host in one segment: its member, and its workloads.
final class MemberPages {
    private final Lab lab;
    private final Segment segment;
    private final String name;

    MemberPages(Lab lab, Segment segment) {
        this.lab = lab;
        this.segment = segment;
        this.name = segment.shownName();
    }

    Page member(Member member) {
        Thing.Member thing = new Thing.Member(name, member.host());
        String path = Paths.of(lab, thing);
        List<Row> rows = new ArrayList<>();
        rows.add(address(member, thing, path));
        rows.add(bridged(member, thing, path));
        if (Defaults.bridge(segment, member).isPresent()) {
            rows.add(bridge(member, thing, path));
        }
        rows.add(device(member, thing, path));
        rows.add(learning(member, thing, path));
        List<Row> around = new ArrayList<>();
        lab.host(member.host())
                .map(Host::underlay)
                .ifPresent(
                        port ->
                                around.add(
                                        new Row.Fact(
                                                Message.of("ui.inspector.member.vtep"),
                                                Choices.plainText(port.address().ip()))));
        around.add(UnderlayPages.link(new Thing.Host(member.host())));
        around.add(UnderlayPages.link(new Thing.Segment(name)));
        return new Page(
                Message.of("ui.inspector.kind.member", member.host(), name),
                Optional.of(Defaults.device(segment, member)),
                path,
                List.of(
                        Section.of("ui.inspector.section.member", rows),
                        Section.of("ui.inspector.section.belongs", around)));
    }

    private Property address(Member member, Thing.Member thing, String path) {
        return Property.line(
                        "ui.inspector.member.address",
                        "ip address",
                        path + ".address",
                        member.address(),
                        (_, text) ->
                                set(
                                        thing,
                                        new LabProperty.MemberAddress(
                                                Reading.optional(text, InterfaceAddress::parse))))
                .fallback(Message.of("ui.inspector.member.address.none"))
                .suggest(NextFree.memberAddress(lab, segment));
    }

    private Property bridged(Member member, Thing.Member thing, String path) {
        boolean none = Defaults.bridge(segment, member).isEmpty();
        Message yes = Message.of("ui.inspector.member.bridged.yes");
        return Property.line(
                        "ui.inspector.member.bridged",
                        "master",
                        path + ".bridge.none",
                        none ? BridgeChoice.None.WORD : "",
                        (_, text) ->
                                set(
                                        thing,
                                        new LabProperty.Bridge(
                                                text.isEmpty()
                                                        ? Optional.empty()
                                                        : Optional.of(new BridgeChoice.None()))))
                .choosing(
                        List.of(
                                new Choice(
                                        "",
                                        Message.of("ui.inspector.default", yes),
                                        Optional.of(
                                                Message.of(
                                                        "ui.inspector.member.bridged.yes.means"))),
                                new Choice(
                                        BridgeChoice.None.WORD,
                                        Message.of("ui.inspector.member.bridged.no"),
                                        Optional.of(
                                                Message.of(
                                                        "ui.inspector.member.bridged.no.means")))))
                .fallback(yes)
                .together();
    }

    private Property bridge(Member member, Thing.Member thing, String path) {
        Optional<String> written =
                member.bridge()
                        .flatMap(
                                choice ->
                                        switch (choice) {
                                            case BridgeChoice.None() -> Optional.empty();
                                            case BridgeChoice.Named(String own) -> Optional.of(own);
                                        });
        return Property.line(
                        "ui.inspector.member.bridge",
                        "type bridge",
                        path + ".bridge",
                        written,
                        (_, text) ->
                                set(
                                        thing,
                                        new LabProperty.Bridge(
                                                Reading.optional(text, BridgeChoice.Named::new))))
                .fallback("br" + segment.vni())
                .together();
    }

    private Property device(Member member, Thing.Member thing, String path) {
        return Property.line(
                        "ui.inspector.member.device",
                        "type vxlan",
                        path + ".device",
                        member.device(),
                        (_, text) ->
                                set(
                                        thing,
                                        new LabProperty.Device(Reading.optional(text, one -> one))))
                .fallback("vxlan" + segment.vni())
                .together();
    }

    private Property learning(Member member, Thing.Member thing, String path) {
        Message inherited =
                Message.of(
                        "ui.inspector.member.learning.inherited",
                        Choices.toggled(segment.options().learning().orElse(true)));
        return Property.line(
                        "ui.inspector.segment.learning",
                        "learning",
                        path + ".learning",
                        member.learning(),
                        (_, text) -> set(thing, new LabProperty.Learning(Reading.toggle(text))))
                .choosing(Choices.toggle(inherited))
                .fallback(inherited)
                .together();
    }

    private static Change set(Thing.Member thing, LabProperty.OfMember property) {
        return Change.of(new LabEdit.SetMember(thing, property));
    }

    Page workload(Workload workload) {
        Thing.Workload thing = new Thing.Workload(name, workload.host(), workload.name());
        String path = Paths.of(lab, thing);
        return new Page(
                Message.of("ui.inspector.kind.workload", workload.host(), name),
                Optional.of(workload.name()),
                path,
                List.of(
                        Section.of(
                                "ui.inspector.section.workload",
                                Names.of(lab, thing, path),
                                host(workload, thing, path),
                                mac(workload, thing, path),
                                address(workload, thing, path),
                                gateway(workload, thing, path)),
                        Section.of(
                                "ui.inspector.section.belongs",
                                UnderlayPages.link(new Thing.Member(name, workload.host())))));
    }

    private Property host(Workload workload, Thing.Workload thing, String path) {
        return Property.line(
                        "ui.inspector.workload.host",
                        "host",
                        path + ".host",
                        workload.host(),
                        (_, text) ->
                                Change.of(
                                        new LabEdit.SetWorkload(
                                                thing, new LabProperty.WorkloadHost(text)),
                                        new Thing.Workload(name, text, workload.name())))
                .choosing(Choices.plain(segment.members().stream().map(Member::host).toList()))
                .strictly();
    }

    private Property mac(Workload workload, Thing.Workload thing, String path) {
        Workload silent =
                new Workload(
                        workload.name(),
                        workload.host(),
                        Optional.empty(),
                        workload.address(),
                        workload.gateway());
        return Property.line(
                        "ui.inspector.entry.mac",
                        "address",
                        path + ".mac",
                        workload.mac(),
                        (_, text) ->
                                set(
                                        thing,
                                        new LabProperty.Mac(
                                                Reading.optional(text, MacAddress::parse))))
                .fallback(Defaults.mac(lab.name(), silent))
                .suggest(Optional.of(NextFree.mac(lab)));
    }

    private Property address(Workload workload, Thing.Workload thing, String path) {
        return Property.line(
                        "ui.inspector.workload.address",
                        "ip address",
                        path + ".address",
                        workload.address(),
                        (_, text) ->
                                set(
                                        thing,
                                        new LabProperty.WorkloadAddress(
                                                Reading.optional(text, InterfaceAddress::parse))))
                .fallback(Message.of("ui.inspector.workload.address.none"))
                .suggest(NextFree.workloadAddress(lab, segment));
    }

    private Property gateway(Workload workload, Thing.Workload thing, String path) {
        return Property.line(
                        "ui.inspector.workload.gateway",
                        "via",
                        path + ".gateway",
                        workload.gateway(),
                        (_, text) ->
                                set(
                                        thing,
                                        new LabProperty.Gateway(Reading.optional(text, Ip::parse))))
                .fallback(Message.of("ui.inspector.workload.gateway.none"))
                .together();
    }

    private static Change set(Thing.Workload thing, LabProperty.OfWorkload property) {
        return Change.of(new LabEdit.SetWorkload(thing, property));
    }
}
