package org.vxlab.session;

import org.vxlab.session.YamlNode.Scalar;
import org.vxlab.session.YamlNode.Sequence;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Layout.Note;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the `layout:` section of a lab file: places by name, and notes.
final class LabFileLayout {
    /// The one key of the section that is not the name of a thing drawn.
    static final String NOTES = "notes";

    private static final String POINT = "[120, 80]";

    private final List<FileProblem> problems;

    LabFileLayout(List<FileProblem> problems) {
        this.problems = problems;
    }

    Layout layout(YamlNode node) {
        if (node instanceof Scalar scalar && scalar.isNull()) {
            return Layout.NONE;
        }
        return LabFileFields.ofAnyKeys(node, "layout", problems)
                .map(
                        fields -> {
                            Map<String, Point> positions = new LinkedHashMap<>();
                            for (String name : fields.keys()) {
                                if (!name.equals(NOTES)) {
                                    point(fields, name)
                                            .ifPresent(point -> positions.put(name, point));
                                }
                            }
                            return new Layout(positions, fields.list(NOTES, this::note));
                        })
                .orElse(Layout.NONE);
    }

    private Optional<Note> note(YamlNode node, String path) {
        return LabFileFields.of(node, path, problems, LabFileSchema.NOTE)
                .flatMap(
                        fields -> {
                            fields.missing("at", POINT);
                            Optional<Point> at = point(fields, "at");
                            Optional<String> text =
                                    fields.required("text", LabFileScalar.text("\"site 1\""));
                            return at.isEmpty() || text.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(new Note(at.get(), text.get()));
                        });
    }

    private Optional<Point> point(LabFileFields fields, String key) {
        Optional<YamlNode> node = fields.node(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        String path = fields.at(key);
        if (!(node.get() instanceof Sequence sequence) || sequence.items().size() != 2) {
            problems.add(
                    LabFileFields.problem(
                            node.get(),
                            path,
                            Message.of("session.type.point", key),
                            Message.of("session.cure.example", POINT)));
            return Optional.empty();
        }
        List<Double> numbers = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            fields.scalar(item, path, LabFileScalar.COORDINATE).ifPresent(numbers::add);
        }
        return numbers.size() == 2
                ? Optional.of(new Point(numbers.get(0), numbers.get(1)))
                : Optional.empty();
    }
}
