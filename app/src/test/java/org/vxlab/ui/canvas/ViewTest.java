package org.vxlab.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vxlab.picture.Box;
import org.vxlab.topology.Layout.Point;

class ViewTest {
    private static final Offset<Double> EXACTLY = Offset.offset(1e-9);

    @Test
    void zoomingKeepsWhatIsUnderThePointer() {
        View before = new View(0.5, 10, 20);
        View after = before.zoomedAt(300, 200, 1.7);
        Point under = before.toDrawing(300, 200);
        assertThat(after.zoom()).isEqualTo(1.7);
        assertThat(after.toScreenX(under.x())).isEqualTo(300, EXACTLY);
        assertThat(after.toScreenY(under.y())).isEqualTo(200, EXACTLY);
    }

    @Test
    void zoomingEndsAtItsLimits() {
        assertThat(View.ORIGIN.zoomedAt(10, 10, 1e6).zoom()).isEqualTo(View.MOST_ZOOM);
        assertThat(View.ORIGIN.zoomedAt(10, 10, 0).zoom()).isEqualTo(View.LEAST_ZOOM);
    }

    @Test
    void whatFitsIsSeenWhole() {
        Box box = new Box(-500, 40, 3000, 900);
        Box seen = View.fitting(box, 1280, 800, 1).seen(1280, 800);
        assertThat(seen.contains(box)).isTrue();
        assertThat(seen.contains(box.grown(500))).isFalse();
    }
}
