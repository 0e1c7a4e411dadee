package org.vxlab.session;

import org.vxlab.session.YamlNode.Entry;
import org.vxlab.session.YamlNode.Mapping;
import org.vxlab.session.YamlNode.Scalar;
import org.vxlab.session.YamlNode.Sequence;
import org.vxlab.topology.Message;
import org.vxlab.topology.Spelling;
import org.vxlab.topology.WrongText;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One mapping of a lab file while it is read: hands out its fields and notes what is wrong.
final class LabFileFields {
    private final Mapping mapping;
    private final String path;
    private final List<FileProblem> problems;
    private final Map<String, YamlNode> values = new HashMap<>();

    /// Reads one item of a list.
    interface ItemReader<T> {
        Optional<T> read(YamlNode node, String path);
    }

    private LabFileFields(Mapping mapping, String path, List<FileProblem> problems) {
        this.mapping = mapping;
        this.path = path;
        this.problems = problems;
    }

    /// The fields of a node that must be a mapping with no other keys than those allowed.
    static Optional<LabFileFields> of(
            YamlNode node, String path, List<FileProblem> problems, LabFileSchema.Section allowed) {
        Optional<LabFileFields> fields = ofAnyKeys(node, path, problems);
        fields.ifPresent(found -> found.refuseUnknown(allowed.keys()));
        return fields;
    }

    /// The fields of a node that must be a mapping; its keys are names.
    static Optional<LabFileFields> ofAnyKeys(
            YamlNode node, String path, List<FileProblem> problems) {
        if (!(node instanceof Mapping mapping)) {
            problems.add(
                    problem(
                            node,
                            path,
                            path.isEmpty()
                                    ? Message.of("session.type.file")
                                    : Message.of("session.type.mapping", last(path)),
                            Message.of(
                                    path.isEmpty()
                                            ? "session.type.file.cure"
                                            : "session.type.mapping.cure")));
            return Optional.empty();
        }
        LabFileFields fields = new LabFileFields(mapping, path, problems);
        for (Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (fields.values.putIfAbsent(key, entry.value()) != null) {
                int first = mapping.entry(key).orElseThrow().key().span().line();
                problems.add(
                        problem(
                                entry.key(),
                                fields.at(key),
                                Message.of("session.field.twice", key, Integer.toString(first)),
                                Message.of("session.field.twice.cure")));
            }
        }
        return Optional.of(fields);
    }

    private void refuseUnknown(List<String> allowed) {
        for (Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!allowed.contains(key)) {
                String list = String.join(", ", allowed);
                add(
                        entry.key(),
                        key,
                        Message.of("session.field.unknown", key),
                        Spelling.nearest(key, allowed)
                                .map(near -> Message.of("session.field.near", near, list))
                                .orElseGet(() -> Message.of("session.field.allowed", list)));
            }
        }
    }

    /// The keys in the order written.
    List<String> keys() {
        return mapping.entries().stream().map(entry -> entry.key().text()).distinct().toList();
    }

    /// The path of a field.
    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    Optional<YamlNode> node(String key) {
        return Optional.ofNullable(values.get(key));
    }

    <T> Optional<T> optional(String key, LabFileScalar<T> kind) {
        return node(key).flatMap(node -> scalar(node, at(key), kind));
    }

    <T> Optional<T> required(String key, LabFileScalar<T> kind) {
        missing(key, kind.example());
        return optional(key, kind);
    }

    /// Notes it where a field is not there.
    void missing(String key, String example) {
        if (!values.containsKey(key)) {
            problems.add(
                    problem(
                            mapping,
                            path,
                            Message.of("session.field.missing", key),
                            Message.of("session.field.missing.cure", key, example)));
        }
    }

    <T> Optional<T> scalar(YamlNode node, String place, LabFileScalar<T> kind) {
        if (!(node instanceof Scalar scalar)) {
            problems.add(
                    problem(
                            node,
                            place,
                            Message.of("session.type.scalar", last(place)),
                            Message.of("session.cure.example", kind.example())));
            return Optional.empty();
        }
        if (scalar.isNull()) {
            problems.add(
                    problem(
                            node,
                            place,
                            Message.of("session.field.empty", last(place)),
                            Message.of("session.field.empty.cure", kind.example())));
            return Optional.empty();
        }
        try {
            return Optional.of(kind.read().apply(scalar));
        } catch (WrongText e) {
            problems.add(
                    problem(
                            node,
                            place,
                            e.reason(),
                            Message.of("session.cure.example", kind.example())));
            return Optional.empty();
        }
    }

    /// The items of a list that may be left out or empty.
    <T> List<T> list(String key, ItemReader<T> reader) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty() || node.get() instanceof Scalar scalar && scalar.isNull()) {
            return List.of();
        }
        return items(node.get(), at(key), reader);
    }

    /// The items of a node that must be a list.
    <T> List<T> items(YamlNode node, String place, ItemReader<T> reader) {
        if (!(node instanceof Sequence sequence)) {
            problems.add(
                    problem(
                            node,
                            place,
                            Message.of("session.type.list", last(place)),
                            Message.of("session.type.list.cure")));
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            reader.read(sequence.items().get(i), place + "[" + i + "]").ifPresent(items::add);
        }
        return items;
    }

    private void add(YamlNode node, String key, Message what, Message cure) {
        problems.add(problem(node, at(key), what, cure));
    }

    static FileProblem problem(YamlNode node, String path, Message what, Message cure) {
        return FileProblem.error(path, node.span().line(), node.span().column(), what, cure);
    }

    /// The last part of a path, which names the field.
    private static String last(String path) {
        return path.isEmpty() ? "vxlab" : path.substring(path.lastIndexOf('.') + 1);
    }
}
