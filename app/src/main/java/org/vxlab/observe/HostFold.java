package org.vxlab.observe;

import org.vxlab.iproute.MonitorEvent;
import org.vxlab.iproute.StateReading.Reading;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.LinkCounters;
import org.vxlab.topology.MacAddress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Everything known of a host, as its readings and its monitors' lines make it.
///
/// Not safe for several threads; it belongs to the host's own.
final class HostFold {
    private final String host;
    private final FdbFold fdb;
    private final LinkFold links = new LinkFold();
    private final NeighbourFold neighbours;
    private Map<String, HostState> namespaces = Map.of();
    private Map<String, LinkCounters> counters = Map.of();
    private Optional<Instant> countersAt = Optional.empty();

    HostFold(String host, Function<MacAddress, Optional<String>> owners) {
        this.host = host;
        this.fdb = new FdbFold(owners);
        this.neighbours = new NeighbourFold(owners);
    }

    /// The state as it is known now, copied: as long as the tables, so only when asked for.
    HostState state() {
        return new HostState(
                links.links(), fdb.entries(), neighbours.neighbours(), List.of(), namespaces);
    }

    Map<String, LinkCounters> counters() {
        return counters;
    }

    /// When the counters were read; absent before the first reading.
    Optional<Instant> countersAt() {
        return countersAt;
    }

    void counters(Map<String, LinkCounters> read, Instant receivedAt) {
        counters = read;
        countersAt = Optional.of(receivedAt);
    }

    int linkCount() {
        return links.links().size();
    }

    int forwardingCount() {
        return fdb.size();
    }

    /// Whether lines told of something only a reading can tell the rest of.
    boolean lacksDetail() {
        return links.lacksDetail();
    }

    /// Folds one event of a monitor.
    ///
    /// @return the changes it brings; none where it repeats what is known
    List<ObservedEvent> apply(MonitorEvent event, Stamp stamp) {
        return switch (event) {
            case MonitorEvent.FdbChanged(var entry) -> fdb.put(entry, stamp).stream().toList();
            case MonitorEvent.FdbDeleted(var entry, var stale) ->
                    fdb.remove(entry, stale, stamp).stream().toList();
            case MonitorEvent.LinkChanged link -> links.put(link, stamp);
            case MonitorEvent.LinkDeleted(var _, var name) -> links.remove(name, stamp);
            case MonitorEvent.AddressAdded(var device, var address) ->
                    links.addressAdded(device, address, stamp);
            case MonitorEvent.AddressDeleted(var device, var address) ->
                    links.addressRemoved(device, address, stamp);
            case MonitorEvent.NeighbourChanged(var neighbour) ->
                    neighbours.put(neighbour, stamp).stream().toList();
            case MonitorEvent.NeighbourDeleted(var neighbour) ->
                    neighbours.remove(neighbour, stamp).stream().toList();
            case MonitorEvent.PortChanged _,
                    MonitorEvent.AddressMissed _,
                    MonitorEvent.MacMissed _,
                    MonitorEvent.Overflow _,
                    MonitorEvent.Unrecognised _ ->
                    List.of();
        };
    }

    void startReading() {
        fdb.startReading();
        links.startReading();
        neighbours.startReading();
    }

    void abandonReading() {
        fdb.abandonReading();
        links.abandonReading();
        neighbours.abandonReading();
    }

    /// Folds what was read since [#startReading].
    ///
    /// @return the differences from what was known
    List<ObservedEvent> finishReading(Reading reading, Instant receivedAt) {
        Stamp stamp = Stamp.found(host, receivedAt);
        List<ObservedEvent> events = new ArrayList<>();
        events.addAll(links.finishReading(reading.state().links(), stamp));
        events.addAll(fdb.finishReading(reading.state().fdb(), stamp));
        events.addAll(neighbours.finishReading(reading.state().neighbours(), stamp));
        namespaces = reading.state().namespaces();
        counters(reading.counters(), receivedAt);
        return events;
    }
}
