package org.vxlab.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.picture.Box;
import org.vxlab.picture.Curve;
import org.vxlab.topology.Layout.Point;

import java.util.List;

class SnapTest {
    private static final Box NEIGHBOUR = new Box(100, 100, 80, 40);

    @Test
    void whatIsNearALineComesToStandOnItWithAGuide() {
        Snap snap = Snap.of(new Box(103, 300, 50, 20), List.of(NEIGHBOUR), 5);
        assertThat(snap)
                .isEqualTo(
                        new Snap(
                                -3,
                                0,
                                List.of(Curve.line(new Point(100, 88), new Point(100, 332)))));
    }

    @Test
    void theNearerOfTwoLinesCounts() {
        Box moving = new Box(101, 300, 77, 20);
        assertThat(Snap.of(moving, List.of(NEIGHBOUR), 5).dx()).isEqualTo(0.5);
    }

    @Test
    void whatIsFarFromEveryLineStaysWhereItIs() {
        assertThat(Snap.of(new Box(500, 500, 10, 10), List.of(NEIGHBOUR), 5))
                .isEqualTo(new Snap(0, 0, List.of()));
    }
}
