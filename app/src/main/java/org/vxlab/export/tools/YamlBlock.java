package org.vxlab.export.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A mapping of a YAML file, written entry by entry.
///
/// A text stands without quotes only where no tool could take it for anything else: MAC addresses
/// are numbers to base 60 in YAML 1.1, `on` is true and `0x1` is one.
final class YamlBlock {
    private static final String STEP = "  ";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*");
    private static final Set<String> NOT_TEXT =
            Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private final List<String> lines = new ArrayList<>();

    YamlBlock put(String key, String text) {
        return line(key, text(text));
    }

    YamlBlock put(String key, long number) {
        return line(key, Long.toString(number));
    }

    YamlBlock put(String key, boolean value) {
        return line(key, Boolean.toString(value));
    }

    /// A list of texts on one line.
    YamlBlock put(String key, List<?> texts) {
        return raw(key, texts.stream().map(text -> text(text.toString())).toList());
    }

    /// A value that is YAML already.
    YamlBlock raw(String key, String yaml) {
        return line(key, yaml);
    }

    /// A list of values that are YAML already, on one line.
    YamlBlock raw(String key, List<String> yaml) {
        return line(key, rawList(yaml));
    }

    /// A list of values that are YAML already, each on a line of its own.
    YamlBlock rawLines(String key, List<String> yaml) {
        lines.add(text(key) + ":");
        yaml.forEach(value -> lines.add(STEP + "- " + value));
        return this;
    }

    static String rawList(List<String> yaml) {
        return "[" + String.join(", ", yaml) + "]";
    }

    /// A mapping below a key; an empty one is written as such.
    YamlBlock put(String key, YamlBlock block) {
        if (block.lines.isEmpty()) {
            return line(key, "{}");
        }
        lines.add(text(key) + ":");
        block.lines.forEach(line -> lines.add(STEP + line));
        return this;
    }

    /// A list of mappings below a key; an empty one is written as such.
    YamlBlock items(String key, List<YamlBlock> items) {
        if (items.isEmpty()) {
            return line(key, "[]");
        }
        lines.add(text(key) + ":");
        for (YamlBlock item : items) {
            String lead = STEP + "- ";
            for (String line : item.lines) {
                lines.add(lead + line);
                lead = STEP + STEP;
            }
        }
        return this;
    }

    private YamlBlock line(String key, String value) {
        lines.add(text(key) + ": " + value);
        return this;
    }

    static String text(String text) {
        if (PLAIN.matcher(text).matches() && !NOT_TEXT.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
