package org.vxlab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a reader may expect of every source file.
class SourceFilesTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final int MOST_LINES = 400;

    @TestFactory
    Stream<DynamicTest> noFileIsTooLongToRead() throws IOException {
        return forEachFile(
                text -> assertThat(text.lines().count()).isLessThanOrEqualTo(MOST_LINES));
    }

    @TestFactory
    Stream<DynamicTest> everyTopLevelTypeSaysInADocCommentWhatItIs() throws IOException {
        Pattern documented =
                Pattern.compile(
                        "(?m)^/// .+\\n(///.*\\n)*(@[\\s\\S]*?\\n)?"
                                + "((public|abstract|final|sealed|non-sealed) )*"
                                + "(class|interface|record|enum|package) ");
        return forEachFile(text -> assertThat(text).containsPattern(documented));
    }

    @TestFactory
    Stream<DynamicTest> nothingIsLeftForLater() throws IOException {
        return forEachFile(text -> assertThat(text).doesNotContain("TODO", "FIXME", "XXX"));
    }

    private static Stream<DynamicTest> forEachFile(Consumer<String> check) throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(
                            file ->
                                    DynamicTest.dynamicTest(
                                            MAIN.relativize(file).toString(),
                                            () -> check.accept(read(file))));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
