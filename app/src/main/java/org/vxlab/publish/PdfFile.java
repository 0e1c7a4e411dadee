package org.vxlab.publish;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.vxlab.picture.Box;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

/// Paints a sheet as a PDF of one page that is as large as the drawing.
final class PdfFile {
    /// A canvas unit is a pixel of CSS: 1/96 inch.
    static final double POINTS = 0.75;

    /// The largest side of a page that all readers show (ISO 32000-1, annex C).
    private static final double LARGEST_SIDE = 14_400;

    private PdfFile() {}

    static byte[] of(Sheet sheet, Lettering lettering, Locale language) throws IOException {
        Box area = sheet.area();
        double scale = Math.min(POINTS, LARGEST_SIDE / Math.max(area.width(), area.height()));
        try (PDDocument document = new PDDocument()) {
            begin(document, sheet.title(), language);
            PDPage page =
                    new PDPage(
                            new PDRectangle(
                                    (float) (area.width() * scale),
                                    (float) (area.height() * scale)));
            document.addPage(page);
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                draw(
                        sheet,
                        lettering,
                        stream,
                        new PdfFonts(document),
                        0,
                        area.height() * scale,
                        scale);
            }
            return bytes(document);
        }
    }

    /// Says what a document is; says nothing of when it was made, so that the same lab gives the
    /// same file.
    static void begin(PDDocument document, String title, Locale language) {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(title);
        about.setCreator("VXLab");
        document.setDocumentInformation(about);
        document.setDocumentId(0L);
        document.getDocumentCatalog().setLanguage(language.toLanguageTag());
    }

    static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    /// Paints a sheet on a page.
    ///
    /// @param left where its upper left corner is, in points from the page's left edge
    /// @param top in points from the page's lower edge
    /// @param scale points of a canvas unit
    static void draw(
            Sheet sheet,
            Lettering lettering,
            PDPageContentStream stream,
            PdfFonts fonts,
            double left,
            double top,
            double scale)
            throws IOException {
        stream.saveGraphicsState();
        stream.transform(
                new Matrix(
                        (float) scale,
                        0,
                        0,
                        (float) -scale,
                        (float) (left - sheet.area().x() * scale),
                        (float) (top + sheet.area().y() * scale)));
        new SheetPainter(sheet, lettering, new PdfSurface(stream, fonts)).paint();
        stream.restoreGraphicsState();
    }
}
