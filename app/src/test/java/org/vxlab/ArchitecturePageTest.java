package org.vxlab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Keeps ARCHITECTURE.md true: its table names the packages that exist, all of them, and the types
/// and decisions it speaks of are there.
class ArchitecturePageTest {
    private static final Path PAGE = Path.of("ARCHITECTURE.md");
    private static final Path SOURCES = Path.of("src/main/java/org/vxlab");
    private static final Path DECISIONS = Path.of("docs/decisions");

    @Test
    void itsTableNamesExactlyThePackagesThatExist() throws IOException {
        assertThat(all("(?m)^\\| `([a-z.]+)` \\|")).isEqualTo(existingPackages());
    }

    @Test
    void everyDecisionItPointsToExists() throws IOException {
        Set<String> named = all("\\(docs/decisions/([^)]+)\\)");
        try (var files = Files.list(DECISIONS)) {
            assertThat(named)
                    .isEqualTo(
                            files.map(file -> file.getFileName().toString())
                                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void everyTypeItNamesExists() throws IOException {
        Set<String> named = all("`(?:[a-z.]+\\.)?([A-Z]\\w+)`");
        try (var files = Files.walk(Path.of("src"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".java", "")))
                    .containsAll(named);
        }
    }

    private static Set<String> all(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> existingPackages() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> SOURCES.relativize(file.getParent()).toString().replace('/', '.'))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
