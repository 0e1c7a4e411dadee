package org.vxlab.picture;

/// Estimates how wide a text comes out without asking a toolkit; rather too wide than too narrow.
final class TextWidth {
    /// Widths in parts of the font's height.
    private static final double LATIN = 0.56;

    private static final double BOLD = 0.61;
    private static final double MONO = 0.61;
    private static final double WIDE = 1.02;

    private static final String CUT = "…";

    private TextWidth() {}

    static double of(String text, double size, Mark.Face face) {
        double narrow =
                switch (face) {
                    case PLAIN -> LATIN;
                    case BOLD -> BOLD;
                    case MONO -> MONO;
                };
        return text.codePoints().mapToDouble(c -> isWide(c) ? WIDE : narrow).sum() * size;
    }

    /// The text, or as much of its beginning as there is room for.
    static String cut(String text, double size, Mark.Face face, double room) {
        if (of(text, size, face) <= room) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        for (int length = letters.length - 1; length > 0; length--) {
            String shorter = new String(letters, 0, length) + CUT;
            if (of(shorter, size, face) <= room) {
                return shorter;
            }
        }
        return "";
    }

    /// The text, or as much of its end as there is room for: hosts of a network have addresses that
    /// begin alike.
    static String end(String text, double size, Mark.Face face, double room) {
        if (of(text, size, face) <= room) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        for (int first = 1; first < letters.length; first++) {
            String shorter = CUT + new String(letters, first, letters.length - first);
            if (of(shorter, size, face) <= room) {
                return shorter;
            }
        }
        return "";
    }

    /// Chinese, Japanese and Korean letters are as wide as high.
    private static boolean isWide(int c) {
        return c >= 0x1100 && (c < 0x2000 || c > 0x2e7f);
    }
}
