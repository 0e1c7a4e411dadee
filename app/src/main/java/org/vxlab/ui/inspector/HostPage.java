package org.vxlab.ui.inspector;

import org.vxlab.topology.Defaults;
import org.vxlab.topology.Host;
import org.vxlab.topology.Host.UnderlayPort;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.LabProperty;
import org.vxlab.topology.Message;
import org.vxlab.topology.Network;
import org.vxlab.topology.NextFree;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The page of a host.
final class HostPage {
    private final Lab lab;
    private final Host host;
    private final String path;

    private HostPage(Lab lab, Host host) {
        this.lab = lab;
        this.host = host;
        this.path = Paths.of(lab, new Thing.Host(host.name()));
    }

    static Page of(Lab lab, Host host) {
        return new HostPage(lab, host).page();
    }

    private Page page() {
        List<Section> sections = new ArrayList<>();
        sections.add(
                Section.of(
                        "ui.inspector.section.host",
                        Names.of(lab, new Thing.Host(host.name()), path)));
        sections.add(Section.of("ui.inspector.section.underlay", network(), address(), device()));
        sections.add(
                Section.of("ui.inspector.section.ssh", new SshRows(host, path + ".ssh").rows()));
        List<Row> overlay = overlay();
        if (!overlay.isEmpty()) {
            sections.add(Section.of("ui.inspector.section.overlay", overlay));
        }
        return new Page(
                Message.of("ui.inspector.kind.host"), Optional.of(host.name()), path, sections);
    }

    private Property network() {
        return Property.line(
                        "ui.inspector.host.network",
                        "network",
                        path + ".underlay.network",
                        host.underlay().network(),
                        (now, text) -> moved(now, text))
                .choosing(Choices.plain(lab.networks().stream().map(Network::name).toList()))
                .together();
    }

    /// A host that goes to another network needs an address there.
    private Change moved(Lab now, String network) {
        UnderlayPort old = port(now);
        Optional<Network> there = now.network(network);
        InterfaceAddress address =
                there.filter(one -> !one.subnet().contains(old.address().ip()))
                        .flatMap(one -> NextFree.hostAddress(now, one))
                        .orElse(old.address());
        return set(old.withNetwork(network).withAddress(address));
    }

    private Property address() {
        return Property.line(
                        "ui.inspector.host.address",
                        "local",
                        path + ".underlay.address",
                        host.underlay().address(),
                        (now, text) -> set(port(now).withAddress(InterfaceAddress.parse(text))))
                .suggest(
                        lab.network(host.underlay().network())
                                .flatMap(network -> NextFree.hostAddress(lab, network)));
    }

    private Property device() {
        Object fallback =
                host.ssh().isEmpty()
                        ? Defaults.BUILT_IN_DEVICE
                        : Message.of("ui.inspector.host.device.found");
        return Property.line(
                        "ui.inspector.host.device",
                        "dev",
                        path + ".underlay.device",
                        host.underlay().device(),
                        (now, text) ->
                                set(port(now).withDevice(Reading.optional(text, one -> one))))
                .fallback(fallback)
                .together();
    }

    private UnderlayPort port(Lab now) {
        return now.host(host.name()).orElse(host).underlay();
    }

    private Change set(UnderlayPort port) {
        return Change.of(new LabEdit.SetHost(host.name(), new LabProperty.Port(port)));
    }

    private List<Row> overlay() {
        List<Row> rows = new ArrayList<>();
        for (Segment segment : lab.segments()) {
            String name = segment.shownName();
            segment.member(host.name())
                    .ifPresent(
                            _ ->
                                    rows.add(
                                            new Row.Link(
                                                    Message.of(
                                                            "ui.inspector.link.segment",
                                                            name,
                                                            segment.vni()),
                                                    new Thing.Member(name, host.name()))));
            segment.workloads().stream()
                    .filter(workload -> workload.host().equals(host.name()))
                    .forEach(
                            workload ->
                                    rows.add(
                                            new Row.Link(
                                                    Message.of(
                                                            "ui.inspector.link.workload",
                                                            workload.name(),
                                                            name),
                                                    new Thing.Workload(
                                                            name, host.name(), workload.name()))));
        }
        return rows;
    }
}
