package org.vxlab.discover;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.Defaults;
import org.vxlab.topology.Host;
import org.vxlab.topology.Host.UnderlayPort;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Network;
import org.vxlab.topology.Prefix;
import org.vxlab.topology.Router;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Draws networks and routers out of what hosts know of them: their own addresses with prefix
/// lengths, and their routes.
final class UnderlayDrawing {
    private static final int USUAL_LENGTH_V4 = 24;
    private static final int USUAL_LENGTH_V6 = 64;

    private final Source source;
    private final Vteps vteps;
    private final FindingList findings;
    private final List<Place> places = new ArrayList<>();

    UnderlayDrawing(Source source, Vteps vteps, FindingList findings) {
        this.source = source;
        this.vteps = vteps;
        this.findings = findings;
    }

    /// Where a station stands.
    ///
    /// @param link the device that carries the VTEP address; absent where none does
    /// @param known length of the subnet as the device has it
    private record Place(Station station, Ip vtep, Optional<Link> link, Optional<Integer> known) {}

    Underlay draw(List<Station> stations) {
        for (Station station : stations) {
            vteps.of(station)
                    .ifPresentOrElse(
                            vtep -> places.add(place(station, vtep)),
                            () ->
                                    findings.add(
                                            Kind.APART,
                                            station.name(),
                                            "",
                                            "discover.host.no-address",
                                            station.name()));
        }
        List<Prefix> subnets = subnets();
        List<Network> networks = new ArrayList<>();
        for (Prefix subnet : subnets) {
            String name = subnets.size() == 1 ? "lan" : "lan" + (networks.size() + 1);
            networks.add(new Network(name, subnet, mtu(subnet)));
        }
        List<Host> hosts = places.stream().map(place -> host(place, networks)).toList();
        Map<String, Integer> mtu = new LinkedHashMap<>();
        for (Host host : hosts) {
            networks.stream()
                    .filter(network -> network.name().equals(host.underlay().network()))
                    .findFirst()
                    .ifPresent(
                            network ->
                                    mtu.put(
                                            host.name(),
                                            network.mtu().orElse(Network.DEFAULT_MTU)));
        }
        return new Underlay(networks, routers(networks), hosts, mtu);
    }

    private static Place place(Station station, Ip vtep) {
        for (Link link : station.state().links().values()) {
            for (InterfaceAddress address : link.addresses()) {
                if (address.ip().equals(vtep) && !(link.kind() instanceof Vxlan)) {
                    // A loopback address of a fabric is a network of its own and says of none.
                    boolean alone = address.length() == vtep.family().bits();
                    return new Place(
                            station,
                            vtep,
                            Optional.of(link),
                            alone ? Optional.empty() : Optional.of(address.length()));
                }
            }
        }
        return new Place(station, vtep, Optional.empty(), Optional.empty());
    }

    /// The subnets, widest first where one lies in another: those are one network to which somebody
    /// gave two lengths.
    private List<Prefix> subnets() {
        Set<Prefix> all = new LinkedHashSet<>();
        for (Place place : places) {
            place.known().ifPresent(length -> all.add(prefix(place.vtep(), length)));
        }
        for (Place place : places) {
            if (place.known().isEmpty() && all.stream().noneMatch(p -> p.contains(place.vtep()))) {
                Prefix assumed = prefix(place.vtep(), usualLength(place.vtep()));
                all.add(assumed);
                findings.add(
                        Kind.ASSUMED,
                        place.station().name(),
                        "",
                        "discover.subnet.assumed",
                        assumed,
                        place.vtep());
            }
        }
        List<Prefix> widest =
                all.stream()
                        .filter(
                                one ->
                                        all.stream()
                                                .noneMatch(
                                                        other ->
                                                                other.length() < one.length()
                                                                        && other.overlaps(one)))
                        .toList();
        if (widest.size() < all.size()) {
            findings.add(Kind.DOUBTFUL, "", "", "discover.subnet.lengths", join(all));
        }
        return widest;
    }

    private static String join(Collection<?> all) {
        return String.join(", ", all.stream().map(Object::toString).toList());
    }

    /// Length of a subnet of which nothing is known.
    static int usualLength(Ip ip) {
        return switch (ip.family()) {
            case V4 -> USUAL_LENGTH_V4;
            case V6 -> USUAL_LENGTH_V6;
        };
    }

    private static Prefix prefix(Ip ip, int length) {
        return new InterfaceAddress(ip, length).prefix();
    }

