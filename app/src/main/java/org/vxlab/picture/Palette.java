package org.vxlab.picture;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which colour each ink is.
///
/// Text on any ground it stands on has a contrast of at least 4.5 (WCAG 2.2, AA). The colours of
/// segments differ in lightness too, so that they stay apart for people who do not tell red from
/// green.
public final class Palette {
    private static final Rgb BLACK = Rgb.of("101418");
    private static final Rgb WHITE = Rgb.of("ffffff");

    /// In the order of the names segments get: red, blue, green, orange, purple, teal, pink, brown.
    private static final List<Rgb> ON_LIGHT =
            colours("c4281c 0072b2 00986c e69f00 63399b 4fbfcb e57fb4 4a2c10");

    private static final List<Rgb> ON_DARK =
            colours("f0705f 4c9fe0 35b889 f2b53c d0b8ff 7fdbe4 f7abd2 96683a");

    public static final Palette LIGHT =
            new Palette(
                    "f6f7f9 ffffff aeb6c1 f0f2f5 14181d 4a535e e4e7ec 7c8691"
                            + " fff6cf 3d3a20 1a7f37 c4231c 8a5a00 0b57d0",
                    ON_LIGHT,
                    0.12);
    public static final Palette DARK =
            new Palette(
                    "12161b 1e242c 4f5a68 2a323c eef2f6 b3bdc9 2b323b 8a96a4"
                            + " 3f3a1d f3ecc8 4fcf74 ff8478 f0b74c 7db4ff",
                    ON_DARK,
                    0.22);

    /// For pale lamps and bright rooms: white, black, and full colours.
    public static final Palette PROJECTOR =
            new Palette(
                    "ffffff ffffff 5b6470 f2f2f2 000000 2b3138 e3e6ea 4c555f"
                            + " fff3b0 000000 0b6b28 b3130c 7a4b00 0040b0",
                    ON_LIGHT,
                    0.10);

    private final Map<Ink.Plain, Rgb> plain = new EnumMap<>(Ink.Plain.class);
    private final List<Rgb> segments;
    private final double groundShare;

    private Palette(String plain, List<Rgb> segments, double groundShare) {
        List<Rgb> colours = colours(plain);
        for (Ink.Plain ink : Ink.Plain.values()) {
            this.plain.put(ink, colours.get(ink.ordinal()));
        }
        this.segments = segments;
        this.groundShare = groundShare;
    }

    private static List<Rgb> colours(String hex) {
        return List.of(hex.split(" ")).stream().map(Rgb::of).toList();
    }

    /// How many segments have colours of their own.
    public static int segmentColours() {
        return ON_LIGHT.size();
    }

    public Rgb of(Ink ink) {
        return switch (ink) {
            case Ink.Plain one -> plain.get(one);
            case Ink.Segment(int number) -> segment(number);
            case Ink.SegmentGround(int number) ->
                    plain.get(Ink.Plain.CARD).mixed(segment(number), groundShare);
            case Ink.OnSegment(int number) -> readable(segment(number));
        };
    }

    private Rgb segment(int number) {
        return segments.get(Math.floorMod(number, segments.size()));
    }

    private static Rgb readable(Rgb ground) {
        return ground.contrast(WHITE) >= ground.contrast(BLACK) ? WHITE : BLACK;
    }
}
