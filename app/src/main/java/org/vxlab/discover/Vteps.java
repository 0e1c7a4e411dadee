package org.vxlab.discover;

import static java.util.Comparator.comparing;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Route;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the one VTEP address of every station.
///
/// It is the `local` of its vxlan devices; where none is given, the address the kernel would take:
/// that of the device named by `dev`, or that of the device the way to the far end begins with.
final class Vteps {
    private final List<Station> stations;
    private final List<TunnelEnd> ends;
    private final Set<Ip> targets;
    private final FindingList findings;
    private final Map<String, Ip> byStation = new LinkedHashMap<>();
    private final Map<Ip, Station> owners = new HashMap<>();
    private final List<TunnelEnd> usable = new ArrayList<>();

    Vteps(List<Station> stations, List<TunnelEnd> ends, FindingList findings) {
        this.stations = stations;
        this.ends = ends;
        this.findings = findings;
        targets = ends.stream().flatMap(end -> end.targets().stream()).collect(Collectors.toSet());
    }

    /// Looks at every station; those for which nothing can be found stay without an address.
    void find() {
        // Those without tunnels last: they are put beside the others.
        for (Station station : stations.stream().sorted(comparing(this::isIdle)).toList()) {
            List<TunnelEnd> own =
                    ends.stream().filter(end -> end.station().equals(station)).toList();
            Map<String, Ip> of = new LinkedHashMap<>();
            own.forEach(end -> sourceOf(end).ifPresent(ip -> of.put(end.device(), ip)));
            Optional<Ip> one = most(of.values()).or(() -> idle(station, own));
            one.ifPresent(ip -> put(station, ip));
            for (TunnelEnd end : own) {
                Ip source = of.get(end.device());
                if (source == null || one.orElseThrow().equals(source)) {
                    usable.add(end);
                } else if (holds(station, one.orElseThrow()) && !holds(station, source)) {
                    findings.add(
                            Kind.WRONG,
                            station.name(),
                            end.device(),
                            "discover.vtep.nowhere",
                            source,
                            station.name() + ":" + end.device());
                    usable.add(end);
                } else {
                    findings.add(
                            Kind.APART,
                            station.name(),
                            end.device(),
                            "discover.vtep.second",
                            end.device(),
                            source,
                            one.orElseThrow());
                }
            }
        }
    }

    private boolean isIdle(Station station) {
        return ends.stream().noneMatch(end -> end.station().equals(station));
    }

    /// The address of a station without tunnels: one in the network of a tunnel's end, or the one
    /// its default route leaves by.
    private Optional<Ip> idle(Station station, List<TunnelEnd> own) {
        if (!own.isEmpty()) {
            return Optional.empty();
        }
        List<InterfaceAddress> all = new ArrayList<>();
        for (Ip.Family family : Ip.Family.values()) {
            all.addAll(underlayAddresses(station, family));
        }
        all.removeIf(address -> address.ip().isLinkLocal());
        return all.stream()
                .filter(
                        address ->
                                targets.contains(address.ip())
                                        || byStation.values().stream()
                                                .anyMatch(address.prefix()::contains))
                .findFirst()
                .or(() -> byDefaultRoute(station, Ip.Family.V4).findFirst())
                .or(() -> all.stream().findFirst())
                .map(InterfaceAddress::ip);
    }

    /// The devices that fit the one address of their station.
    List<TunnelEnd> usable() {
        return List.copyOf(usable);
    }

    Optional<Ip> of(Station station) {
        return Optional.ofNullable(byStation.get(station.name()));
    }

    /// Gives a station, which may be a new one, an address that was inferred or made up.
    void put(Station station, Ip vtep) {
        owners.putIfAbsent(vtep, station);
        byStation.put(station.name(), vtep);
    }

    Optional<Station> owner(Ip vtep) {
        return Optional.ofNullable(owners.get(vtep));
    }

    /// The address that occurs most; of several, the one most devices point at, then the first.
    private Optional<Ip> most(Collection<Ip> all) {
        return new LinkedHashSet<>(all)
                .stream()
                        .min(
                                Comparator.<Ip>comparingInt(ip -> -Collections.frequency(all, ip))
                                        .thenComparingLong(ip -> -pointedAt(ip)));
    }

    private long pointedAt(Ip ip) {
        return ends.stream().filter(end -> end.targets().contains(ip)).count();
    }

    /// The station one of whose devices has the address, be it its VTEP address or another.
    Optional<Station> holder(Ip ip) {
        return stations.stream().filter(station -> holds(station, ip)).findFirst();
    }

    private static boolean holds(Station station, Ip ip) {
        return underlayAddresses(station, ip.family()).stream()
                .anyMatch(own -> own.ip().equals(ip));
    }

    private Optional<Ip> sourceOf(TunnelEnd end) {
        Optional<Ip> local = end.vxlan().local().filter(ip -> !ip.isUnspecified());
        if (local.isPresent()) {
            return local;
        }
        Station station = end.station();
        Optional<Link> device =
                end.vxlan()
                        .underlayDevice()
                        .flatMap(name -> Optional.ofNullable(station.state().links().get(name)));
        if (device.isPresent()) {
            return best(end, addresses(device.get(), end.family()));
        }
        List<InterfaceAddress> all = underlayAddresses(station, end.family());
        return best(end, all.stream().filter(own -> targets.contains(own.ip())))
                .or(() -> best(end, all.stream().filter(own -> leadsTo(own, end))))
                .or(() -> best(end, byDefaultRoute(station, end.family())))
                .or(() -> best(end, all.stream()));
    }

    private Optional<Ip> best(TunnelEnd end, Stream<InterfaceAddress> candidates) {
        List<Ip> all = candidates.map(InterfaceAddress::ip).toList();
        return all.stream()
                .filter(ip -> targets.contains(ip) && !end.targets().contains(ip))
                .findFirst()
                .or(() -> all.stream().filter(ip -> !ip.isLinkLocal()).findFirst())
                .or(() -> all.stream().findFirst());
    }

    private static boolean leadsTo(InterfaceAddress own, TunnelEnd end) {
        return end.targets().stream().anyMatch(own.prefix()::contains);
    }

    private static Stream<InterfaceAddress> byDefaultRoute(Station station, Ip.Family family) {
        return station.state().routes().stream()
                .filter(route -> route.destination().length() == 0)
                .map(Route::device)
                .flatMap(Optional::stream)
                .map(name -> station.state().links().get(name))
                .filter(link -> link != null)
                .flatMap(link -> addresses(link, family));
    }

    private static Stream<InterfaceAddress> addresses(Link link, Ip.Family family) {
        return link.addresses().stream().filter(address -> address.ip().family() == family);
    }

    /// The addresses that can be a VTEP's: not those of the overlay itself.
    static List<InterfaceAddress> underlayAddresses(Station station, Ip.Family family) {
        Map<String, Link> links = new HashMap<>(station.state().links());
        Set<String> overlay =
                links.values().stream()
                        .filter(link -> link.kind() instanceof Vxlan)
                        .flatMap(
                                link ->
                                        Stream.concat(
                                                Stream.of(link.name()), link.master().stream()))
                        .collect(Collectors.toSet());
        return station.state().links().values().stream()
                .filter(link -> !overlay.contains(link.name()))
                .flatMap(link -> addresses(link, family))
                .filter(address -> !address.ip().isLoopback())
                .toList();
    }
}
