package org.vxlab.picture;

import org.vxlab.topology.Lab;
import org.vxlab.topology.NextFree;
import org.vxlab.topology.Segment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Gives each segment a colour and a pattern: the one it is named after, or the next.
final class SegmentNumbers {
    private final List<Integer> numbers = new ArrayList<>();

    SegmentNumbers(Lab lab) {
        Set<Integer> taken = new HashSet<>();
        for (Segment segment : lab.segments()) {
            taken.add(NextFree.COLOURS.indexOf(segment.shownName()));
        }
        int next = 0;
        for (Segment segment : lab.segments()) {
            int number = NextFree.COLOURS.indexOf(segment.shownName());
            if (number < 0) {
                while (taken.contains(next)) {
                    next++;
                }
                number = next++;
            }
            numbers.add(number);
        }
    }

    /// The number of the segment at a place in the lab.
    int of(int index) {
        return numbers.get(index);
    }

    /// Segments that share a colour differ in pattern.
    static Pattern pattern(int number) {
        return Pattern.of(number + number / Palette.segmentColours());
    }
}
