package org.vxlab.publish;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.vxlab.picture.Mark.Face;
import org.vxlab.picture.Rgb;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.function.IntFunction;

/// Fills A4 pages from top to bottom and begins a new one where there is no more room.
///
/// Lengths are in points; places are counted from the upper left corner of the page.
final class PageFlow implements AutoCloseable {
    static final double MARGIN = 56;
    static final double WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private static final double HEIGHT = PDRectangle.A4.getHeight();
    private static final double FOOT_SIZE = 8.5;

    private final PDDocument document;
    private final Lettering lettering;
    private final PdfFonts fonts;
    private PDPageContentStream stream;
    private double y = MARGIN;

    PageFlow(PDDocument document, Lettering lettering) throws IOException {
        this.document = document;
        this.lettering = lettering;
        this.fonts = new PdfFonts(document);
        this.stream = begin();
    }

    private PDPageContentStream begin() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return turned(new PDPageContentStream(document, page));
    }

    /// Makes y grow downwards from the upper edge.
    private static PDPageContentStream turned(PDPageContentStream stream) throws IOException {
        stream.transform(new Matrix(1, 0, 0, -1, 0, (float) HEIGHT));
        return stream;
    }

    /// Where the next thing stands.
    double y() {
        return y;
    }

    /// The page of now, from 0.
    int page() {
        return document.getNumberOfPages() - 1;
    }

    /// Goes to a new page where less than this height is left.
    ///
    /// @return whether it did
    boolean need(double height) throws IOException {
        if (y + height <= HEIGHT - MARGIN || y == MARGIN) {
            return false;
        }
        stream.close();
        stream = begin();
        y = MARGIN;
        return true;
    }

    /// Leaves room, but none at the top of a page.
    void space(double height) {
        y += y == MARGIN ? 0 : height;
    }

    /// Moves on without looking for the end of the page.
    void advance(double height) {
        y += height;
    }

    Surface surface() {
        return new PdfSurface(stream, fonts);
    }

    /// Writes one line and moves on.
    ///
    /// @param indent from the left margin
    /// @param height of the line
    void line(String text, Face face, double size, Rgb colour, double indent, double height)
            throws IOException {
        need(height);
        place(text, face, size, colour, MARGIN + indent, height);
        y += height;
    }

    /// Writes text at a place of the line that begins here.
    void place(String text, Face face, double size, Rgb colour, double x, double height)
            throws IOException {
        write(surface(), text, face, size, colour, x, y + height / 2 + size * 0.35);
    }

    private void write(
            Surface surface,
            String text,
            Face face,
            double size,
            Rgb colour,
            double x,
            double baseLine)
            throws IOException {
        double at = x;
        for (Lettering.Run run : lettering.runs(text, face)) {
            surface.letters(run, at, baseLine, size, colour);
            at += run.width(size);
        }
    }

    void ground(double x, double width, double height, Rgb colour) throws IOException {
        surface().fill(new Rectangle2D.Double(x, y, width, height), colour);
    }

    /// Paints a sheet in the middle, as large as the room allows but no larger than on a screen.
    void draw(Sheet sheet, double mostHeight) throws IOException {
        double scale =
                Math.min(
                        PdfFile.POINTS,
                        Math.min(WIDTH / sheet.area().width(), mostHeight / sheet.area().height()));
        double height = sheet.area().height() * scale;
        need(height);
        double left = MARGIN + (WIDTH - sheet.area().width() * scale) / 2;
        stream.saveGraphicsState();
        stream.transform(
                new Matrix(
                        (float) scale,
                        0,
                        0,
                        (float) scale,
                        (float) (left - sheet.area().x() * scale),
                        (float) (y - sheet.area().y() * scale)));
        new SheetPainter(sheet, lettering, surface()).paint();
        stream.restoreGraphicsState();
        y += height;
    }

    /// Ends the last page and writes a line at the foot of each.
    ///
    /// @param foot the line of a page, counted from 1
    void finish(IntFunction<String> foot, Rgb colour) throws IOException {
        stream.close();
        for (int i = 0; i < document.getNumberOfPages(); i++) {
            String text = foot.apply(i + 1);
            double width = lettering.width(text, FOOT_SIZE, Face.PLAIN);
            try (PDPageContentStream last =
                    turned(
                            new PDPageContentStream(
                                    document,
                                    document.getPage(i),
                                    AppendMode.APPEND,
                                    true,
                                    true))) {
                write(
                        new PdfSurface(last, fonts),
                        text,
                        Face.PLAIN,
                        FOOT_SIZE,
                        colour,
                        MARGIN + WIDTH - width,
                        HEIGHT - MARGIN / 2);
            }
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
