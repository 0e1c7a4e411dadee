package org.vxlab.publish;

import org.vxlab.picture.Curve;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;

/// How SVG writes numbers, paths and text.
final class Svg {
    private static final int REPLACEMENT = 0xfffd;

    private Svg() {}

    /// At most two digits after the point.
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        text = text.replaceFirst("\\.?0+$", "");
        return text.equals("-0") ? "0" : text;
    }

    /// Attributes with numbers, given as names and values in turn.
    static String attributes(Object... namesAndNumbers) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            double value = ((Number) namesAndNumbers[i + 1]).doubleValue();
            text.append(' ').append(namesAndNumbers[i]).append("=\"");
            text.append(number(value)).append('"');
        }
        return text.toString();
    }

    static String path(Curve curve) {
        String start = command('M', curve.start().x(), curve.start().y());
        return curve.isStraight()
                ? start + command('L', curve.end().x(), curve.end().y())
                : start
                        + command(
                                'C',
                                curve.control1().x(),
                                curve.control1().y(),
                                curve.control2().x(),
                                curve.control2().y(),
                                curve.end().x(),
                                curve.end().y());
    }

    static String path(Shape shape) {
        StringBuilder text = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator part = shape.getPathIterator(null); !part.isDone(); part.next()) {
            text.append(
                    switch (part.currentSegment(at)) {
                        case PathIterator.SEG_MOVETO -> command('M', at[0], at[1]);
                        case PathIterator.SEG_LINETO -> command('L', at[0], at[1]);
                        case PathIterator.SEG_QUADTO -> command('Q', at[0], at[1], at[2], at[3]);
                        case PathIterator.SEG_CUBICTO ->
                                command('C', at[0], at[1], at[2], at[3], at[4], at[5]);
                        default -> "Z";
                    });
        }
        return text.toString();
    }

    private static String command(char letter, double... places) {
        StringBuilder text = new StringBuilder().append(letter);
        for (int i = 0; i < places.length; i++) {
            text.append(i == 0 ? "" : " ").append(number(places[i]));
        }
        return text.toString();
    }

    /// Text between tags; what XML 1.0 cannot hold becomes U+FFFD.
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(
                        letter -> {
                            switch (letter) {
                                case '&' -> escaped.append("&amp;");
                                case '<' -> escaped.append("&lt;");
                                case '>' -> escaped.append("&gt;");
                                default ->
                                        escaped.appendCodePoint(
                                                isInXml(letter) ? letter : REPLACEMENT);
                            }
                        });
        return escaped.toString();
    }

    private static boolean isInXml(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= 0x20 && letter <= 0xd7ff)
                || (letter >= 0xe000 && letter <= 0xfffd)
                || letter >= 0x10000;
    }
}
