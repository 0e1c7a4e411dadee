package org.vxlab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Holds the two languages together, and the sources to them.
class MessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java"), Path.of("src/main/resources/org/vxlab/ui"));

    @Test
    void bothLanguagesHaveTheSameKeysInTheSameOrder() throws IOException {
        assertThat(chinese().keySet()).containsExactlyElementsOf(english().keySet());
    }

    @Test
    void bothLanguagesHaveTheSamePlaces() throws IOException {
        Map<String, String> chinese = chinese();
        Map<String, String> different = new TreeMap<>();
        english()
                .forEach(
                        (key, pattern) -> {
                            String other = chinese.get(key);
                            if (!places(pattern).equals(places(other))) {
                                different.put(key, pattern + " | " + other);
                            }
                        });
        assertThat(different).isEmpty();
    }

    @Test
    void everyPatternIsOne() throws IOException {
        for (Map<String, String> bundle : List.of(english(), chinese())) {
            bundle.forEach(
                    (key, pattern) ->
                            assertThat(new MessageFormat(pattern, Locale.ROOT).getFormats())
                                    .as(key)
                                    .isNotNull());
        }
    }

    @Test
    void noPatternLosesAnApostrophe() throws IOException {
        // A lone quote would swallow the text up to the next one.
        for (Map<String, String> bundle : List.of(english(), chinese())) {
            bundle.forEach(
                    (key, pattern) ->
                            assertThat(
                                            pattern.replace("''", "")
                                                    .replace("'{'", "")
                                                    .replace("'}'", ""))
                                    .as(key)
                                    .doesNotContain("'"));
        }
    }

    @Test
    void everyKeyInTheSourcesExists() throws IOException {
        Set<String> keys = english().keySet();
        Set<String> areas =
                keys.stream()
                        .map(key -> key.substring(0, key.indexOf('.')))
                        .collect(Collectors.toSet());
        Pattern literal =
                Pattern.compile("\"((?:" + String.join("|", areas) + ")\\.[a-z0-9.-]+)\"");
        Set<String> missing = new TreeSet<>();
        for (String source : sources()) {
            literal.matcher(source)
                    .results()
                    .map(match -> match.group(1))
                    .filter(key -> !known(key, keys))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    /// A literal is a key, or the beginning of some that the code completes.
    private static boolean known(String literal, Set<String> keys) {
        return keys.contains(literal)
                || literal.endsWith(".") && keys.stream().anyMatch(key -> key.startsWith(literal));
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        String all = String.join("\n", sources());
        assertThat(english().keySet())
                .allSatisfy(key -> assertThat(used(key, all)).as(key).isTrue());
    }

    /// A key stands in the code as it is, without `.cure`, or as a beginning that the code
    /// completes.
    private static boolean used(String key, String sources) {
        String stem = key.endsWith(".cure") ? key.substring(0, key.length() - 5) : key;
        return sources.contains('"' + key + '"')
                || sources.contains('"' + stem + '"')
                || beginnings(stem).anyMatch(begin -> sources.contains('"' + begin + '"'));
    }

    /// `a.b.c` begins with `a.b.`; the name of an area alone, `a.`, does not count.
    private static Stream<String> beginnings(String key) {
        return IntStream.range(key.indexOf('.') + 1, key.length())
                .filter(at -> key.charAt(at) == '.')
                .mapToObj(at -> key.substring(0, at + 1));
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().matches(".*\\.(java|fxml)"))
                        .map(MessagesTest::text)
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    private static String text(Path file) {
        try {
            // In FXML a percent sign stands before a key.
            return Files.readString(file).replace("\"%", "\"");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> english() throws IOException {
        return bundle("messages.properties");
    }

    private static Map<String, String> chinese() throws IOException {
        return bundle("messages_zh_CN.properties");
    }

    /// The keys and patterns in the order written.
    private static Map<String, String> bundle(String name) throws IOException {
        try (InputStream in = Main.class.getResourceAsStream(name)) {
            Map<String, String> bundle = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(
                            line -> {
                                int equals = line.indexOf('=');
                                String key = line.substring(0, equals);
                                assertThat(bundle.put(key, line.substring(equals + 1)))
                                        .as("second line for %s", key)
                                        .isNull();
                            });
            return bundle;
        }
    }
}
