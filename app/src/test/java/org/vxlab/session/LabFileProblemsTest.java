package org.vxlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Wrong lab files and what is said of them: `errors/X.vxlab.yaml` beside `errors/X.problems`.
class LabFileProblemsTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/vxlab/session/errors");
    private static final ResourceBundle ENGLISH =
            ResourceBundle.getBundle("org.vxlab.messages", Locale.ROOT);

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(LabFile.SUFFIX))
                    .map(name -> name.substring(0, name.length() - LabFile.SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysEverythingThatIsWrong(String name) throws IOException {
        LabReading reading = LabFile.read(FOLDER.resolve(name + LabFile.SUFFIX));

        String said =
                reading.problems().stream()
                        .map(LabFileProblemsTest::line)
                        .collect(Collectors.joining());

        assertThat(said).isEqualTo(Files.readString(FOLDER.resolve(name + ".problems")));
    }

    private static String line(FileProblem found) {
        return "%d:%d %s %s: %s. %s\n"
                .formatted(
                        found.line(),
                        found.column(),
                        found.problem().severity().name().toLowerCase(Locale.ROOT),
                        found.problem().place().path(),
                        text(found.problem().what()),
                        text(found.problem().cure()));
    }

    private static String text(Message message) {
        Object[] shown = message.arguments().stream().map(Object::toString).toArray();
        return new MessageFormat(ENGLISH.getString(message.key()), Locale.ROOT).format(shown);
    }
}
