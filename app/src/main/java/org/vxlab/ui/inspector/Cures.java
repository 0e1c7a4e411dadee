package org.vxlab.ui.inspector;

import org.vxlab.topology.Defaults;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabCheck;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.LabProperty;
import org.vxlab.topology.Message;
import org.vxlab.topology.NextFree;
import org.vxlab.topology.Problem;
import org.vxlab.topology.Segment;
import org.vxlab.topology.SegmentOption;
import org.vxlab.topology.Thing;
import org.vxlab.topology.WrongText;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds edits that put problems right. Each is tried on the lab first: what leaves the problem, or
/// brings another error, is no cure.
final class Cures {
    private static final Pattern IN_SEGMENT = Pattern.compile("^segments\\[(\\d+)]");

    private final Lab lab;
    private final List<Problem> problems;

    /// @param problems of the lab
    Cures(Lab lab, List<Problem> problems) {
        this.lab = lab;
        this.problems = problems;
    }

    /// @param property the one the problem stands at, where there is one
    Optional<Cure> of(Problem problem, Optional<Property> property) {
        List<Cure> tried = new ArrayList<>();
        property.ifPresent(one -> addMeant(tried, problem, one));
        segment(problem).ifPresent(segment -> addInSegment(tried, problem, segment));
        property.ifPresent(one -> addUsual(tried, one));
        return tried.stream().filter(cure -> cures(cure, problem)).findFirst();
    }

    private boolean cures(Cure cure, Problem problem) {
        List<Problem> left = LabCheck.problems(cure.change().edit().applyTo(lab));
        return left.stream().noneMatch(one -> same(one, problem))
                && left.stream().filter(Problem::isError).allMatch(this::known);
    }

    private boolean known(Problem error) {
        return problems.stream().anyMatch(one -> same(one, error));
    }

    private static boolean same(Problem one, Problem other) {
        return one.place().equals(other.place()) && one.what().equals(other.what());
    }

    /// What the problem itself says would be right.
    private void addMeant(List<Cure> tried, Problem problem, Property property) {
        List<Object> near = problem.cure().arguments();
        if (problem.cure().key().equals("topology.reference.near")) {
            write(tried, property, near.getFirst().toString());
        }
        right(problem.what()).ifPresent(text -> write(tried, property, text));
    }

    /// The text that a message names as the right one.
    static Optional<String> right(Message what) {
        return switch (what.key()) {
            case "topology.host.length", "topology.name.shape" ->
                    Optional.of(what.arguments().get(2).toString());
            case "topology.text.host-bits" -> Optional.of(what.arguments().get(1).toString());
            case "topology.text.no-length" ->
                    Optional.of(what.arguments().get(0) + "/" + what.arguments().get(1));
            default -> Optional.empty();
        };
    }

    private void addInSegment(List<Cure> tried, Problem problem, Segment segment) {
        String name = segment.shownName();
        List<Object> words = problem.what().arguments();
        switch (problem.what().key()) {
            case "topology.flooding.apart", "topology.flooding.hub" ->
                    add(
                            tried,
                            new LabEdit.AddTunnel(
                                    name,
                                    new Segment.Tunnel(
                                            words.get(0).toString(), words.get(1).toString())));
            case "topology.tunnel.unreachable" ->
                    add(
                            tried,
                            new LabEdit.Remove(
                                    new Thing.Tunnel(
                                            name,
                                            words.get(0).toString(),
                                            words.get(1).toString())));
            case "topology.flooding.group-tunnels" ->
                    set(tried, name, new LabProperty.Tunnels(Optional.empty()));
            case "topology.flooding.no-group" ->
                    set(
                            tried,
                            name,
                            new LabProperty.Option<>(
                                    SegmentOption.GROUP,
                                    Optional.of(NextFree.group(lab, segment))));
            case "topology.workload.bridgeless" ->
                    add(
                            tried,
                            new LabEdit.SetMember(
                                    new Thing.Member(name, words.get(1).toString()),
                                    new LabProperty.Bridge(Optional.empty())));
            case "topology.device.vni" ->
                    set(tried, name, new LabProperty.SegmentVni(NextFree.vni(lab)));
            default -> {}
        }
        // With a group that stands there for nothing, the default would be multicast.
        boolean unused = problem.what().key().equals("topology.flooding.group-unused");
        if (problem.what().key().startsWith("topology.flooding.") && !unused) {
            LabEdit usual =
                    new LabEdit.SetSegment(
                            name,
                            new LabProperty.Option<>(SegmentOption.FLOODING, Optional.empty()));
            usual.applyTo(lab)
                    .segment(name)
                    .map(Defaults::flooding)
                    .map(way -> Message.of("ui.inspector.cure.flooding", way))
                    .ifPresent(label -> tried.add(new Cure(label, Change.of(usual))));
        }
    }

    private void addUsual(List<Cure> tried, Property property) {
        property.suggestion().ifPresent(text -> write(tried, property, text));
        if (property.canReset()) {
            byDefault(lab, property).ifPresent(tried::add);
        }
    }

    /// The cure of writing nothing; empty where something must be written.
    static Optional<Cure> byDefault(Lab lab, Property property) {
        return property.fallback()
                .map(
                        fallback ->
                                new Cure(
                                        Message.of("ui.inspector.cure.reset", fallback),
                                        property.reader().read(lab, "")));
    }

    private void write(List<Cure> tried, Property property, String text) {
        written(lab, property, text).ifPresent(tried::add);
    }

    /// The cure of writing a text into a property; empty where that cannot be read.
    static Optional<Cure> written(Lab lab, Property property, String text) {
        try {
            return Optional.of(
                    new Cure(
                            Message.of("ui.inspector.cure.write", text),
                            property.reader().read(lab, text)));
        } catch (WrongText notThisEither) {
            return Optional.empty();
        }
    }

    private void set(List<Cure> tried, String segment, LabProperty.OfSegment property) {
        add(tried, new LabEdit.SetSegment(segment, property));
    }

    private void add(List<Cure> tried, LabEdit edit) {
        tried.add(new Cure(edit.label(lab), Change.of(edit)));
    }

    private Optional<Segment> segment(Problem problem) {
        Matcher matcher = IN_SEGMENT.matcher(problem.place().path());
        return matcher.find()
                ? lab.segments().stream().skip(Long.parseLong(matcher.group(1))).findFirst()
                : Optional.empty();
    }
}
