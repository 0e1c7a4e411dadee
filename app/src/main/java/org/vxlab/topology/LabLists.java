package org.vxlab.topology;

import org.vxlab.topology.Segment.Workload;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The same list, or the same lab, with one element more, fewer or changed.
final class LabLists {
    private LabLists() {}

    static <T> List<T> with(List<T> list, T added) {
        List<T> longer = new ArrayList<>(list);
        longer.add(added);
        return List.copyOf(longer);
    }

    static <T> List<T> without(List<T> list, Predicate<T> gone) {
        return list.stream().filter(gone.negate()).toList();
    }

    static <T> List<T> changed(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
        return list.stream().map(one -> which.test(one) ? change.apply(one) : one).toList();
    }

    /// Changes the first segment shown under a name.
    static Lab inSegment(Lab lab, String name, UnaryOperator<Segment> change) {
        List<Segment> segments = new ArrayList<>(lab.segments());
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).shownName().equals(name)) {
                segments.set(i, change.apply(segments.get(i)));
                return lab.withSegments(segments);
            }
        }
        return lab;
    }

    static Lab inWorkload(Lab lab, Thing.Workload which, UnaryOperator<Workload> change) {
        return inSegment(
                lab,
                which.segment(),
                segment ->
                        segment.withWorkloads(
                                changed(
                                        segment.workloads(),
                                        one -> one.is(which.host(), which.name()),
                                        change)));
    }
}
