package org.vxlab.session;

import org.vxlab.session.YamlValue.Fields;
import org.vxlab.session.YamlValue.Items;
import org.vxlab.session.YamlValue.Text;
import org.vxlab.session.YamlValue.Word;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes values as YAML in the style of hand-written lab files.
final class YamlPrinter {
    private static final int STEP = 2;

    /// Texts that mean themselves without quotes, in braces too: no blank, comma or bracket, and no
    /// colon at either end (`fd00::` would be a key).
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_/.~][A-Za-z0-9_/.~@+:-]*(?<!:)");

    /// What YAML 1.1 or 1.2 tools take for something else than text.
    private static final Pattern NOT_TEXT =
            Pattern.compile(
                    "~|(?i:null|true|false|yes|no|on|off|y|n)|[-+]?\\.?[0-9][0-9_.:]*(?i:e[-+]?[0-9]+)?"
                        + "|0[xo][0-9a-fA-F]+|[-+]?\\.(?i:inf|nan)|\\.+");

    private YamlPrinter() {}

    /// A whole document with its last line ended.
    static String print(YamlValue document) {
        return block(document, 0) + "\n";
    }

    /// A value whose first line begins where the writer stands and whose further lines are
    /// indented; the last line is not ended.
    static String block(YamlValue value, int indent) {
        if (inline(value)) {
            return flow(value);
        }
        String next = "\n" + " ".repeat(indent);
        return switch (value) {
            case Fields fields ->
                    fields.fields().entrySet().stream()
                            .map(field -> entry(field.getKey(), field.getValue(), indent))
                            .collect(Collectors.joining(next));
            case Items items ->
                    items.items().stream()
                            .map(item -> "- " + block(item, indent + STEP))
                            .collect(Collectors.joining(next));
            case Text text -> flow(text);
            case Word word -> flow(word);
        };
    }

    /// A key of a block mapping with its value.
    static String entry(String key, YamlValue value, int indent) {
        return inline(value)
                ? key(key) + ": " + flow(value)
                : key(key) + ":\n" + " ".repeat(indent + STEP) + block(value, indent + STEP);
    }

    /// The value on one line.
    static String flow(YamlValue value) {
        return switch (value) {
            case Text(String text) -> text(text);
            case Word(String word) -> word;
            case Items items ->
                    items.items().stream()
                            .map(YamlPrinter::flow)
                            .collect(Collectors.joining(", ", "[", "]"));
            case Fields fields ->
                    fields.fields().isEmpty()
                            ? "{}"
                            : fields.fields().entrySet().stream()
                                    .map(YamlPrinter::flowEntry)
                                    .collect(Collectors.joining(", ", "{ ", " }"));
        };
    }

    static String flowEntry(Map.Entry<String, YamlValue> field) {
        return key(field.getKey()) + ": " + flow(field.getValue());
    }

    /// Whether the value goes on its key's line.
    static boolean inline(YamlValue value) {
        return switch (value) {
            case Text text -> true;
            case Word word -> true;
            case Items items -> items.flow() || items.items().isEmpty();
            case Fields fields -> fields.flow() || fields.fields().isEmpty();
        };
    }

    /// A key is always a text, so `on:` stays as people write it.
    private static String key(String key) {
        return PLAIN.matcher(key).matches() ? key : quoted(key);
    }

    private static String text(String text) {
        if (PLAIN.matcher(text).matches() && !NOT_TEXT.matcher(text).matches()
                || isDottedAddress(text)) {
            return text;
        }
        return quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> quote(c, quoted));
        return quoted.append('"').toString();
    }

    /// `10.0.0.1` has too many dots for a number, and everybody writes it bare.
    private static boolean isDottedAddress(String text) {
        return text.matches("[0-9]+(\\.[0-9]+){3}");
    }

    private static void quote(int c, StringBuilder quoted) {
        switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            default -> {
                boolean shown =
                        c >= ' ' && c < 0x7f
                                || c > 0x9f
                                        && Character.isDefined(c)
                                        && Character.getType(c) != Character.SURROGATE
                                        && Character.getType(c) != Character.PRIVATE_USE
                                        && Character.getType(c) != Character.FORMAT
                                        && !Character.isISOControl(c)
                                        && c != 0x2028
                                        && c != 0x2029;
                if (shown) {
                    quoted.appendCodePoint(c);
                } else {
                    quoted.append(c > 0xffff ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c));
                }
            }
        }
    }
}
