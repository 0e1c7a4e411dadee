package org.vxlab.ui.inspector;

import org.vxlab.topology.Ip;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.LabProperty;
import org.vxlab.topology.Message;
import org.vxlab.topology.Network;
import org.vxlab.topology.NextFree;
import org.vxlab.topology.Prefix;
import org.vxlab.topology.Router;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pages of what hosts are plugged into.
final class UnderlayPages {
    private static final int MAX_MTU = 65_535;

    private UnderlayPages() {}

    static Page network(Lab lab, Network network) {
        String path = Paths.of(lab, new Thing.Network(network.name()));
        String name = network.name();
        List<Row> inside = new ArrayList<>();
        lab.routers().stream()
                .filter(router -> router.addresses().containsKey(name))
                .forEach(router -> inside.add(Row.Link.to(new Thing.Router(router.name()))));
        lab.hosts().stream()
                .filter(host -> host.underlay().network().equals(name))
                .forEach(host -> inside.add(Row.Link.to(new Thing.Host(host.name()))));
        List<Section> sections = new ArrayList<>();
        sections.add(
                Section.of(
                        "ui.inspector.section.network",
                        Names.of(lab, new Thing.Network(name), path),
                        subnet(lab, network, path),
                        mtu(network, path)));
        if (!inside.isEmpty()) {
            sections.add(Section.of("ui.inspector.section.plugged", inside));
        }
        return new Page(Message.of("ui.inspector.kind.network"), Optional.of(name), path, sections);
    }

    private static Property subnet(Lab lab, Network network, String path) {
        return Property.line(
                        "ui.inspector.network.subnet",
                        "subnet",
                        path + ".subnet",
                        network.subnet(),
                        (_, text) ->
                                Change.of(
                                        new LabEdit.SetNetwork(
                                                network.name(),
                                                new LabProperty.Subnet(Prefix.parse(text)))))
                .suggest(Optional.of(NextFree.underlaySubnet(lab)));
    }

    private static Property mtu(Network network, String path) {
        return Property.line(
                        "ui.inspector.network.mtu",
                        "mtu",
                        path + ".mtu",
                        network.mtu(),
                        (_, text) ->
                                Change.of(
                                        new LabEdit.SetNetwork(
                                                network.name(),
                                                new LabProperty.NetworkMtu(
                                                        Reading.optional(
                                                                text,
                                                                one ->
                                                                        Reading.whole(
                                                                                one, 0,
                                                                                MAX_MTU))))))
                .fallback(Network.DEFAULT_MTU)
                .together();
    }

    static Page router(Lab lab, Router router) {
        String path = Paths.of(lab, new Thing.Router(router.name()));
        List<Row> addresses = new ArrayList<>();
        for (Network network : lab.networks()) {
            addresses.add(address(lab, router, network, path));
        }
        if (lab.networks().isEmpty()) {
            addresses.add(new Row.Sentence(Message.of("ui.inspector.router.no-network")));
        }
        return new Page(
                Message.of("ui.inspector.kind.router"),
                Optional.of(router.name()),
                path,
                List.of(
                        Section.of(
                                "ui.inspector.section.router",
                                Names.of(lab, new Thing.Router(router.name()), path)),
                        Section.of("ui.inspector.section.router-addresses", addresses)));
    }

    /// The router's address in one network, under the network's own name.
    private static Property address(Lab lab, Router router, Network network, String path) {
        Optional<Ip> written = Optional.ofNullable(router.addresses().get(network.name()));
        return Property.line(
                        "ui.inspector.plain",
                        network.subnet().toString(),
                        path + ".addresses." + network.name(),
                        written,
                        (_, text) ->
                                Change.of(
                                        new LabEdit.SetRouterAddress(
                                                router.name(),
                                                network.name(),
                                                Reading.optional(text, Ip::parse))))
                .labelled(network.name())
                .fallback(Message.of("ui.inspector.router.absent"))
                .suggest(NextFree.routerAddress(lab, network));
    }
}
