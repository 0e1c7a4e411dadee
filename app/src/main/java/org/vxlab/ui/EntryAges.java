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
        String host = event.stamp().host();
        Instant at = event.stamp().hostTime().orElse(event.stamp().receivedAt());
        switch (event) {
            case ObservedEvent.Learned learned -> since.put(new Place(host, learned.entry()), at);
            case ObservedEvent.Added added -> since.put(new Place(host, added.entry()), at);
            case ObservedEvent.FloodAdded flood -> since.put(new Place(host, flood.entry()), at);
            case ObservedEvent.Moved moved -> {
                since.remove(new Place(host, moved.from()));
                since.put(new Place(host, moved.entry()), at);
            }
            case ObservedEvent.Aged aged -> since.remove(new Place(host, aged.entry()));
            case ObservedEvent.Deleted deleted -> since.remove(new Place(host, deleted.entry()));
            case ObservedEvent.FloodRemoved flood -> since.remove(new Place(host, flood.entry()));
            default -> {}
        }
    }

    void clear() {
        since.clear();
    }
}
