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
        if (event instanceof ObservedEvent.Moved moved) {
            since.remove(new Place(host, moved.from()));
        }
        if (event instanceof ObservedEvent.Learned
                || event instanceof ObservedEvent.Added
                || event instanceof ObservedEvent.Moved) {
            since.put(new Place(host, ((ObservedEvent.Forwarding) event).entry()), at);
        } else if (event instanceof ObservedEvent.Forwarding gone) {
            since.remove(new Place(host, gone.entry()));
        } else if (event instanceof ObservedEvent.FloodAdded flood) {
            since.put(new Place(host, flood.entry()), at);
        } else if (event instanceof ObservedEvent.FloodRemoved flood) {
            since.remove(new Place(host, flood.entry()));
        }
    }

    void clear() {
        since.clear();
    }
}
