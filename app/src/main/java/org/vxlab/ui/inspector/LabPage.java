package org.vxlab.ui.inspector;

import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Message;
import org.vxlab.topology.Problem;
import org.vxlab.ui.Desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The page of the lab as a whole, and how to begin.
final class LabPage {
    private LabPage() {}

    static Page of(Lab lab, List<Problem> problems, Desk.Mode mode) {
        int workloads = lab.segments().stream().mapToInt(one -> one.workloads().size()).sum();
        int errors = (int) problems.stream().filter(Problem::isError).count();
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("ui.inspector.section.begin", steps(lab, errors, mode)));
        sections.add(
                Section.of(
                        "ui.inspector.section.lab",
                        name(lab),
                        count("ui.inspector.count.networks", lab.networks().size()),
                        count("ui.inspector.count.routers", lab.routers().size()),
                        count("ui.inspector.count.hosts", lab.hosts().size()),
                        count("ui.inspector.count.segments", lab.segments().size()),
                        count("ui.inspector.count.workloads", workloads),
                        new Row.Fact(
                                Message.of("ui.inspector.count.problems"),
                                problems.isEmpty()
                                        ? Message.of("ui.inspector.problems.none")
                                        : Message.of(
                                                "ui.inspector.problems.some",
                                                errors,
                                                problems.size() - errors))));
        return new Page(Message.of("ui.inspector.kind.lab"), Optional.of(lab.name()), "", sections);
    }

    private static Property name(Lab lab) {
        return Property.line(
                        "ui.inspector.name-of",
                        "name",
                        "name",
                        lab.name(),
                        (_, text) -> Change.of(new LabEdit.RenameLab(Reading.needed(text))))
                .strictly();
    }

    private static Row.Fact count(String label, int number) {
        return new Row.Fact(Message.of(label), Choices.plainText(number));
    }

    /// The next thing to do, and what can always be done.
    private static List<Row> steps(Lab lab, int errors, Desk.Mode mode) {
        return switch (mode) {
            case DESIGN -> drawingSteps(lab, errors);
            case LIVE ->
                    List.of(
                            sentence("ui.inspector.begin.live"),
                            sentence("ui.inspector.begin.look"));
        };
    }

    private static List<Row> drawingSteps(Lab lab, int errors) {
        List<Row> rows = new ArrayList<>();
        if (lab.hosts().size() < 2) {
            rows.add(sentence("ui.inspector.begin.hosts"));
        }
        if (lab.segments().isEmpty()) {
            rows.add(sentence("ui.inspector.begin.segment"));
        } else if (lab.segments().stream().allMatch(one -> one.members().size() < 2)) {
            rows.add(sentence("ui.inspector.begin.members"));
        } else {
            rows.add(sentence(errors > 0 ? "ui.inspector.begin.mend" : "ui.inspector.begin.apply"));
        }
        rows.add(sentence("ui.inspector.begin.choose"));
        return rows;
    }

    private static Row.Sentence sentence(String key) {
        return new Row.Sentence(Message.of(key));
    }
}
