package org.vxlab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a reader may expect of every source file.
class SourceFilesTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final int MOST_LINES = 400;

    /// A doc comment, annotations if any, and the type or package it speaks of.
    private static final Pattern DOCUMENTED_TYPE =
            Pattern.compile(
                    "(?m)^/// .+\\n(///.*\\n)*(@[\\s\\S]*?\\n)?"
                            + "((public|abstract|final|sealed|non-sealed) )*"
                            + "(class|interface|record|enum|@interface|package) ");

    @Test
    void noneIsTooLongToRead() throws IOException {
        assertThat(filesWhere(text -> text.lines().count() > MOST_LINES)).isEmpty();
    }

    @Test
    void eachSaysInADocCommentWhatItIs() throws IOException {
        assertThat(filesWhere(text -> !DOCUMENTED_TYPE.matcher(text).find())).isEmpty();
    }

    @Test
    void noneLeavesWorkForLater() throws IOException {
        Pattern forLater = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
        assertThat(filesWhere(text -> forLater.matcher(text).find())).isEmpty();
    }

    private static List<Path> filesWhere(Predicate<String> wrong) throws IOException {
        List<Path> found = new ArrayList<>();
        try (var files = Files.walk(MAIN)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                if (wrong.test(Files.readString(file))) {
                    found.add(MAIN.relativize(file));
                }
            }
        }
        return found;
    }
}
