package org.vxlab.plan;

import org.vxlab.iproute.Command;
import org.vxlab.iproute.LinkCommands;
import org.vxlab.iproute.NamespaceCommands;
import org.vxlab.iproute.TableCommands;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Route;
import org.vxlab.plan.Step.Change;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Message;

import java.util.Map;
import java.util.Optional;

/// Makes and adjusts workloads: a namespace, a veth pair, and what is set inside.
///
/// All namespaces come first, then all host ends, then each inside as a whole, so that the fewest
/// processes carry them: a batch cannot go across namespaces.
final class WorkloadSteps {
    private final Steps steps;
    private final HostState wanted;
    private final HostState left;
    private final Ownership owner;

    WorkloadSteps(Steps steps, HostState wanted, HostState left, Ownership owner) {
        this.steps = steps;
        this.wanted = wanted;
        this.left = left;
        this.owner = owner;
    }

    void add() {
        for (String namespace : wanted.namespaces().keySet()) {
            if (!left.namespaces().containsKey(namespace)) {
                steps.add(
                        Change.CREATE,
                        namespace,
                        NamespaceCommands.add(namespace),
                        Message.of("plan.namespace.add", namespace));
            }
        }
        for (Map.Entry<String, HostState> entry : wanted.namespaces().entrySet()) {
            String namespace = entry.getKey();
            entry.getValue().links().values().stream()
                    .filter(WorkloadSteps::isCable)
                    .forEach(inside -> hostEnd(namespace, inside));
        }
        wanted.namespaces().forEach(this::inside);
    }

    private void hostEnd(String namespace, Link inside) {
        Link link = wanted.links().get(owner.hostEndOf(namespace));
        Optional<Link> there = Optional.ofNullable(left.links().get(link.name()));
        if (there.isPresent()) {
            LinkSteps.adjustCommon(steps, link, there.get());
        } else {
            steps.add(
                    Change.CREATE,
                    link.name(),
                    LinkCommands.addVeth(link, inside, namespace),
                    Message.of("plan.veth.add", link.name(), namespace));
            LinkSteps.mark(steps, Change.CREATE, link);
        }
        LinkSteps.plug(steps, link, there);
        LinkSteps.setUp(steps, link, there);
        LinkSteps.setPort(steps, link, there);
    }

    /// Routes that go stand first and routes that come stand last: with the address that leads to a
    /// gateway, the kernel takes the routes through it away.
    private void inside(String namespace, HostState state) {
        HostState there = left.namespaces().getOrDefault(namespace, HostState.EMPTY);
        for (Route route : there.routes()) {
            if (!state.routes().contains(route)) {
                add(
                        namespace,
                        Change.DELETE,
                        route.device().orElse(""),
                        TableCommands.deleteRoute(route),
                        Message.of("plan.route.delete", route.destination(), namespace));
            }
        }
        for (Link link : state.links().values()) {
            Optional<Link> now = Optional.ofNullable(there.links().get(link.name()));
            if (isCable(link)) {
                cable(namespace, link, now);
            }
            setUp(namespace, link, now);
        }
        for (Route route : state.routes()) {
            if (!there.routes().contains(route) || losesAddress(state, there)) {
                add(
                        namespace,
                        Change.CREATE,
                        route.device().orElse(""),
                        TableCommands.putRoute(route),
                        Message.of("plan.route.add", route.via().orElseThrow(), namespace));
            }
        }
    }

    private static boolean losesAddress(HostState state, HostState there) {
        return state.links().values().stream()
                .filter(WorkloadSteps::isCable)
                .anyMatch(
                        link ->
                                !AddressChange.of(
                                                Optional.ofNullable(there.links().get(link.name())),
                                                link)
                                        .gone()
                                        .isEmpty());
    }

    private void cable(String namespace, Link link, Optional<Link> there) {
        String name = link.name();
        for (InterfaceAddress address : AddressChange.of(there, link).gone()) {
            add(
                    namespace,
                    Change.DELETE,
                    name,
                    TableCommands.deleteAddress(name, address),
                    Message.of("plan.address.delete", name, address));
        }
        if (steps.ipv6(link.mtu()) && !there.map(Link::up).orElse(false)) {
            add(
                    namespace,
                    Change.CREATE,
                    name,
                    LinkCommands.setNoLinkLocal(name),
                    Message.of("plan.addrgenmode", name));
        }
        if (there.isPresent() && !link.mac().equals(there.get().mac())) {
            add(
                    namespace,
                    Change.CHANGE,
                    name,
                    LinkCommands.setAddress(name, link.mac().orElseThrow()),
                    Message.of("plan.mac", name, link.mac().orElseThrow()));
        }
        if (there.isPresent() && link.mtu() != there.get().mtu()) {
            add(
                    namespace,
                    Change.CHANGE,
                    name,
                    LinkCommands.setMtu(name, link.mtu()),
                    Message.of("plan.mtu", name, Integer.toString(link.mtu())));
        }
        for (InterfaceAddress address : AddressChange.of(there, link).put()) {
            add(
                    namespace,
                    Change.CREATE,
                    name,
                    TableCommands.putAddress(name, address),
                    Message.of("plan.address.add", name, address));
        }
    }

    private void setUp(String namespace, Link link, Optional<Link> there) {
        if (link.up() && !there.map(Link::up).orElse(false)) {
            add(
                    namespace,
                    Change.CREATE,
                    link.name(),
                    LinkCommands.setUp(link.name()),
                    Message.of(
                            isCable(link) ? "plan.up" : "plan.inside.loopback",
                            isCable(link) ? link.name() : namespace));
        }
    }

    /// The veth's inner end, as against the loopback device every namespace is born with.
    private static boolean isCable(Link link) {
        return link.kind() instanceof Link.Veth;
    }

    private void add(String namespace, Change change, String device, Command command, Message why) {
        steps.addInside(
                change, namespace, device, NamespaceCommands.inside(namespace, command), why);
    }
}
