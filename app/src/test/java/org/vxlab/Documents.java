package org.vxlab;

import static org.assertj.core.api.Assertions.assertThat;

import org.vxlab.topology.Message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.Stream;

/// The documentation: what is generated of it, and which pages there are.
public final class Documents {
    /// `mvn test -Dvxlab.write-documents=true` writes what is generated, instead of comparing.
    private static final String WRITE = "vxlab.write-documents";

    /// From the module, where tests run.
    private static final Path TOP = Path.of("..");

    private Documents() {}

    /// Compares a page with what is generated, or writes it.
    public static void same(Path page, String generated) throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(page, generated);
        }
        assertThat(page)
                .as("%s is generated: mvn -pl app test -D%s=true writes it", page, WRITE)
                .hasContent(generated);
    }

    /// Turns messages into a language, numbers without grouping.
    public static Function<Message, String> words(Locale language) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(
                        "org.vxlab.messages",
                        language,
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new Function<>() {
            @Override
            public String apply(Message message) {
                Object[] arguments =
                        message.arguments().stream()
                                .map(a -> a instanceof Message m ? apply(m) : a.toString())
                                .toArray();
                return new MessageFormat(bundle.getString(message.key()), language)
                        .format(arguments);
            }
        };
    }

    /// Every page written in Markdown, by its path from the top.
    static List<Path> pages() throws IOException {
        try (Stream<Path> all =
                Stream.of("README.md", "app", "lab-templates", "jlink-config", "screenshots")
                        .map(TOP::resolve)
                        .flatMap(Documents::below)) {
            return all.map(Path::normalize).sorted().toList();
        }
    }

    private static Stream<Path> below(Path start) {
        try (Stream<Path> files = Files.walk(start)) {
            return files
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> !file.toString().contains("/src/test/"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
