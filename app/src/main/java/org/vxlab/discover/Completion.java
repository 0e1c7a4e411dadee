package org.vxlab.discover;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Prefix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Completes what a text left out: the hosts' own underlay addresses, and hosts that are only
/// pointed at.
final class Completion {
    /// Whose address is whose is looked for among so many hosts at most: each is compared with all
    /// others, again for each that was found, and no person writes of more.
    private static final int MOST_INFERRED = 200;

    /// Networks to take where the text names none, as long as the overlay does not use them.
    private static final List<String> USUAL =
            List.of("192.168.56.0/24", "10.99.0.0/24", "172.30.0.0/24");

    private static final String USUAL_V6 = "fd99::/64";

    /// The first host's number in a network that was made up.
    private static final int FIRST = 11;

    private final List<Station> stations;
    private final List<TunnelEnd> ends;
    private final Vteps vteps;
    private final FindingList findings;
    private final Set<Ip> taken = new HashSet<>();
    private final Set<String> madeUp = new HashSet<>();

    Completion(List<Station> stations, List<TunnelEnd> ends, Vteps vteps, FindingList findings) {
        this.stations = new ArrayList<>(stations);
        this.ends = new ArrayList<>(ends);
        this.vteps = vteps;
        this.findings = findings;
        ends.forEach(end -> taken.addAll(end.targets()));
        stations.stream()
                .flatMap(station -> station.state().links().values().stream())
                .flatMap(link -> link.addresses().stream())
                .map(InterfaceAddress::ip)
                .forEach(taken::add);
    }

    List<Station> stations() {
        return List.copyOf(stations);
    }

    /// Names of the hosts that were added. They are mirrors: what is wrong with one is said of the
    /// host it mirrors.
    Set<String> madeUp() {
        return Set.copyOf(madeUp);
    }

    List<TunnelEnd> ends() {
        return List.copyOf(ends);
    }

    void complete() {
        infer();
        for (Station station : stations) {
            if (isUnknown(station)) {
                Ip address = madeUp(station);
                assume(station, address, "discover.vtep.assumed");
            }
        }
        Map<Ip, List<TunnelEnd>> orphans =
                ends.stream()
                        .flatMap(end -> end.targets().stream())
                        .distinct()
                        .filter(target -> vteps.owner(target).isEmpty())
                        .collect(
                                Collectors.toMap(
                                        target -> target,
                                        target ->
                                                ends.stream()
                                                        .filter(
                                                                end ->
                                                                        end.targets()
                                                                                .contains(target))
                                                        .toList(),
                                        (one, _) -> one,
                                        LinkedHashMap::new));
        orphans.forEach(this::placeholder);
    }

    private boolean isUnknown(Station station) {
        return vteps.of(station).isEmpty() && !own(station).isEmpty();
    }

    private List<TunnelEnd> own(Station station) {
        return ends.stream().filter(end -> end.station().equals(station)).toList();
    }

    /// A host is one of those that others point at, and not one it points at itself: for the two
    /// ends of a tunnel, and in a full mesh, that leaves one address for each.
    private void infer() {
        if (stations.size() > MOST_INFERRED) {
            return;
        }
        for (int round = 0; round < stations.size(); round++) {
            Optional<Station> certain =
                    stations.stream()
                            .filter(this::isUnknown)
                            .filter(station -> candidates(station).size() == 1)
                            .findFirst()
                            .or(
                                    () ->
                                            stations.stream()
                                                    .filter(this::isUnknown)
                                                    .filter(one -> !candidates(one).isEmpty())
                                                    .findFirst());
            if (certain.isEmpty()) {
                return;
            }
            Station station = certain.get();
            assume(station, candidates(station).getFirst(), "discover.vtep.inferred");
        }
    }

    private List<Ip> candidates(Station station) {
        Set<Ip> pointedAt = new LinkedHashSet<>();
        ends.stream()
                .filter(end -> !end.station().equals(station))
                .forEach(end -> pointedAt.addAll(end.targets()));
        own(station).forEach(end -> pointedAt.removeAll(end.targets()));
        pointedAt.removeIf(ip -> vteps.owner(ip).isPresent());
        return List.copyOf(pointedAt);
    }

    private void assume(Station station, Ip address, String key) {
        vteps.put(station, address);
        taken.add(address);
        findings.add(Kind.ASSUMED, station.name(), "", key, station.name(), address);
    }

    /// An address beside those the host points at, or beside the other hosts.
    private Ip madeUp(Station station) {
        Ip.Family family = own(station).getFirst().family();
        Optional<Ip> near =
                Stream.concat(
                                own(station).stream().flatMap(end -> end.targets().stream()),
                                stations.stream().flatMap(one -> vteps.of(one).stream()))
                        .filter(ip -> ip.family() == family && !ip.isLinkLocal())
                        .findFirst();
        if (near.isPresent()) {
            int length = UnderlayDrawing.usualLength(near.get());
            return nextFree(new InterfaceAddress(near.get(), length));
        }
        String network =
                family == Ip.Family.V6
                        ? USUAL_V6
                        : USUAL.stream()
                                .filter(text -> taken.stream().noneMatch(prefix(text)::contains))
                                .findFirst()
                                .orElse(USUAL.getLast());
        Prefix prefix = prefix(network);
        return nextFree(new InterfaceAddress(prefix.network().plus(FIRST - 1), prefix.length()));
    }

    private static Prefix prefix(String text) {
        return Prefix.parse(text);
    }

    /// The next address of the subnet that nobody has, starting over at its beginning.
    private Ip nextFree(InterfaceAddress before) {
        Prefix subnet = before.prefix();
        Ip next = before.ip();
        for (int i = 0; i <= taken.size() + 2; i++) {
            next = next.plus(1);
            if (!subnet.contains(next) || subnet.reserves(next)) {
                next = subnet.network().plus(1);
            }
            if (!taken.contains(next)) {
                return next;
            }
        }
        return next;
    }

    private void placeholder(Ip address, List<TunnelEnd> pointing) {
        Set<String> names = stations.stream().map(Station::name).collect(Collectors.toSet());
        TunnelEnd first = pointing.getFirst();
        String name = Names.unique(Names.next(first.host(), names), names);
        List<TunnelEnd> flooding =
                pointing.stream().filter(end -> end.floods().contains(address)).toList();
        Mirror mirror = new Mirror(address, this::overlay);
        (flooding.isEmpty() ? pointing : flooding)
                .forEach(end -> mirror.add(end, vteps.of(end.station()).orElseThrow()));
        Station station = mirror.station(name);
        stations.add(station);
        madeUp.add(name);
        ends.addAll(TunnelEnd.of(station));
        vteps.put(station, address);
        findings.add(Kind.ASSUMED, name, "", "discover.placeholder", name, address, first.host());
    }

    private InterfaceAddress overlay(InterfaceAddress neighbour) {
        Ip free = nextFree(neighbour);
        taken.add(free);
        return new InterfaceAddress(free, neighbour.length());
    }
}
