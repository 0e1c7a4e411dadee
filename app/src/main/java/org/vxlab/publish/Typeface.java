package org.vxlab.publish;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import java.awt.geom.Path2D;
import java.io.IOException;

/// One TrueType font: which letters it has, how wide they are and what they look like.
///
/// It is read by the program itself, not by the Java runtime, whose fonts need libraries that a
/// machine without a display may not have.
final class Typeface {
    private final String name;
    private final byte[] file;
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;

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
        return font.getAdvanceWidth(glyphs.getGlyphId(letter)) / unitsPerEm;
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
