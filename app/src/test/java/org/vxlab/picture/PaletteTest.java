package org.vxlab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vxlab.picture.Ink.Plain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class PaletteTest {
    /// WCAG 2.2, success criterion 1.4.3.
    private static final double TEXT = 4.5;

    /// WCAG 2.2, success criterion 1.4.11.
    private static final double SIGN = 3;

    private static final List<Palette> ALL =
            List.of(Palette.LIGHT, Palette.DARK, Palette.PROJECTOR);

    /// How people see who lack the cones for red (protanopia) or green (deuteranopia): Viénot,
    /// Brettel and Mollon 1999, in linear RGB.
    private static final double[][] PROTANOPIA = {
        {0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}
    };

    private static final double[][] DEUTERANOPIA = {
        {0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}
    };

    static Stream<Palette> palettes() {
        return ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void everyTextIsReadableOnItsGround(Palette palette) {
        for (Plain ground : List.of(Plain.CANVAS, Plain.CARD, Plain.CHIP, Plain.UNDERLAY)) {
            assertContrast(palette, Plain.TEXT, ground, TEXT);
        }
        for (Plain ground : List.of(Plain.CANVAS, Plain.CARD, Plain.CHIP)) {
            assertContrast(palette, Plain.QUIET, ground, TEXT);
        }
        assertContrast(palette, Plain.NOTE_TEXT, Plain.NOTE, TEXT);
        for (Plain sign : List.of(Plain.BAD, Plain.DOUBTFUL, Plain.GOOD)) {
            assertContrast(palette, sign, Plain.CARD, TEXT);
        }
        for (int i = 0; i < Palette.segmentColours(); i++) {
            assertContrast(palette, new Ink.OnSegment(i), new Ink.Segment(i), TEXT);
            assertContrast(palette, Plain.TEXT, new Ink.SegmentGround(i), TEXT);
            assertContrast(palette, Plain.DOUBTFUL, new Ink.SegmentGround(i), SIGN);
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void linesOfTheUnderlayAndSelectionsStandOut(Palette palette) {
        assertContrast(palette, Plain.UNDERLAY_EDGE, Plain.CANVAS, SIGN);
        assertContrast(palette, Plain.SELECTION, Plain.CANVAS, SIGN);
    }

    @Test
    void noTwoSegmentsHaveTheSameColourAndPattern() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 64; i++) {
            assertThat(
                            seen.add(
                                    Palette.LIGHT.of(new Ink.Segment(i))
                                            + " "
                                            + SegmentNumbers.pattern(i)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void segmentColoursStayApartForColourBlindPeople(Palette palette) {
        for (double[][] sight : List.of(PROTANOPIA, DEUTERANOPIA)) {
            for (int i = 0; i < Palette.segmentColours(); i++) {
                for (int j = 0; j < i; j++) {
                    double[] one = seen(palette.of(new Ink.Segment(i)), sight);
                    double[] other = seen(palette.of(new Ink.Segment(j)), sight);
                    assertThat(distance(one, other))
                            .as("colours %d and %d", j, i)
                            .isGreaterThan(10);
                }
            }
        }
    }

    private static void assertContrast(Palette palette, Ink ink, Ink ground, double least) {
        assertThat(palette.of(ink).contrast(palette.of(ground)))
                .as("%s on %s of palette %d", ink, ground, ALL.indexOf(palette))
                .isGreaterThanOrEqualTo(least);
    }

    /// In CIE L*a*b*, where a distance of 2 is just seen side by side.
    private static double[] seen(Rgb colour, double[][] sight) {
        double[] rgb =
                IntStream.of(colour.red(), colour.green(), colour.blue())
                        .mapToDouble(part -> Math.pow(part / 255.0, 2.2))
                        .toArray();
        double[] c = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                c[i] += sight[i][j] * rgb[j];
            }
        }
        double x = f((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.9505);
        double y = f(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
        double z = f((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(
                IntStream.range(0, 3).mapToDouble(i -> Math.pow(one[i] - other[i], 2)).sum());
    }
}
