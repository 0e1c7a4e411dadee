package org.vxlab.publish;

import org.vxlab.picture.Box;
import org.vxlab.picture.Pattern;
import org.vxlab.picture.Rgb;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// The patterns of segments as shapes: a square tile that repeats from the origin on.
final class Hatching {
    /// Side of a tile in canvas units.
    static final int SIDE = 8;

    /// How strongly the pattern shows; text stands on it.
    private static final double STRENGTH = 0.30;

    private static final double LINE = 1.2;

    private Hatching() {}

    /// The colour of the pattern.
    static Rgb colour(Rgb ground, Rgb lines) {
        return ground.mixed(lines, STRENGTH);
    }

    /// What is inked of a tile.
    static Path2D tile(Pattern pattern) {
        Path2D tile = new Path2D.Double();
        switch (pattern) {
            case PLAIN -> {}
            case RISING -> {
                polygon(tile, 0, 0, 2, 0, 0, 2);
                polygon(tile, 8, 0, 8, 2, 2, 8, 0, 8);
            }
            case FALLING -> {
                polygon(tile, 0, 0, 2, 0, 8, 6, 8, 8);
                polygon(tile, 0, 6, 2, 8, 0, 8);
            }
            case DOTS -> {
                for (int i = 0; i < 4; i++) {
                    double x = 1 + i % 2 * 4;
                    double y = 1 + (i >> 1) * 4;
                    tile.append(new Ellipse2D.Double(x, y, 2, 2), false);
                }
            }
            case UPRIGHT -> {
                rectangle(tile, 0, 0, LINE, SIDE);
                rectangle(tile, 4, 0, LINE, SIDE);
            }
            case LEVEL -> {
                rectangle(tile, 0, 0, SIDE, LINE);
                rectangle(tile, 0, 4, SIDE, LINE);
            }
            case CROSSED -> {
                rectangle(tile, 0, 0, SIDE, LINE);
                rectangle(tile, 0, LINE, LINE, SIDE - LINE);
            }
            case CHECKED -> {
                rectangle(tile, 0, 0, 4, 4);
                rectangle(tile, 4, 4, 4, 4);
            }
        }
        return tile;
    }

    /// The tiles that cover a box, to be cut off at its edge.
    static Path2D over(Box box, Pattern pattern) {
        Path2D tile = tile(pattern);
        Path2D all = new Path2D.Double();
        for (double x = Math.floor(box.x() / SIDE) * SIDE; x < box.right(); x += SIDE) {
            for (double y = Math.floor(box.y() / SIDE) * SIDE; y < box.bottom(); y += SIDE) {
                all.append(tile.getPathIterator(AffineTransform.getTranslateInstance(x, y)), false);
            }
        }
        return all;
    }

    private static void polygon(Path2D tile, double... places) {
        tile.moveTo(places[0], places[1]);
        for (int i = 2; i < places.length; i += 2) {
            tile.lineTo(places[i], places[i + 1]);
        }
        tile.closePath();
    }

    private static void rectangle(Path2D tile, double x, double y, double width, double height) {
        tile.append(new Rectangle2D.Double(x, y, width, height), false);
    }
}
