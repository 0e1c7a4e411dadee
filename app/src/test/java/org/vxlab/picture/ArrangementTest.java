package org.vxlab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.picture.Glyph.Part;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.RandomLab;
import org.vxlab.topology.Thing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class ArrangementTest {
    private static final int LABS = 100;

    @Test
    void thingsWithoutPlacesNeverOverlap() {
        for (long seed = 0; seed < LABS; seed++) {
            assertNothingOverlaps(RandomLab.of(seed).withLayout(Layout.NONE), "seed " + seed);
        }
        assertNothingOverlaps(LargeLab.of(300), "300 hosts");
    }

    @Test
    void thingsWithoutPlacesKeepClearOfThoseThatHaveOne() {
        Lab lab = LargeLab.of(6);
        Map<String, Point> given = Map.of("h2", new Point(0, 0), "red", new Point(400, 300));

        assertNothingOverlaps(lab.withLayout(new Layout(given, List.of())), "two given");
        Picture picture = picture(lab.withLayout(new Layout(given, List.of())));
        assertThat(picture.glyph(new Thing.Host("h2"), Part.BODY).orElseThrow().box().centre())
                .isEqualTo(new Point(0, 0));
    }

    @Test
    void anOrganicArrangementHasNoOverlapsAndIsTheSameForTheSameSeed() {
        Lab lab = LargeLab.of(120);
        Map<Thing, Point> places = Arrangement.organic(lab, PictureStyle.DESIGN, new Random(7));

        assertNothingOverlaps(new LabEdit.Move(places).applyTo(lab), "organic");
        assertThat(Arrangement.organic(lab, PictureStyle.DESIGN, new Random(7))).isEqualTo(places);
    }

    @Test
    void layersHaveSegmentsAboveAndTheUnderlayBelow() {
        Lab lab = LargeLab.of(4);
        Picture picture = picture(lab);

        double segment = top(picture, new Thing.Segment("red"));
        double host = top(picture, new Thing.Host("h3"));
        double network = top(picture, new Thing.Network("lan0"));

        assertThat(segment).isLessThan(host);
        assertThat(host).isLessThan(network);
    }

    private static double top(Picture picture, Thing thing) {
        return picture.glyph(thing, Part.BODY).orElseThrow().box().y();
    }

    private static Picture picture(Lab lab) {
        return Picture.of(lab, Optional.empty(), PictureStyle.DESIGN);
    }

    private static void assertNothingOverlaps(Lab lab, String name) {
        List<Glyph> bodies =
                picture(lab).glyphs().stream()
                        .filter(glyph -> glyph.id().part() == Part.BODY)
                        .filter(glyph -> !(glyph.id().thing() instanceof Thing.Workload))
                        .toList();
        for (int i = 0; i < bodies.size(); i++) {
            for (Glyph other : bodies.subList(0, i)) {
                assertThat(bodies.get(i).box().overlaps(other.box()))
                        .as("%s: %s and %s", name, bodies.get(i).id(), other.id())
                        .isFalse();
            }
        }
    }
}
