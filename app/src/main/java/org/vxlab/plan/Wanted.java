package org.vxlab.plan;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.State;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Neighbour;
import org.vxlab.kernel.Route;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.DerivedMac;
import org.vxlab.topology.Flooding;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Prefix;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedSegment;
import org.vxlab.topology.ResolvedSegment.ResolvedMember;
import org.vxlab.topology.ResolvedSegment.ResolvedWorkload;
import org.vxlab.topology.WorkloadNames;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Translates a lab into what one host shall have.
///
/// Both look-ups of a static entry are made where there is a bridge: without the bridge's entry the
/// bridge floods the frame, and ARP suppression does not answer (net/bridge/br_arp_nd_proxy.c asks
/// the bridge's table before it replies).
public final class Wanted {
    private static final Link LOOPBACK =
            new Link(
                    "lo",
                    new Link.Other(""),
                    Optional.empty(),
                    65536,
                    true,
                    "UNKNOWN",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());

    private final ResolvedLab lab;
    private final Ownership owner;
    private final Optional<String> underlayDevice;
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final List<FdbEntry> fdb = new ArrayList<>();
    private final List<Neighbour> neighbours = new ArrayList<>();
    private final Map<String, HostState> namespaces = new LinkedHashMap<>();

    private Wanted(ResolvedLab lab, String host, Optional<String> underlayDevice) {
        this.lab = lab;
        this.owner = new Ownership(lab.name(), host);
        this.underlayDevice = underlayDevice;
    }

    /// What `host` shall have for `lab`.
    ///
    /// @param underlayDevice the device that leads to the other hosts and carries the VTEP address
    public static HostState of(ResolvedLab lab, String host, String underlayDevice) {
        return of(lab, host, Optional.of(underlayDevice));
    }

    /// What `host` shall have for `lab`.
    ///
    /// @param underlayDevice what its vxlan devices are bound to (`dev`); absent where the routes
    ///   say by which device frames leave
    public static HostState of(ResolvedLab lab, String host, Optional<String> underlayDevice) {
        Wanted wanted = new Wanted(lab, host, underlayDevice);
        for (ResolvedSegment segment : lab.segments()) {
            segment.member(host).ifPresent(member -> wanted.add(segment, member));
        }
        return new HostState(
                wanted.links, wanted.fdb, wanted.neighbours, List.of(), wanted.namespaces);
    }

    private void add(ResolvedSegment segment, ResolvedMember member) {
        member.bridge().ifPresent(bridge -> addBridge(segment, bridge));
        addVxlan(segment, member);
        member.address().ifPresent(address -> addAddress(member.overlayDevice(), address));
        addFlooding(segment, member);
        addStatic(segment, member);
        segment.workloads().stream()
                .filter(workload -> workload.host().equals(member.host()))
                .forEach(workload -> addWorkload(segment, workload, member.bridge().orElseThrow()));
    }

    private void addBridge(ResolvedSegment segment, String bridge) {
        links.computeIfAbsent(
                bridge,
                name ->
                        device(
                                name,
                                new Link.Bridge(segment.ageing(), false),
                                segment.mtu(),
                                Optional.empty(),
                                Optional.empty()));
    }

    private void addVxlan(ResolvedSegment segment, ResolvedMember member) {
        boolean v4 = member.vtep().family() == Ip.Family.V4;
        Optional<Ip> remote =
                segment.flooding() == Flooding.REMOTE
                        ? member.peers().stream().findFirst()
                        : Optional.empty();
        Vxlan vxlan =
                new Vxlan(
                        segment.vni(),
                        Optional.of(member.vtep()),
                        remote,
                        segment.group(),
                        underlayDevice,
                        segment.port(),
                        member.learning(),
                        segment.ageing(),
                        segment.ttl(),
                        segment.tos(),
                        segment.df(),
                        segment.udpcsum() || !v4,
                        !segment.udpcsum() && !v4,
                        "");
        boolean suppress =
                segment.neighbours().stream().anyMatch(entry -> entry.on().equals(member.host()));
        links.put(
                member.device(),
                device(
                        member.device(),
                        vxlan,
                        segment.mtu(),
                        member.bridge(),
                        member.bridge().map(bridge -> port(member.learning(), suppress))));
    }

