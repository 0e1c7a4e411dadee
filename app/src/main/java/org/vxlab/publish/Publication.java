package org.vxlab.publish;

import org.vxlab.picture.Mark;
import org.vxlab.picture.Picture;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Files made of a lab, and what could not be written into them.
///
/// Making one takes no display, no file and no network.
///
/// @param leftOut one sentence for everything that is not as it should be
public record Publication(List<PublishedFile> files, List<Message> leftOut) {
    /// Pixels of a canvas unit that are sharp on most screens and in print.
    public static final double USUAL_SCALE = 2;

    public Publication {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /// How it is to look.
    ///
    /// @param scale pixels of a canvas unit, for formats that have pixels; above 0
    public record Look(Theme theme, double scale) {
        public static final Look USUAL = new Look(Theme.LIGHT, USUAL_SCALE);

        public Look {
            if (!(scale > 0 && Double.isFinite(scale))) {
                throw new IllegalArgumentException("a scale is above 0, not " + scale);
            }
        }
    }

    /// Publishes a lab. A lab with errors is drawn as far as it goes; a handout needs one without.
    ///
    /// @throws UnpublishableException when the picture would be too large for the format
    public static Publication of(Subject subject, PublishFormat format, Look look)
            throws UnpublishableException {
        try {
            Lettering lettering = Lettering.bundled();
            Sheet sheet = sheet(subject, look.theme(), lettering);
            String name = subject.lab().name();
            return switch (format) {
                case PNG ->
                        picture(
                                name + ".png",
                                PngFile.of(sheet, lettering, look.scale()),
                                sheet,
                                lettering);
                // Who shows it chooses the fonts.
                case SVG ->
                        new Publication(
                                List.of(
                                        new PublishedFile(
                                                name + ".svg", SvgFile.of(sheet, subject.words()))),
                                List.of());
                case PDF ->
                        picture(
                                name + ".pdf",
                                PdfFile.of(sheet, lettering, subject.language()),
                                sheet,
                                lettering);
            };
        } catch (IOException e) {
            // Nothing is read but the program's own fonts, nothing written but memory.
            throw new UncheckedIOException(e);
        }
    }

    private static Publication picture(
            String path, byte[] bytes, Sheet sheet, Lettering lettering) {
        Set<String> missing = new LinkedHashSet<>();
        sheet.glyphs().stream()
                .flatMap(glyph -> glyph.marks().stream())
                .filter(Mark.Text.class::isInstance)
                .forEach(text -> missing.addAll(lettering.missing(((Mark.Text) text).text())));
        return new Publication(List.of(new PublishedFile(path, bytes)), leftOut(missing));
    }

    private static List<Message> leftOut(Set<String> missing) {
        return missing.isEmpty()
                ? List.of()
                : List.of(Message.of("publish.letters", String.join(" ", missing)));
    }

    private static Sheet sheet(Subject subject, Theme theme, Lettering lettering)
            throws IOException {
        Picture picture =
                Picture.of(
                        subject.lab(), subject.live().map(Subject.Reading::state), subject.style());
        Optional<String> caption = subject.caption();
        double width = caption.isPresent() ? lettering.width(caption.get(), 1, Mark.Face.PLAIN) : 0;
        return Sheet.of(subject.lab().name(), picture, caption, width, theme.palette());
    }
}
