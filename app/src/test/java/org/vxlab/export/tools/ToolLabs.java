package org.vxlab.export.tools;

import org.vxlab.export.Export;
import org.vxlab.export.ExportSource;
import org.vxlab.export.ExportedFile;
import org.vxlab.session.LabFile;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/// The labs the formats are tried on, and what is done with an export in tests.
final class ToolLabs {
    private static final Path TEMPLATES = Path.of("../lab-templates");
    private static final Path HERE = Path.of("src/test/resources/org/vxlab/export/tools");

    private ToolLabs() {}

    /// A lab that has every setting.
    static ExportSource everything() {
        return source(HERE.resolve("everything.vxlab.yaml"), Locale.ENGLISH);
    }

    static ExportSource template(String name) {
        return source(TEMPLATES.resolve(name).resolve(name + ".vxlab.yaml"), Locale.ENGLISH);
    }

    static Stream<ExportSource> all() throws IOException {
        try (Stream<Path> folders = Files.list(TEMPLATES)) {
            List<ExportSource> templates =
                    folders.filter(Files::isDirectory)
                            .map(folder -> template(folder.getFileName().toString()))
                            .toList();
            return Stream.concat(templates.stream(), Stream.of(everything()));
        }
    }

    static HostDevices host(ExportSource source, String name) {
        return HostDevices.withTunnels(source).stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static ExportSource inChinese(ExportSource source) {
        return new ExportSource(source.lab(), source.hosts(), words(Locale.SIMPLIFIED_CHINESE)::of);
    }

    static ExportSource source(Path file, Locale locale) {
        try {
            ResolvedLab lab = ResolvedLab.of(LabFile.read(file).lab().orElseThrow());
            return ExportSource.of(lab, words(locale)::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of one file.
    static String text(Export export, String path) {
        return export.files().stream()
                .filter(file -> file.path().equals(path))
                .map(ExportedFile::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file " + path + " in " + paths(export)));
    }

    static List<String> paths(Export export) {
        return export.files().stream().map(ExportedFile::path).toList();
    }

    /// Writes the files of an export below a folder.
    static void write(Export export, Path folder) throws IOException {
        for (ExportedFile file : export.files()) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
            if (file.executable() && !path.toFile().setExecutable(true)) {
                throw new IOException("cannot make executable: " + path);
            }
        }
    }

    private static Words words(Locale locale) {
        return new Words(
                ResourceBundle.getBundle(
                        "org.vxlab.messages",
                        locale,
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)),
                locale);
    }

    /// The message bundle of one language.
    private record Words(ResourceBundle bundle, Locale locale) {
        String of(Message message) {
            return new MessageFormat(bundle.getString(message.key()), locale)
                    .format(message.arguments().toArray());
        }
    }
}