    private void addAddress(String device, InterfaceAddress address) {
        Link link = links.get(device);
        List<InterfaceAddress> addresses = new ArrayList<>(link.addresses());
        addresses.add(address);
        links.put(device, link.withAddresses(addresses));
    }

    private void addFlooding(ResolvedSegment segment, ResolvedMember member) {
        List<Ip> destinations =
                switch (segment.flooding()) {
                    case HEAD_END -> member.peers();
                    case REMOTE -> member.peers().stream().limit(1).toList();
                    case MULTICAST -> segment.group().stream().toList();
                    case NONE -> List.of();
                };
        for (Ip destination : destinations) {
            fdb.add(vxlanEntry(MacAddress.ZERO, member.device(), destination, State.PERMANENT));
        }
    }

    private void addStatic(ResolvedSegment segment, ResolvedMember member) {
        segment.fdb().stream()
                .filter(entry -> entry.on().equals(member.host()))
                .forEach(
                        entry -> {
                            fdb.add(
                                    vxlanEntry(
                                            entry.mac(),
                                            member.device(),
                                            entry.vtep(),
                                            State.STATIC));
                            member.bridge()
                                    .map(
                                            bridge ->
                                                    bridgeEntry(
                                                            entry.mac(), member.device(), bridge))
                                    .ifPresent(fdb::add);
                        });
        segment.neighbours().stream()
                .filter(entry -> entry.on().equals(member.host()))
                .map(
                        entry ->
                                new Neighbour(
                                        entry.address(),
                                        member.overlayDevice(),
                                        Optional.of(entry.mac()),
                                        Neighbour.PERMANENT))
                .forEach(neighbours::add);
    }

    private void addWorkload(ResolvedSegment segment, ResolvedWorkload workload, String bridge) {
        links.put(
                workload.hostDevice(),
                device(
                        workload.hostDevice(),
                        new Link.Veth(Optional.empty()),
                        segment.mtu(),
                        Optional.of(bridge),
                        Optional.of(port(true, false))));
        Link inside =
                new Link(
                        WorkloadNames.DEVICE,
                        new Link.Veth(Optional.empty()),
                        Optional.of(workload.mac()),
                        segment.mtu(),
                        true,
                        "UP",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        workload.address().stream().toList());
        List<Route> routes =
                workload.gateway().stream()
                        .map(
                                gateway ->
                                        new Route(
                                                everything(gateway.family()),
                                                Optional.of(gateway),
                                                Optional.of(WorkloadNames.DEVICE)))
                        .toList();
        Map<String, Link> inNamespace = new LinkedHashMap<>();
        inNamespace.put(LOOPBACK.name(), LOOPBACK);
        inNamespace.put(inside.name(), inside);
        namespaces.put(
                workload.namespace(),
                new HostState(inNamespace, List.of(), List.of(), routes, Map.of()));
    }

    private Link device(
            String name,
            Link.Kind kind,
            int mtu,
            Optional<String> master,
            Optional<Link.BridgePort> port) {
        return new Link(
                name,
                kind,
                Optional.of(DerivedMac.of(lab.name(), owner.host(), name)),
                mtu,
                true,
                "UP",
                master,
                port,
                Optional.of(owner.alias()),
                List.of());
    }

    /// A member that does not learn does so in neither table.
    private static Link.BridgePort port(boolean learning, boolean neighSuppress) {
        return new Link.BridgePort("forwarding", learning, neighSuppress, false);
    }

    private static FdbEntry vxlanEntry(MacAddress mac, String device, Ip vtep, State state) {
        return new FdbEntry(
                mac, device, Table.VXLAN, Optional.empty(), Optional.of(vtep), state, false);
    }

    private static FdbEntry bridgeEntry(MacAddress mac, String device, String bridge) {
        return new FdbEntry(
                mac,
                device,
                Table.BRIDGE,
                Optional.of(bridge),
                Optional.empty(),
                State.STATIC,
                false);
    }

    private static Prefix everything(Ip.Family family) {
        return Prefix.parse(family == Ip.Family.V4 ? "0.0.0.0/0" : "::/0");
    }
}
