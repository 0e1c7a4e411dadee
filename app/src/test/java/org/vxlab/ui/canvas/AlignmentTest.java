package org.vxlab.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.picture.Box;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Thing;

import java.util.LinkedHashMap;
import java.util.Map;

class AlignmentTest {
    private static final Thing A = new Thing.Host("a");
    private static final Thing B = new Thing.Host("b");
    private static final Thing NOTE = new Thing.Note(0);

    private static Map<Thing, Box> boxes() {
        Map<Thing, Box> boxes = new LinkedHashMap<>();
        boxes.put(A, new Box(0, 0, 100, 50));
        boxes.put(B, new Box(110, 20, 60, 50));
        boxes.put(NOTE, new Box(300, 40, 40, 10));
        return boxes;
    }

    @Test
    void leftEdgesComeIntoLineWhateverTheWidths() {
        assertThat(Alignment.LEFT.of(boxes()))
                .isEqualTo(
                        Map.of(A, new Point(50, 25), B, new Point(30, 45), NOTE, new Point(0, 40)));
    }

    @Test
    void lowerEdgesComeIntoLine() {
        assertThat(Alignment.BOTTOM.of(boxes()))
                .isEqualTo(
                        Map.of(
                                A,
                                new Point(50, 45),
                                B,
                                new Point(140, 45),
                                NOTE,
                                new Point(300, 60)));
    }

    @Test
    void gapsBecomeEqualAndTheOuterTwoStay() {
        assertThat(Alignment.ACROSS.of(boxes()))
                .isEqualTo(
                        Map.of(
                                A,
                                new Point(50, 25),
                                B,
                                new Point(200, 45),
                                NOTE,
                                new Point(300, 40)));
    }

    @Test
    void twoThingsHaveNoGapsToMakeEqual() {
        Map<Thing, Box> two = boxes();
        two.remove(NOTE);
        assertThat(Alignment.DOWN.of(two)).isEmpty();
    }
}
