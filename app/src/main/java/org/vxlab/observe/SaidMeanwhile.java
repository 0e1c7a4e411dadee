package org.vxlab.observe;

import java.util.HashSet;
import java.util.Set;

/// What a monitor spoke of while a whole table was being read from the host.
///
/// Of those entries what the monitor said outweighs the reading, because nobody knows whether the
/// line or the reading is the younger one; if the reading is, its line is still to come.
///
/// @param <K> what makes two lines speak of the same entry
final class SaidMeanwhile<K> {
    private final Set<K> said = new HashSet<>();
    private boolean reading;

    void startReading() {
        reading = true;
        said.clear();
    }

    /// A line spoke of an entry.
    void add(K key) {
        if (reading) {
            said.add(key);
        }
    }

    /// The reading has arrived, or will not come.
    ///
    /// @return what lines spoke of since it was started
    Set<K> endReading() {
        reading = false;
        Set<K> meanwhile = Set.copyOf(said);
        said.clear();
        return meanwhile;
    }
}
