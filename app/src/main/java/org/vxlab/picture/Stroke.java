package org.vxlab.picture;

import java.util.Arrays;
import java.util.List;

/// How a line is drawn.
///
/// @param width in canvas units
/// @param dashes lengths of dashes and gaps; empty for a solid line
public record Stroke(Ink ink, double width, List<Double> dashes) {
    public Stroke {
        dashes = List.copyOf(dashes);
    }

    static Stroke solid(Ink ink, double width) {
        return new Stroke(ink, width, List.of());
    }

    static Stroke dashed(Ink ink, double width, double... dashes) {
        return new Stroke(ink, width, Arrays.stream(dashes).boxed().toList());
    }
}
