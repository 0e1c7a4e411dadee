package org.vxlab.export;

import org.vxlab.session.ExportTexts;
import org.vxlab.session.LabFile;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/// The labs that exports are tried with: all templates, and one made hard.
public final class ExportedLabs {
    private static final Path TEMPLATES = Path.of("../lab-templates");
    private static final Path HARD = Path.of("src/test/resources/export/hard.vxlab.yaml");

    private ExportedLabs() {}

    /// The lab files.
    public static Stream<Path> files() throws IOException {
        List<Path> templates;
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            templates =
                    files.filter(file -> file.toString().endsWith(".vxlab.yaml")).sorted().toList();
        }
        return Stream.concat(templates.stream(), Stream.of(HARD));
    }

    public static ResolvedLab hard() throws IOException {
        return read(HARD);
    }

    public static ResolvedLab read(Path file) throws IOException {
        return ResolvedLab.of(LabFile.read(file).lab().orElseThrow());
    }

    /// A lab as every exporter gets it, in English or Chinese.
    public static ExportSource source(ResolvedLab lab, Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle("org.vxlab.messages", language);
        return ExportSource.of(lab, message -> text(bundle, message), ExportTexts::read);
    }

    public static Export export(ExportFormat format, ResolvedLab lab) {
        return format.of(source(lab, Locale.ROOT));
    }

    /// The text of one file of an export.
    public static String file(Export export, String path) {
        return export.files().stream()
                .filter(file -> file.path().equals(path))
                .map(ExportedFile::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file " + path));
    }

    private static String text(ResourceBundle bundle, Message message) {
        return new MessageFormat(bundle.getString(message.key()), Locale.ROOT)
                .format(message.arguments().stream().map(Object::toString).toArray());
    }
}
