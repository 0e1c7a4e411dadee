package org.vxlab.ui.canvas;

import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;

import org.vxlab.picture.Pattern;

import java.util.HashMap;
import java.util.Map;

/// Grounds with a pattern. UI thread only.
final class Hatching {
    /// Side of a tile in canvas units.
    private static final int SIDE = 8;

    /// Pixels of a canvas unit in a tile, so that it stays sharp when zoomed in.
    private static final int FINE = 3;

    /// How strongly the pattern shows; text stands on it.
    private static final double STRENGTH = 0.30;

    private record Wanted(Pattern pattern, Color ground, Color lines) {}

    private final Map<Wanted, Paint> made = new HashMap<>();

    Paint of(Pattern pattern, Color ground, Color lines) {
        return pattern == Pattern.PLAIN
                ? ground
                : made.computeIfAbsent(new Wanted(pattern, ground, lines), Hatching::tile);
    }

    private static Paint tile(Wanted wanted) {
        int pixels = SIDE * FINE;
        WritableImage image = new WritableImage(pixels, pixels);
        PixelWriter writer = image.getPixelWriter();
        Color over = wanted.ground.interpolate(wanted.lines, STRENGTH);
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                boolean inked = isInked(wanted.pattern, (x + 0.5) / FINE, (y + 0.5) / FINE);
                writer.setColor(x, y, inked ? over : wanted.ground);
            }
        }
        return new ImagePattern(image, 0, 0, SIDE, SIDE, false);
    }

    private static boolean isInked(Pattern pattern, double x, double y) {
        return switch (pattern) {
            case PLAIN -> false;
            case RISING -> (x + y) % SIDE < 2;
            case FALLING -> (x - y + SIDE) % SIDE < 2;
            case DOTS -> Math.hypot(x % 4 - 2, y % 4 - 2) < 1;
            case UPRIGHT -> x % 4 < 1.2;
            case LEVEL -> y % 4 < 1.2;
            case CROSSED -> x % SIDE < 1.2 || y % SIDE < 1.2;
            case CHECKED -> (x < 4) == (y < 4);
        };
    }
}
