package org.vxlab.ui.inspector;

import org.vxlab.topology.Defaults;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.LabProperty;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Message;
import org.vxlab.topology.NextFree;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Workload;
import org.vxlab.topology.Thing;

import java.util.List;
import java.util.Optional;

/// The page of a workload.
final class WorkloadPage {
    private final Lab lab;
    private final Segment segment;
    private final Workload workload;
    private final String name;
    private final Thing.Workload thing;
    private final String path;

    private WorkloadPage(Lab lab, Segment segment, Workload workload) {
        this.lab = lab;
        this.segment = segment;
        this.workload = workload;
        this.name = segment.shownName();
        this.thing = new Thing.Workload(name, workload.host(), workload.name());
        this.path = Paths.of(lab, thing);
    }

    static Page of(Lab lab, Segment segment, Workload workload) {
        return new WorkloadPage(lab, segment, workload).page();
    }

    private Page page() {
        return new Page(
                Message.of("ui.inspector.kind.workload", workload.host(), name),
                Optional.of(workload.name()),
                path,
                List.of(
                        Section.of(
                                "ui.inspector.section.workload",
                                Names.of(lab, thing, path),
                                host(),
                                mac(),
                                address(),
                                gateway()),
                        Section.of(
                                "ui.inspector.section.belongs",
                                Row.Link.to(new Thing.Member(name, workload.host())))));
    }

    private Property host() {
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

    private Property mac() {
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
                                set(new LabProperty.Mac(Reading.optional(text, MacAddress::parse))))
                .fallback(Defaults.mac(lab.name(), silent))
                .suggest(Optional.of(NextFree.mac(lab)));
    }

    private Property address() {
        return Property.line(
                        "ui.inspector.workload.address",
                        "ip address",
                        path + ".address",
                        workload.address(),
                        (_, text) ->
                                set(
                                        new LabProperty.WorkloadAddress(
                                                Reading.optional(text, InterfaceAddress::parse))))
                .fallback(Message.of("ui.inspector.workload.address.none"))
                .suggest(NextFree.workloadAddress(lab, segment));
    }

    private Property gateway() {
        return Property.line(
                        "ui.inspector.workload.gateway",
                        "via",
                        path + ".gateway",
                        workload.gateway(),
                        (_, text) ->
                                set(new LabProperty.Gateway(Reading.optional(text, Ip::parse))))
                .fallback(Message.of("ui.inspector.workload.gateway.none"))
                .together();
    }

    private Change set(LabProperty.OfWorkload property) {
        return Change.of(new LabEdit.SetWorkload(thing, property));
    }
}
