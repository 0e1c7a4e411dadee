package org.vxlab.export;

import org.vxlab.topology.Message;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A shell script that comes with the program, with places for sentences and for generated parts.
///
/// `@{name}` is the sentence `export.sh.name`, in which `{0}` and `{1}` become `%s` for `printf`; a
/// line `#{name}` is a generated part.
record ScriptTemplate(String text) {
    private static final Pattern SENTENCE = Pattern.compile("@\\{([a-z.-]+)}");
    private static final Pattern PART = Pattern.compile("(?m)^#\\{([a-z]+)}\\n");
    private static final String KEYS = "export.sh.";
    private static final String PRINTF_PLACE = "%s";

    /// The script in a language.
    ///
    /// @param parts what stands in the places for generated parts, whole lines
    String filled(Function<Message, String> words, Map<String, String> parts) {
        String whole =
                PART.matcher(text)
                        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
        StringBuilder script = new StringBuilder();
        whole.lines().forEach(line -> script.append(spoken(line, words)).append('\n'));
        return script.toString();
    }

    private static String spoken(String line, Function<Message, String> words) {
        boolean comment = line.stripLeading().startsWith("#");
        return SENTENCE.matcher(line)
                .replaceAll(
                        place -> {
                            String sentence =
                                    words.apply(
                                            Message.of(
                                                    KEYS + place.group(1),
                                                    PRINTF_PLACE,
                                                    PRINTF_PLACE,
                                                    PRINTF_PLACE));
                            return Matcher.quoteReplacement(
                                    comment
                                            ? sentence.replace("\n", "\n# ")
                                            : sentence.replace("'", "'\\''"));
                        });
    }
}
