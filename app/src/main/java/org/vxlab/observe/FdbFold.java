package org.vxlab.observe;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Both forwarding tables of a host, kept up to date line by line at constant cost.
///
/// Not safe for several threads; it belongs to the host's own.
final class FdbFold {
    private final Function<MacAddress, Optional<String>> owners;
    private final Map<Key, FdbEntry> entries = new LinkedHashMap<>();
    private final SaidMeanwhile<Key> meanwhile = new SaidMeanwhile<>();

    FdbFold(Function<MacAddress, Optional<String>> owners) {
        this.owners = owners;
    }

    /// What makes two lines speak of the same entry. A bridge has one entry per MAC whatever the
    /// port, a vxlan device one per unicast MAC whatever the VTEP, but flood and group MACs have as
    /// many as there are destinations (vxlan_core.c, `vxlan_fdb_append`).
    private record Key(Table table, String where, MacAddress mac, Optional<Ip> vtep) {
        static Key of(FdbEntry entry) {
            MacAddress mac = entry.mac();
            return switch (entry.table()) {
                case BRIDGE ->
                        new Key(
                                Table.BRIDGE,
                                entry.master().orElse(entry.device()),
                                mac,
                                Optional.empty());
                case VXLAN ->
                        new Key(
                                Table.VXLAN,
                                entry.device(),
                                mac,
                                mac.isZero() || mac.isGroup() ? entry.vtep() : Optional.empty());
                case DEVICE -> new Key(Table.DEVICE, entry.device(), mac, Optional.empty());
            };
        }
    }

    List<FdbEntry> entries() {
        return List.copyOf(entries.values());
    }

    int size() {
        return entries.size();
    }

    /// Folds a line that says how an entry is now.
    Optional<ObservedEvent> put(FdbEntry entry, Stamp stamp) {
        Key key = Key.of(entry);
        meanwhile.add(key);
        return put(key, entry, stamp);
    }

    /// Folds a line that says an entry is gone.
    ///
    /// @param aged it was not used for the ageing time
    Optional<ObservedEvent> remove(FdbEntry entry, boolean aged, Stamp stamp) {
        Key key = Key.of(entry);
        meanwhile.add(key);
        return remove(key, aged, stamp);
    }

    /// From here until [#finishReading] what the monitor says of an entry outweighs the reading.
    void startReading() {
        meanwhile.startReading();
    }

    /// Folds a whole table read from the host.
    ///
    /// @return the differences from what was known
    List<ObservedEvent> finishReading(List<FdbEntry> table, Stamp stamp) {
        List<ObservedEvent> events = new ArrayList<>();
        Set<Key> said = meanwhile.endReading();
        Map<Key, FdbEntry> read = HashMap.newHashMap(table.size());
        for (FdbEntry entry : table) {
            read.put(Key.of(entry), entry);
        }
        List<Key> gone =
                entries.keySet().stream()
                        .filter(key -> !read.containsKey(key) && !said.contains(key))
                        .toList();
        gone.forEach(key -> remove(key, false, stamp).ifPresent(events::add));
        for (FdbEntry entry : table) {
            Key key = Key.of(entry);
            if (!said.contains(key)) {
                put(key, entry, stamp).ifPresent(events::add);
            }
        }
        return events;
    }

    /// The reading that was started will not come.
    void abandonReading() {
        meanwhile.endReading();
    }

    private Optional<ObservedEvent> put(Key key, FdbEntry entry, Stamp stamp) {
        FdbEntry before = entries.put(key, entry);
        if (entry.table() == Table.DEVICE) {
            return Optional.empty();
        }
        if (before == null) {
            return Optional.of(
                    entry.isFlood()
                            ? new ObservedEvent.FloodAdded(stamp, entry)
                            : appeared(stamp, entry));
        }
        if (!before.device().equals(entry.device()) || !before.vtep().equals(entry.vtep())) {
            return Optional.of(
                    new ObservedEvent.Moved(stamp, before, entry, owners.apply(entry.mac())));
        }
        return isLearned(before) == isLearned(entry)
                ? Optional.empty()
                : Optional.of(appeared(stamp, entry));
    }

    private Optional<ObservedEvent> remove(Key key, boolean aged, Stamp stamp) {
        FdbEntry before = entries.remove(key);
        if (before == null || before.table() == Table.DEVICE) {
            return Optional.empty();
        }
        if (before.isFlood()) {
            return Optional.of(new ObservedEvent.FloodRemoved(stamp, before));
        }
        Optional<String> owner = owners.apply(before.mac());
        return Optional.of(
                aged
                        ? new ObservedEvent.Aged(stamp, before, owner)
                        : new ObservedEvent.Deleted(stamp, before, owner));
    }

    private ObservedEvent appeared(Stamp stamp, FdbEntry entry) {
        Optional<String> owner = owners.apply(entry.mac());
        return isLearned(entry)
                ? new ObservedEvent.Learned(stamp, entry, owner)
                : new ObservedEvent.Added(stamp, entry, owner);
    }

    private static boolean isLearned(FdbEntry entry) {
        return !entry.externLearn()
                && switch (entry.state()) {
                    case DYNAMIC, STALE -> true;
                    case STATIC, PERMANENT -> false;
                };
    }
}
