package org.vxlab.ui;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.observe.ObservedEvent;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Since when forwarding entries are there, as far as it was seen; the kernel's own `used` times
/// come only with a reading.
public final class EntryAges {
    private final Map<Place, Instant> since = new HashMap<>();

    private record Place(String host, FdbEntry entry) {}

    /// Since when this entry has been there; empty for one that was there before the watch.
    public Optional<Instant> since(String host, FdbEntry entry) {
        return Optional.ofNullable(since.get(new Place(host, entry)));
    }

    void happened(ObservedEvent event) {
        switch (event) {
            case ObservedEvent.Moved moved -> {
                since.remove(place(event, moved.from()));
                begin(event, moved.entry());
            }
            case ObservedEvent.Learned learned -> begin(event, learned.entry());
            case ObservedEvent.Added added -> begin(event, added.entry());
            case ObservedEvent.Aged aged -> since.remove(place(event, aged.entry()));
            case ObservedEvent.Deleted deleted -> since.remove(place(event, deleted.entry()));
            case ObservedEvent.FloodAdded flood -> begin(event, flood.entry());
            case ObservedEvent.FloodRemoved flood -> since.remove(place(event, flood.entry()));
            case ObservedEvent.OfLink _,
                    ObservedEvent.OfAddress _,
                    ObservedEvent.OfNeighbour _,
                    ObservedEvent.Presence _,
                    ObservedEvent.Rereading _,
                    ObservedEvent.OfPing _ -> {}
        }
    }

    private void begin(ObservedEvent event, FdbEntry entry) {
        since.put(place(event, entry), event.stamp().hostTime().orElse(event.stamp().receivedAt()));
    }

    private static Place place(ObservedEvent event, FdbEntry entry) {
        return new Place(event.stamp().host(), entry);
    }

    void clear() {
        since.clear();
    }
}
