package org.vxlab.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Durations of one thing measured again and again, in milliseconds.
final class Samples {
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Double> sorted = new ArrayList<>();

    void add(double milliseconds) {
        int place = Collections.binarySearch(sorted, milliseconds);
        sorted.add(place < 0 ? -place - 1 : place, milliseconds);
    }

    void addNanos(long nanos) {
        add(nanos / NANOS_PER_MILLI);
    }

    boolean isEmpty() {
        return sorted.isEmpty();
    }

    double least() {
        return sorted.getFirst();
    }

    double most() {
        return sorted.getLast();
    }

    double median() {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /// @param share 0 to 1
    double quantile(double share) {
        int place = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.clamp(place, 0, sorted.size() - 1));
    }
}
