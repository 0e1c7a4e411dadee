package org.vxlab.publish;

import org.vxlab.picture.Box;
import org.vxlab.picture.Glyph;
import org.vxlab.picture.Ink;
import org.vxlab.picture.Mark;
import org.vxlab.picture.Palette;
import org.vxlab.picture.Picture;
import org.vxlab.topology.Layout.Point;

import java.util.List;
import java.util.Optional;

/// A picture as it is published: on a ground, with a margin, and with a line below where it needs
/// one.
///
/// @param title what it is, for programs that show titles
/// @param area in canvas units
/// @param caption what is written below; absent where the picture says all
record Sheet(
        String title, List<Glyph> glyphs, Optional<Mark.Text> caption, Box area, Palette palette) {
    /// Signs stand on the edges of what they belong to.
    private static final double MARGIN = 20;

    private static final double CAPTION_SIZE = 12;
    private static final double CAPTION_GAP = 10;

    /// Room for letters of other fonts than were measured.
    private static final double SLACK = 1.15;

    Sheet {
        glyphs = List.copyOf(glyphs);
    }

    /// @param captionWidth the width of the caption at a height of 1
    static Sheet of(
            String title,
            Picture picture,
            Optional<String> caption,
            double captionWidth,
            Palette palette) {
        Box bounds = picture.bounds();
        Optional<Mark.Text> line =
                caption.map(
                        text ->
                                new Mark.Text(
                                        text,
                                        new Point(
                                                bounds.x(),
                                                bounds.bottom() + CAPTION_GAP + CAPTION_SIZE / 2),
                                        Mark.Align.START,
                                        CAPTION_SIZE,
                                        Mark.Face.PLAIN,
                                        Ink.Plain.QUIET,
                                        captionWidth * CAPTION_SIZE * SLACK));
        Box drawn =
                line.map(
                                mark ->
                                        bounds.with(
                                                new Box(
                                                        mark.at().x(),
                                                        mark.at().y() - CAPTION_SIZE / 2,
                                                        mark.room(),
                                                        CAPTION_SIZE)))
                        .orElse(bounds);
        return new Sheet(title, picture.glyphs(), line, drawn.grown(MARGIN), palette);
    }
}
