package org.vxlab.publish;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// The fonts of one PDF document: of each only the letters that are used are written into it.
final class PdfFonts {
    private final PDDocument document;
    private final Map<Typeface, PDFont> fonts = new HashMap<>();

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    PDFont of(Typeface typeface) throws IOException {
        PDFont known = fonts.get(typeface);
        if (known != null) {
            return known;
        }
        PDFont font = PDType0Font.load(document, new ByteArrayInputStream(typeface.file()), true);
        fonts.put(typeface, font);
        return font;
    }
}