    /// The smallest MTU of the devices in the network; absent where it is the usual one.
    private Optional<Integer> mtu(Prefix subnet) {
        List<Integer> all =
                places.stream()
                        .filter(place -> subnet.contains(place.vtep()))
                        .flatMap(place -> place.link().stream())
                        .filter(link -> !link.name().equals("lo"))
                        .map(Link::mtu)
                        .distinct()
                        .sorted()
                        .toList();
        if (all.size() > 1) {
            findings.add(
                    Kind.DOUBTFUL,
                    "",
                    "",
                    "discover.subnet.mtu",
                    subnet,
                    all.getLast(),
                    all.getFirst());
        }
        return all.stream().findFirst().filter(mtu -> mtu != Network.DEFAULT_MTU);
    }

    private Host host(Place place, List<Network> networks) {
        Network network =
                networks.stream()
                        .filter(one -> one.subnet().contains(place.vtep()))
                        .findFirst()
                        .orElseThrow();
        if (place.link().isEmpty() && source == Source.RUNNING) {
            findings.add(
                    Kind.WRONG,
                    place.station().name(),
                    "",
                    "discover.vtep.nowhere",
                    place.vtep(),
                    place.station().name());
        }
        return new Host(
                place.station().name(),
                place.station().ssh(),
                new UnderlayPort(
                        network.name(),
                        device(place),
                        new InterfaceAddress(place.vtep(), network.subnet().length())));
    }

    /// On an SSH host the device is found by its address; the built-in lab makes it, and calls it
    /// `eth0` where nothing is said.
    private static Optional<String> device(Place place) {
        if (place.station().ssh().isPresent()) {
            return Optional.empty();
        }
        return place.link()
                .map(Link::name)
                .or(
                        () ->
                                TunnelEnd.of(place.station()).stream()
                                        .map(end -> end.vxlan().underlayDevice())
                                        .flatMap(Optional::stream)
                                        .findFirst())
                .filter(name -> !name.equals(Defaults.BUILT_IN_DEVICE) && !name.equals("lo"));
    }

    /// A router stands where a host of one network has a route to another and a host there has one
    /// back. Its address in each is the next hop of the hosts there.
    private List<Router> routers(List<Network> networks) {
        Map<String, Ip> gateways = new LinkedHashMap<>();
        for (Network network : networks) {
            Optional<Ip> gateway = gateway(network, networks);
            gateway.ifPresent(ip -> gateways.put(network.name(), ip));
        }
        if (networks.size() < 2 || gateways.size() < networks.size()) {
            boolean loopbacks = places.stream().allMatch(place -> place.known().isEmpty());
            if (source == Source.TEXT || loopbacks) {
                return madeUp(networks);
            }
            if (networks.size() > 1) {
                findings.add(Kind.ASSUMED, "", "", "discover.router.unknown", networks.size());
            }
            return List.of();
        }
        findings.add(Kind.ASSUMED, "", "", "discover.router.routes", "r1", join(gateways.values()));
        return List.of(new Router("r1", gateways));
    }

    /// The next hop of the network's hosts towards the other networks.
    private Optional<Ip> gateway(Network network, List<Network> networks) {
        return places.stream()
                .filter(place -> network.subnet().contains(place.vtep()))
                .flatMap(place -> place.station().state().routes().stream())
                .filter(
                        route ->
                                route.via().filter(network.subnet()::contains).isPresent()
                                        && networks.stream()
                                                .filter(other -> !other.equals(network))
                                                .anyMatch(
                                                        other ->
                                                                route.destination()
                                                                        .contains(
                                                                                other.subnet()
                                                                                        .network())))
                .max(Comparator.comparingInt(route -> route.destination().length()))
                .flatMap(route -> route.via());
    }

    private List<Router> madeUp(List<Network> networks) {
        boolean oneFamily =
                networks.stream().map(one -> one.subnet().network().family()).distinct().count()
                        == 1;
        if (networks.size() < 2 || !oneFamily) {
            return List.of();
        }
        Map<String, Ip> addresses = new LinkedHashMap<>();
        for (Network network : networks) {
            Ip address = network.subnet().network().plus(1);
            while (vteps.owner(address).isPresent()) {
                address = address.plus(1);
            }
            if (!network.subnet().contains(address) || network.subnet().reserves(address)) {
                return List.of();
            }
            addresses.put(network.name(), address);
        }
        findings.add(Kind.ASSUMED, "", "", "discover.router.assumed", "r1", networks.size());
        return List.of(new Router("r1", addresses));
    }
}
