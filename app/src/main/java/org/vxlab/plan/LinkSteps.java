package org.vxlab.plan;

import org.vxlab.iproute.LinkCommands;
import org.vxlab.iproute.TableCommands;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.plan.Step.Change;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Message;

import java.util.List;
import java.util.Optional;

/// Makes and adjusts bridges and vxlan devices, their ports and addresses.
final class LinkSteps {
    private final Steps steps;
    private final HostState wanted;
    private final HostState left;

    /// @param left what stays of the host once everything that goes has gone
    LinkSteps(Steps steps, HostState wanted, HostState left) {
        this.steps = steps;
        this.wanted = wanted;
        this.left = left;
    }

    /// Takes addresses away from devices that stay, before anything else of them changes: an MTU
    /// too small for IPv6 would take those of IPv6 along.
    void removeAddresses() {
        for (Link link : wanted.links().values()) {
            for (InterfaceAddress address : AddressChange.of(there(link), link).gone()) {
                steps.add(
                        Change.DELETE,
                        link.name(),
                        TableCommands.deleteAddress(link.name(), address),
                        Message.of("plan.address.delete", link.name(), address));
            }
        }
    }

    void add() {
        List<Link> bridges =
                wanted.links().values().stream()
                        .filter(link -> link.kind() instanceof Link.Bridge)
                        .toList();
        List<Link> tunnels =
                wanted.links().values().stream()
                        .filter(link -> link.kind() instanceof Vxlan)
                        .toList();
        bridges.forEach(this::makeOrAdjust);
        tunnels.forEach(this::makeOrAdjust);
        tunnels.forEach(link -> plug(steps, link, there(link)));
        bridges.forEach(this::putAddresses);
        tunnels.forEach(this::putAddresses);
        tunnels.forEach(link -> setUp(steps, link, there(link)));
        bridges.forEach(link -> setUp(steps, link, there(link)));
        tunnels.forEach(link -> setPort(steps, link, there(link)));
    }

    private Optional<Link> there(Link link) {
        return Optional.ofNullable(left.links().get(link.name()));
    }

    private void makeOrAdjust(Link link) {
        Optional<Link> there = there(link);
        if (there.isEmpty()) {
            make(link);
        } else {
            adjust(link, there.get());
        }
    }

    private void make(Link link) {
        switch (link.kind()) {
            case Vxlan vxlan ->
                    steps.add(
                            Change.CREATE,
                            link.name(),
                            LinkCommands.addVxlan(link),
                            Message.of(
                                    "plan.vxlan.add",
                                    link.name(),
                                    vxlan.vni(),
                                    vxlan.local().map(Object::toString).orElse("-"),
                                    Integer.toString(vxlan.port())));
            case Link.Bridge _ ->
                    steps.add(
                            Change.CREATE,
                            link.name(),
                            LinkCommands.addBridge(link),
                            Message.of("plan.bridge.add", link.name()));
            case Link.Veth _, Link.Other _ ->
                    throw new IllegalArgumentException(link.name() + " is not made here");
        }
        mark(steps, Change.CREATE, link);
    }

    /// Keeps a device quiet and marks it as the lab's: the kernel takes neither while it makes the
    /// device. The mark comes last, so that a device that has it needs neither again.
    static void mark(Steps steps, Change change, Link link) {
        String name = link.name();
        if (steps.ipv6(link.mtu())) {
            steps.add(
                    change,
                    name,
                    LinkCommands.setNoLinkLocal(name),
                    Message.of("plan.addrgenmode", name));
        }
        steps.add(
                change,
                name,
                LinkCommands.setAlias(name, link.alias().orElseThrow()),
                Message.of("plan.alias", name));
    }

    private void adjust(Link link, Link there) {
        adjustCommon(steps, link, there);
        if (link.kind() instanceof Vxlan vxlan
                && there.kind() instanceof Vxlan old
                && !vxlan.equals(old)) {
            steps.add(
                    Change.CHANGE,
                    link.name(),
                    LinkCommands.changeVxlan(link.name(), old, vxlan).orElseThrow(),
                    Message.of("plan.vxlan.change", link.name()));
        }
        if (link.kind() instanceof Link.Bridge bridge
                && there.kind() instanceof Link.Bridge old
                && !bridge.equals(old)) {
            steps.add(
                    Change.CHANGE,
                    link.name(),
                    LinkCommands.setBridge(link.name(), bridge),
                    Message.of("plan.bridge.change", link.name()));
        }
    }

    /// Repairs what every kind of device has: the mark, MAC, MTU.
    static void adjustCommon(Steps steps, Link link, Link there) {
        String name = link.name();
        if (!link.alias().equals(there.alias())) {
            mark(steps, Change.CHANGE, link);
        }
        if (link.mac().isPresent() && !link.mac().equals(there.mac())) {
            steps.add(
                    Change.CHANGE,
                    name,
                    LinkCommands.setAddress(name, link.mac().get()),
                    Message.of("plan.mac", name, link.mac().get()));
        }
        if (link.mtu() != there.mtu()) {
            steps.add(
                    Change.CHANGE,
                    name,
                    LinkCommands.setMtu(name, link.mtu()),
                    Message.of("plan.mtu", name, Integer.toString(link.mtu())));
        }
    }

    static void plug(Steps steps, Link link, Optional<Link> there) {
        Optional<String> now = there.flatMap(Link::master);
        if (now.equals(link.master())) {
            return;
        }
        Change change = there.isPresent() ? Change.CHANGE : Change.CREATE;
        link.master()
                .ifPresentOrElse(
                        bridge ->
                                steps.add(
                                        change,
                                        link.name(),
                                        LinkCommands.setMaster(link.name(), bridge),
                                        Message.of("plan.master", link.name(), bridge)),
                        () ->
                                steps.add(
                                        change,
                                        link.name(),
                                        LinkCommands.setNoMaster(link.name()),
                                        Message.of("plan.nomaster", link.name())));
    }

    private void putAddresses(Link link) {
        for (InterfaceAddress address : AddressChange.of(there(link), link).put()) {
            steps.add(
                    Change.CREATE,
                    link.name(),
                    TableCommands.putAddress(link.name(), address),
                    Message.of("plan.address.add", link.name(), address));
        }
    }

    static void setUp(Steps steps, Link link, Optional<Link> there) {
        if (link.up() && !there.map(Link::up).orElse(false)) {
            steps.add(
                    there.isPresent() ? Change.CHANGE : Change.CREATE,
                    link.name(),
                    LinkCommands.setUp(link.name()),
                    Message.of("plan.up", link.name()));
        }
    }

    static void setPort(Steps steps, Link link, Optional<Link> there) {
        if (link.port().isEmpty()) {
            return;
        }
        Link.BridgePort port = link.port().get();
        boolean stays = there.flatMap(Link::master).equals(link.master());
        Link.BridgePort now =
                there.flatMap(Link::port)
                        .filter(_ -> stays)
                        .orElse(new Link.BridgePort("forwarding", true, false, false));
        if (now.learning() != port.learning()
                || now.neighSuppress() != port.neighSuppress()
                || now.isolated() != port.isolated()) {
            steps.add(
                    there.isPresent() ? Change.CHANGE : Change.CREATE,
                    link.name(),
                    LinkCommands.changePort(link.name(), now, port),
                    Message.of(
                            port.neighSuppress() ? "plan.port.suppress" : "plan.port",
                            link.name()));
        }
    }
}
