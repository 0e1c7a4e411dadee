package org.vxlab.publish;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;
import org.vxlab.picture.Rgb;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.List;

/// Paints on a PDF page whose coordinates were turned so that y grows downwards.
///
/// @param stream whose y axis was turned already
record PdfSurface(PDPageContentStream stream, PdfFonts fonts) implements Surface {
    private static final int BUTT = 0;
    private static final float FULL = 255;

    @Override
    public void fill(Shape shape, Rgb colour) throws IOException {
        if (path(shape)) {
            stream.setNonStrokingColor(
                    colour.red() / FULL, colour.green() / FULL, colour.blue() / FULL);
            stream.fill();
        }
    }

    @Override
    public void fillWithin(Shape edge, Shape shape, Rgb colour) throws IOException {
        stream.saveGraphicsState();
        if (path(edge)) {
            stream.clip();
            fill(shape, colour);
        }
        stream.restoreGraphicsState();
    }

    @Override
    public void stroke(Shape shape, double width, List<Double> dashes, Rgb colour)
            throws IOException {
        if (!path(shape)) {
            return;
        }
        stream.setStrokingColor(colour.red() / FULL, colour.green() / FULL, colour.blue() / FULL);
        stream.setLineWidth((float) width);
        stream.setLineCapStyle(BUTT);
        float[] lengths = new float[dashes.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = dashes.get(i).floatValue();
        }
        stream.setLineDashPattern(lengths, 0);
        stream.stroke();
    }

    @Override
    public void letters(Lettering.Run run, double x, double y, double size, Rgb colour)
            throws IOException {
        stream.setNonStrokingColor(
                colour.red() / FULL, colour.green() / FULL, colour.blue() / FULL);
        stream.beginText();
        stream.setFont(fonts.of(run.typeface()), (float) size);
        stream.setTextMatrix(new Matrix(1, 0, 0, -1, (float) x, (float) y));
        stream.showText(run.text());
        stream.endText();
    }

    /// Writes the path of a shape.
    ///
    /// @return whether there is anything of it
    private boolean path(Shape shape) throws IOException {
        float[] at = new float[6];
        boolean any = false;
        float x = 0;
        float y = 0;
        for (PathIterator part = shape.getPathIterator(null); !part.isDone(); part.next()) {
            any = true;
            switch (part.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> stream.moveTo(x = at[0], y = at[1]);
                case PathIterator.SEG_LINETO -> stream.lineTo(x = at[0], y = at[1]);
                case PathIterator.SEG_QUADTO -> {
                    // PDF has cubic curves only.
                    stream.curveTo(
                            x + (at[0] - x) * 2 / 3,
                            y + (at[1] - y) * 2 / 3,
                            at[2] + (at[0] - at[2]) * 2 / 3,
                            at[3] + (at[1] - at[3]) * 2 / 3,
                            at[2],
                            at[3]);
                    x = at[2];
                    y = at[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    stream.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                    x = at[4];
                    y = at[5];
                }
                default -> stream.closePath();
            }
        }
        return any;
    }
}
