package org.vxlab.observe;

import org.vxlab.kernel.Neighbour;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The neighbour tables of a host (ARP and ND), kept up to date line by line.
///
/// Not safe for several threads; it belongs to the host's own.
final class NeighbourFold {
    private final Function<MacAddress, Optional<String>> owners;
    private final Map<Key, Neighbour> neighbours = new LinkedHashMap<>();
    private final SaidMeanwhile<Key> meanwhile = new SaidMeanwhile<>();

    /// @param owners whose MAC it is, where the lab says
    NeighbourFold(Function<MacAddress, Optional<String>> owners) {
        this.owners = owners;
    }

    private record Key(String device, Ip address) {
        static Key of(Neighbour neighbour) {
            return new Key(neighbour.device(), neighbour.address());
        }
    }

    List<Neighbour> neighbours() {
        return List.copyOf(neighbours.values());
    }

    Optional<ObservedEvent> put(Neighbour neighbour, Stamp stamp) {
        Key key = Key.of(neighbour);
        meanwhile.add(key);
        if (isKernels(neighbour)) {
            return Optional.empty();
        }
        Optional<Neighbour> before = Optional.ofNullable(neighbours.put(key, neighbour));
        if (before.equals(Optional.of(neighbour))) {
            return Optional.empty();
        }
        return Optional.of(
                new ObservedEvent.NeighbourChanged(
                        stamp,
                        neighbour,
                        neighbour.mac().flatMap(owners),
                        stamp.isFound()
                                ? NeighbourNews.OTHER
                                : NeighbourNews.of(before, neighbour)));
    }

    Optional<ObservedEvent> remove(Neighbour neighbour, Stamp stamp) {
        Key key = Key.of(neighbour);
        meanwhile.add(key);
        return Optional.ofNullable(neighbours.remove(key))
                .map(before -> new ObservedEvent.NeighbourRemoved(stamp, before));
    }

    /// See [FdbFold#startReading].
    void startReading() {
        meanwhile.startReading();
    }

    List<ObservedEvent> finishReading(List<Neighbour> table, Stamp stamp) {
        List<ObservedEvent> events = new ArrayList<>();
        Set<Key> said = meanwhile.endReading();
        Set<Key> read = new HashSet<>();
        table.forEach(neighbour -> read.add(Key.of(neighbour)));
        for (Neighbour known : neighbours()) {
            Key key = Key.of(known);
            if (!read.contains(key) && !said.contains(key)) {
                remove(known, stamp).ifPresent(events::add);
            }
        }
        for (Neighbour neighbour : table) {
            if (!said.contains(Key.of(neighbour))) {
                put(neighbour, stamp).ifPresent(events::add);
            }
        }
        return events;
    }

    void abandonReading() {
        meanwhile.endReading();
    }

    /// The kernel maps group addresses to MACs by arithmetic and keeps the result as a neighbour
    /// (`NOARP`): nobody learned anything, and `ip neigh show` leaves it out.
    private static boolean isKernels(Neighbour neighbour) {
        return neighbour.state().equals("NOARP");
    }
}
