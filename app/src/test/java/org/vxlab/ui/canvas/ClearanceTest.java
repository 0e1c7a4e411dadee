package org.vxlab.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.picture.Box;
import org.vxlab.topology.Layout.Point;

import java.util.List;
import java.util.stream.IntStream;

class ClearanceTest {
    private static final Box CARD = new Box(0, 0, 200, 100);

    @Test
    void aCopyStandsClearOfItsOriginal() {
        assertThat(Clearance.offset(List.of(CARD), List.of(CARD))).isEqualTo(new Point(240, 0));
    }

    @Test
    void aCopyStandsClearOfTheNeighboursToo() {
        Box next = new Box(300, 0, 200, 100);

        Point offset = Clearance.offset(List.of(CARD), List.of(CARD, next));

        assertThat(offset).isEqualTo(new Point(540, 0));
    }

    @Test
    void aCopyGoesBelowWhereTheRowHasNoEnd() {
        List<Box> row =
                IntStream.range(0, 30).mapToObj(i -> new Box(i * 200, 0, 200, 100)).toList();

        assertThat(Clearance.offset(List.of(CARD), row)).isEqualTo(new Point(0, 140));
    }

    @Test
    void whatWasCutOutComesBackWhereItWas() {
        Box other = new Box(400, 0, 200, 100);

        assertThat(Clearance.offset(List.of(CARD), List.of(other))).isEqualTo(new Point(0, 0));
    }

    @Test
    void severalKeepTheirPlacesToEachOther() {
        List<Box> two = List.of(CARD, new Box(0, 150, 200, 100));

        assertThat(Clearance.offset(two, two)).isEqualTo(new Point(240, 0));
    }
}
