package org.vxlab.publish;

import org.vxlab.picture.Detail;
import org.vxlab.picture.Mark;
import org.vxlab.picture.Picture;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
            // Lines can be looked at from near, pixels cannot.
            Detail detail = format == PublishFormat.PNG ? Detail.at(look.scale()) : Detail.NEAR;
            Sheet sheet = sheet(subject, detail, look.theme(), lettering);
            String name = subject.lab().name();
            Set<String> missing = missing(sheet, lettering);
            return switch (format) {
                case PNG -> {
                    byte[] bytes = PngFile.of(sheet, lettering, look.scale());
                    yield new Publication(
                            List.of(new PublishedFile(name + ".png", bytes)), leftOut(missing));
                }
                case SVG -> new Publication(List.of(svg(name, subject, sheet)), List.of());
                case PDF -> {
                    byte[] bytes = PdfFile.of(sheet, lettering, subject.language());
                    yield new Publication(
                            List.of(new PublishedFile(name + ".pdf", bytes)), leftOut(missing));
                }
                case HANDOUT -> {
                    Handout handout = Handout.of(subject);
                    PublishedFile drawing = svg(name, subject, sheet);
                    String markdown =
                            MarkdownHandout.of(
                                    handout,
                                    drawing.path(),
                                    subject.text("publish.handout.picture", name));
                    missing.addAll(lettering.missing(markdown));
                    byte[] pdf = PdfHandout.of(handout, subject, sheet, lettering);
                    yield new Publication(
                            List.of(
                                    new PublishedFile(
                                            name + "-handout.md",
                                            markdown.getBytes(StandardCharsets.UTF_8)),
                                    drawing,
                                    new PublishedFile(name + "-handout.pdf", pdf)),
                            leftOut(missing));
                }
            };
        } catch (IOException e) {
            // Nothing is read but the program's own fonts, nothing written but memory.
            throw new UncheckedIOException(e);
        }
    }

    private static PublishedFile svg(String name, Subject subject, Sheet sheet) {
        return new PublishedFile(name + ".svg", SvgFile.of(sheet, subject.words()));
    }

    /// The letters of a picture that no font of the program has. SVG does not need them: who shows
    /// it chooses the fonts.
    private static Set<String> missing(Sheet sheet, Lettering lettering) {
        Set<String> missing = new LinkedHashSet<>();
        sheet.glyphs().stream()
                .flatMap(glyph -> glyph.marks().stream())
                .filter(Mark.Text.class::isInstance)
                .forEach(text -> missing.addAll(lettering.missing(((Mark.Text) text).text())));
        return missing;
    }

    private static List<Message> leftOut(Set<String> missing) {
        return missing.isEmpty()
                ? List.of()
                : List.of(Message.of("publish.letters", String.join(" ", missing)));
    }

    private static Sheet sheet(Subject subject, Detail detail, Theme theme, Lettering lettering)
            throws IOException {
        Picture picture =
                Picture.of(
                        subject.lab(),
                        subject.live().map(Subject.Reading::onPaper),
                        subject.style().withDetail(detail).withType(theme.type()));
        Optional<String> caption = subject.caption();
        double width = caption.isPresent() ? lettering.width(caption.get(), 1, Mark.Face.PLAIN) : 0;
        return Sheet.of(subject.lab().name(), picture, caption, width, theme.palette());
    }
}
