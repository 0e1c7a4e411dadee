package org.vxlab.session;

import org.vxlab.session.LabFileSchema.Choice;
import org.vxlab.session.LabFileSchema.Coordinate;
import org.vxlab.session.LabFileSchema.Field;
import org.vxlab.session.LabFileSchema.Form;
import org.vxlab.session.LabFileSchema.Items;
import org.vxlab.session.LabFileSchema.Kind;
import org.vxlab.session.LabFileSchema.NameOrSection;
import org.vxlab.session.LabFileSchema.Names;
import org.vxlab.session.LabFileSchema.Pair;
import org.vxlab.session.LabFileSchema.Section;
import org.vxlab.session.LabFileSchema.Switch;
import org.vxlab.session.LabFileSchema.Whole;
import org.vxlab.session.LabFileSchema.WordOrWhole;
import org.vxlab.topology.Message;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Writes the reference and the JSON schema of the lab file from its one list of fields.
final class LabFileReference {
    private static final String EXAMPLE =
            """
            vxlab: 1
            name: two-hosts
            underlay:
              networks:
                - { name: lan, subnet: 192.168.56.0/24 }
            hosts:
              - { name: h1, underlay: { network: lan, address: 192.168.56.11/24 } }
              - { name: h2, underlay: { network: lan, address: 192.168.56.12/24 } }
            segments:
              - vni: 10
                members:
                  - { host: h1, address: 10.10.0.1/24 }
                  - { host: h2, address: 10.10.0.2/24 }
            """;

    private final Function<Message, String> words;

    /// @param words turns a message into a language
    LabFileReference(Function<Message, String> words) {
        this.words = words;
    }

    /// The schema after JSON Schema draft 2020-12, for editors that know YAML.
    String schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", page("title"));
        schema.putAll(json(LabFileSchema.FILE, ""));
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(schema)
                        .replace("\r", "")
                + "\n";
    }

    private Map<String, Object> json(Kind kind, String path) {
        return switch (kind) {
            case Form form ->
                    form.word().equals("name")
                            ? Map.of("type", List.of("string", "number", "boolean"))
                            : map("type", "string", "pattern", form.pattern());
            case Whole(int min, int max) -> map("type", "integer", "minimum", min, "maximum", max);
            case Switch() -> map("type", "boolean");
            case Coordinate() -> map("type", "number");
            case Choice(List<String> all) -> map("enum", all);
            case WordOrWhole(List<String> all, int min, int max) ->
                    map(
                            "anyOf",
                            List.of(
                                    map("enum", all),
                                    map("type", "integer", "minimum", min, "maximum", max)));
            case Items(Kind item) ->
                    map("type", List.of("array", "null"), "items", json(item, path));
            case Pair(Kind item) ->
                    map("type", "array", "items", json(item, path), "minItems", 2, "maxItems", 2);
            case Names(Kind value, List<Field> known) ->
                    map(
                            "type",
                            List.of("object", "null"),
                            "properties",
                            properties(known, path),
                            "additionalProperties",
                            json(value, path));
            case NameOrSection(Form name, Section section) ->
                    map("anyOf", List.of(json(name, path), json(section, path)));
            case Section(List<Field> fields) ->
                    map(
                            "type",
                            "object",
                            "properties",
                            properties(fields, path),
                            "required",
                            fields.stream().filter(Field::required).map(Field::key).toList(),
                            "additionalProperties",
                            false);
        };
    }

    private Map<String, Object> properties(List<Field> fields, String path) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Field field : fields) {
            String place = at(path, field.key());
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("description", words.apply(LabFileSchema.meaning(place)));
            one.putAll(json(field.kind(), place));
            properties.put(field.key(), one);
        }
        return properties;
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /// The page for people.
    ///
    /// @param other the line that leads to the other language
    String page(String other, String schema) {
        StringBuilder page = new StringBuilder("# " + page("title") + "\n\n" + other + "\n\n");
        page.append(page("intro"))
                .append("\n\n```yaml\n# yaml-language-server: $schema=")
                .append(schema)
                .append("\n```\n\n## ")
                .append(page("example"))
                .append("\n\n```yaml\n")
                .append(EXAMPLE)
                .append("```\n");
        table(page, page("file"), "", LabFileSchema.FILE.fields());
        return page.toString();
    }

    private void table(StringBuilder page, String title, String path, List<Field> fields) {
        String columns = page("columns");
        page.append("\n## ").append(title).append("\n\n").append(columns).append('\n');
        page.append(columns.replaceAll("[^|]+", "---")).append('\n');
        List<Runnable> below = new ArrayList<>();
        for (Field field : fields) {
            String place = at(path, field.key());
            page.append("| `")
                    .append(field.key())
                    .append("` | ")
                    .append(words.apply(LabFileSchema.meaning(place)))
                    .append(" | ")
                    .append(words.apply(LabFileSchema.words(field.kind())))
                    .append(" | ")
                    .append(
                            field.required()
                                    ? page("required")
                                    : words.apply(LabFileSchema.fallback(place)))
                    .append(" | ")
                    .append(field.iproute().isEmpty() ? "" : '`' + field.iproute() + '`')
                    .append(" |\n");
            inner(field.kind())
                    .ifPresent(
                            inner ->
                                    below.add(
                                            () -> table(page, title(place, field), place, inner)));
        }
        below.forEach(Runnable::run);
    }

    private static String title(String place, Field field) {
        return '`' + place + (field.kind() instanceof Items ? "[]" : "") + '`';
    }

    private static Optional<List<Field>> inner(Kind kind) {
        return switch (kind) {
            case Items(Kind item) -> inner(item);
            case Section(List<Field> fields) -> Optional.of(fields);
            case NameOrSection(_, Section section) -> Optional.of(section.fields());
            case Names(_, List<Field> known) when !known.isEmpty() -> Optional.of(known);
            case Names _,
                    Pair _,
                    Form _,
                    Whole _,
                    Switch _,
                    Coordinate _,
                    Choice _,
                    WordOrWhole _ ->
                    Optional.empty();
        };
    }

    private String page(String key) {
        return words.apply(Message.of("session.doc.page." + key));
    }

    private static String at(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
