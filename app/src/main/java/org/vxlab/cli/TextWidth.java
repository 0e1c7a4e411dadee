package org.vxlab.cli;

import java.util.ArrayList;
import java.util.List;

/// How many columns of a terminal a text takes: Chinese characters take two.
final class TextWidth {
    /// Wide and full-width ranges of Unicode's EastAsianWidth, as terminals draw them.
    private static final int[][] WIDE = {
        {0x1100, 0x115f}, {0x2e80, 0x303e}, {0x3041, 0x4dbf}, {0x4e00, 0xa4cf}, {0xac00, 0xd7a3},
        {0xf900, 0xfaff}, {0xfe30, 0xfe6f}, {0xff01, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1faff},
        {0x20000, 0x3fffd}
    };

    private static final char ESCAPE = '\u001b';

    private TextWidth() {}

    /// Columns of one line; colours take none.
    static int of(String text) {
        int width = 0;
        boolean colour = false;
        for (int c : text.codePoints().toArray()) {
            if (c == ESCAPE) {
                colour = true;
            } else if (colour) {
                colour = c != 'm';
            } else {
                width += of(c);
            }
        }
        return width;
    }

    private static int of(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        for (int[] range : WIDE) {
            if (c >= range[0] && c <= range[1]) {
                return true;
            }
        }
        return false;
    }

    /// The text with blanks behind it up to `width` columns.
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /// The text, or its beginning and an ellipsis where it is wider than `width`.
    static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int used = 0;
        for (int c : text.codePoints().toArray()) {
            used += of(c);
            if (used > width - 1) {
                break;
            }
            cut.appendCodePoint(c);
        }
        return cut.append('…').toString();
    }

    /// The text in lines of at most `width` columns, broken at blanks and beside Chinese
    /// characters; a longer word keeps its line to itself.
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            wrap(paragraph, width, lines);
        }
        return lines;
    }

    private static void wrap(String paragraph, int width, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(paragraph)) {
            if (!line.isEmpty() && of(line.toString()) + of(piece.stripTrailing()) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().stripTrailing());
    }

    /// Words with the blanks behind them, and Chinese characters one by one; what must not begin a
    /// line stays with what stands before it.
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int before = ' ';
        for (int c : text.codePoints().toArray()) {
            boolean afterBlank = before == ' ' && c != ' ';
            boolean besideWide = (isWide(c) || isWide(before)) && !isClosing(c) && c != ' ';
            if (!piece.isEmpty() && (afterBlank || besideWide) && !isOpening(before)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(c);
            before = c;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean isClosing(int c) {
        return "，。；：、！？）》」”’,.;:!?)".indexOf(c) >= 0;
    }

    private static boolean isOpening(int c) {
        return "（《「“‘(".indexOf(c) >= 0;
    }
}
