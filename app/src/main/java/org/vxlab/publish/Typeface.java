package org.vxlab.publish;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// One TrueType font: which letters it has, how wide they are and what they look like.
///
/// It is read by the program itself, not by the Java runtime, whose fonts need libraries that a
/// machine without a display may not have. Not to be used by several threads at once.
final class Typeface {
    private final String name;
    private final byte[] file;
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;

    /// Measured already; long handouts ask for the same letters millions of times.
    private final Map<Integer, Double> widths = new HashMap<>();

    /// @param name tells it apart from the others
    /// @param file the font file, which stays in memory to be written into PDF
    Typeface(String name, byte[] file) throws IOException {
        this.name = name;
        this.file = file;
        this.font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        this.glyphs = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    String name() {
        return name;
    }

    byte[] file() {
        return file;
    }

    boolean has(int letter) {
        return glyphs.getGlyphId(letter) != 0;
    }

    /// The width of a letter at a height of 1.
    double width(int letter) throws IOException {
        Double known = widths.get(letter);
        if (known != null) {
            return known;
        }
        double width = font.getAdvanceWidth(glyphs.getGlyphId(letter)) / unitsPerEm;
        widths.put(letter, width);
        return width;
    }

    /// The outline of a letter in font units, its origin on the base line, y growing upwards.
    Path2D outline(int letter) throws IOException {
        GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(letter));
        return glyph == null ? new Path2D.Double() : glyph.getPath();
    }

    double unitsPerEm() {
        return unitsPerEm;
    }
}
