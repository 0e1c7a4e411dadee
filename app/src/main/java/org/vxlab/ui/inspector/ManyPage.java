package org.vxlab.ui.inspector;

import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Message;
import org.vxlab.topology.Thing;
import org.vxlab.ui.inspector.Property.Choice;
import org.vxlab.ui.inspector.Property.Input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The page of several things: what can be set for all of them at once, and how many they are.
final class ManyPage {
    /// What a choice holds where the things differ; no value of the lab file looks like it.
    static final String DIFFERENT = "≠";

    private ManyPage() {}

    static Page of(Lab lab, List<Thing> things) {
        List<List<Property>> all =
                things.stream()
                        .map(
                                thing ->
                                        Pages.page(lab, thing).stream()
                                                .flatMap(Page::properties)
                                                .filter(Property::alike)
                                                .toList())
                        .toList();
        List<Row> common = new ArrayList<>();
        for (Property first : all.getFirst()) {
            List<Property> same =
                    all.stream()
                            .flatMap(
                                    properties ->
                                            properties.stream()
                                                    .filter(
                                                            one ->
                                                                    one.label()
                                                                            .equals(first.label()))
                                                    .limit(1))
                            .toList();
            if (same.size() == things.size()) {
                common.add(merged(things, same));
            }
        }
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("ui.inspector.section.chosen", counts(things)));
        if (!common.isEmpty()) {
            sections.add(Section.of("ui.inspector.section.common", common));
        }
        return new Page(
                Message.of("ui.inspector.kind.many", things.size()),
                Optional.empty(),
                "",
                sections);
    }

    private static Property merged(List<Thing> things, List<Property> same) {
        Property first = same.getFirst();
        boolean equal = same.stream().allMatch(one -> one.written().equals(first.written()));
        String names = things.stream().map(Thing::shown).collect(Collectors.joining(", "));
        Property.Reader reader =
                (lab, text) -> {
                    List<LabEdit> edits = new ArrayList<>();
                    Lab changed = lab;
                    for (Property one : same) {
                        LabEdit edit = one.reader().read(changed, text).edit();
                        changed = edit.applyTo(changed);
                        edits.add(edit);
                    }
                    Message label =
                            text.isEmpty()
                                    ? Message.of("topology.edit.unset", names, first.word())
                                    : Message.of("topology.edit.set", names, first.word(), text);
                    return Change.of(new LabEdit.Together(label, edits));
                };
        return new Property(
                first.label(),
                first.word(),
                "",
                equal ? first.input() : different(first.input()),
                equal ? first.written() : DIFFERENT,
                fallbacksAgree(same) ? first.fallback() : Optional.empty(),
                false,
                false,
                Optional.empty(),
                reader);
    }

    private static boolean fallbacksAgree(List<Property> same) {
        return same.stream().allMatch(one -> one.fallback().equals(same.getFirst().fallback()));
    }

    private static Input different(Input input) {
        return switch (input) {
            case Input.Choices(List<Choice> choices) -> {
                List<Choice> more = new ArrayList<>(choices);
                more.addFirst(
                        new Choice(
                                DIFFERENT, Message.of("ui.inspector.different"), Optional.empty()));
                yield new Input.Choices(more);
            }
            case Input.Line _, Input.Lines _ -> input;
        };
    }

    private static List<Row> counts(List<Thing> things) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        things.forEach(thing -> counts.merge(countKey(thing), 1, Integer::sum));
        List<Row> rows = new ArrayList<>();
        counts.forEach(
                (key, count) -> rows.add(new Row.Fact(Message.of(key), Choices.plainText(count))));
        return rows;
    }

    private static String countKey(Thing thing) {
        return switch (thing) {
            case Thing.Network _ -> "ui.inspector.count.networks";
            case Thing.Router _ -> "ui.inspector.count.routers";
            case Thing.Host _ -> "ui.inspector.count.hosts";
            case Thing.Segment _ -> "ui.inspector.count.segments";
            case Thing.Member _ -> "ui.inspector.count.members";
            case Thing.Tunnel _ -> "ui.inspector.count.tunnels";
            case Thing.Fdb _ -> "ui.inspector.count.fdb";
            case Thing.Neighbour _ -> "ui.inspector.count.neighbours";
            case Thing.Workload _ -> "ui.inspector.count.workloads";
            case Thing.Note _ -> "ui.inspector.count.notes";
        };
    }
}
