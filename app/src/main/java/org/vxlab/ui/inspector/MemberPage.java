package org.vxlab.ui.inspector;

import org.vxlab.topology.Defaults;
import org.vxlab.topology.Host;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.LabProperty;
import org.vxlab.topology.Message;
import org.vxlab.topology.NextFree;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Segment.BridgeChoice;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Thing;
import org.vxlab.ui.inspector.Property.Choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The page of a host in a segment.
final class MemberPage {
    private final Lab lab;
    private final Segment segment;
    private final Member member;
    private final String name;
    private final Thing.Member thing;
    private final String path;

    private MemberPage(Lab lab, Segment segment, Member member) {
        this.lab = lab;
        this.segment = segment;
        this.member = member;
        this.name = segment.shownName();
        this.thing = new Thing.Member(name, member.host());
        this.path = Paths.of(lab, thing);
    }

    static Page of(Lab lab, Segment segment, Member member) {
        return new MemberPage(lab, segment, member).page();
    }

    private Page page() {
        List<Row> rows = new ArrayList<>();
        rows.add(address());
        rows.add(bridged());
        if (Defaults.bridge(segment, member).isPresent()) {
            rows.add(bridge());
        }
        rows.add(device());
        rows.add(learning());
        List<Row> around = new ArrayList<>();
        lab.host(member.host())
                .map(Host::underlay)
                .ifPresent(
                        port ->
                                around.add(
                                        new Row.Fact(
                                                Message.of("ui.inspector.member.vtep"),
                                                Choices.plainText(port.address().ip()))));
        around.add(Row.Link.to(new Thing.Host(member.host())));
        around.add(Row.Link.to(new Thing.Segment(name)));
        return new Page(
                Message.of("ui.inspector.kind.member", member.host(), name),
                Optional.of(Defaults.device(segment, member)),
                path,
                List.of(
                        Section.of("ui.inspector.section.member", rows),
                        Section.of("ui.inspector.section.belongs", around)));
    }

    private Property address() {
        return Property.line(
                        "ui.inspector.member.address",
                        "ip address",
                        path + ".address",
                        member.address(),
                        (_, text) ->
                                set(
                                        new LabProperty.MemberAddress(
                                                Reading.optional(text, InterfaceAddress::parse))))
                .fallback(Message.of("ui.inspector.member.address.none"))
                .suggest(NextFree.memberAddress(lab, segment));
    }

    private Property bridged() {
        boolean none = Defaults.bridge(segment, member).isEmpty();
        Message yes = Message.of("ui.inspector.member.bridged.yes");
        return Property.line(
                        "ui.inspector.member.bridged",
                        "master",
                        path + ".bridge.none",
                        none ? BridgeChoice.None.WORD : "",
                        (_, text) ->
                                set(
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

    private Property bridge() {
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
                                        new LabProperty.Bridge(
                                                Reading.optional(text, BridgeChoice.Named::new))))
                .fallback("br" + segment.vni())
                .together();
    }

    private Property device() {
        return Property.line(
                        "ui.inspector.member.device",
                        "type vxlan",
                        path + ".device",
                        member.device(),
                        (_, text) ->
                                set(new LabProperty.Device(Reading.optional(text, one -> one))))
                .fallback("vxlan" + segment.vni())
                .together();
    }

    private Property learning() {
        Message inherited =
                Message.of(
                        "ui.inspector.member.learning.inherited",
                        Choices.toggled(segment.options().learning().orElse(true)));
        return Property.line(
                        "ui.inspector.segment.learning",
                        "learning",
                        path + ".learning",
                        member.learning(),
                        (_, text) -> set(new LabProperty.Learning(Reading.toggle(text))))
                .choosing(Choices.toggle(inherited))
                .fallback(inherited)
                .together();
    }

    private Change set(LabProperty.OfMember property) {
        return Change.of(new LabEdit.SetMember(thing, property));
    }
}
