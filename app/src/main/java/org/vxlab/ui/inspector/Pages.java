package org.vxlab.ui.inspector;

import org.vxlab.topology.Defaults;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Message;
import org.vxlab.topology.Problem;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Segment.StaticFdb;
import org.vxlab.topology.Segment.StaticNeighbour;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the page for what is chosen.
final class Pages {
    private Pages() {}

    /// @param problems of the lab
    /// @param mode what the window is used for
    static Page of(Lab lab, Set<Thing> chosen, List<Problem> problems, Desk.Mode mode) {
        List<Thing> there = chosen.stream().filter(thing -> page(lab, thing).isPresent()).toList();
        return switch (there.size()) {
            case 0 -> LabPage.of(lab, problems, mode);
            case 1 -> page(lab, there.getFirst()).orElseThrow();
            default -> ManyPage.of(lab, there);
        };
    }

    /// The page of one thing; empty where the lab has no such thing.
    static Optional<Page> page(Lab lab, Thing thing) {
        return switch (thing) {
            case Thing.Network(String name) ->
                    lab.network(name).map(network -> UnderlayPages.network(lab, network));
            case Thing.Router(String name) ->
                    lab.router(name).map(router -> UnderlayPages.router(lab, router));
            case Thing.Host(String name) -> lab.host(name).map(host -> HostPage.of(lab, host));
            case Thing.Segment(String name) ->
                    lab.segment(name).map(segment -> SegmentPage.of(lab, segment));
            case Thing.Member(String name, String host) ->
                    lab.segment(name)
                            .flatMap(
                                    segment ->
                                            segment.member(host)
                                                    .map(one -> MemberPage.of(lab, segment, one)));
            case Thing.Workload(String name, String host, String workload) ->
                    lab.segment(name)
                            .flatMap(
                                    segment ->
                                            segment.workload(host, workload)
                                                    .map(
                                                            one ->
                                                                    WorkloadPage.of(
                                                                            lab, segment, one)));
            case Thing.Tunnel tunnel ->
                    lab.segment(tunnel.segment()).flatMap(segment -> tunnel(segment, tunnel));
            case Thing.Fdb fdb ->
                    lab.segment(fdb.segment()).flatMap(segment -> fdb(lab, segment, fdb));
            case Thing.Neighbour entry ->
                    lab.segment(entry.segment()).flatMap(segment -> neighbour(lab, segment, entry));
            case Thing.Note(int index) ->
                    index < lab.layout().notes().size()
                            ? Optional.of(note(index, lab.layout().notes().get(index)))
                            : Optional.empty();
        };
    }

    private static Optional<Page> tunnel(Segment segment, Thing.Tunnel tunnel) {
        String name = segment.shownName();
        return Defaults.tunnels(segment).stream()
                .filter(one -> one.joins(tunnel.one()) && one.joins(tunnel.other()))
                .findFirst()
                .map(
                        one ->
                                new Page(
                                        Message.of("ui.inspector.kind.tunnel", name),
                                        Optional.of(tunnel.one() + " – " + tunnel.other()),
                                        "",
                                        List.of(
                                                Section.of(
                                                        "ui.inspector.section.tunnel",
                                                        new Row.Sentence(
                                                                Message.of(
                                                                        "ui.inspector.flooding."
                                                                                + Defaults.flooding(
                                                                                        segment))),
                                                        Row.Link.to(
                                                                new Thing.Member(
                                                                        name, tunnel.one())),
                                                        Row.Link.to(
                                                                new Thing.Member(
                                                                        name, tunnel.other())),
                                                        Row.Link.to(new Thing.Segment(name))))));
    }

    private static Optional<Page> fdb(Lab lab, Segment segment, Thing.Fdb fdb) {
        String path = Paths.of(lab, new Thing.Segment(segment.shownName()));
        for (int i = 0; i < segment.fdb().size(); i++) {
            StaticFdb entry = segment.fdb().get(i);
            if (entry.on().equals(fdb.on()) && entry.mac().equals(fdb.mac())) {
                return Optional.of(
                        entry(
                                Message.of("ui.inspector.kind.fdb", fdb.on(), fdb.segment()),
                                entry.mac().toString(),
                                path + ".fdb[" + i + "]",
                                new EntryRows(lab, segment, path).fdb(i)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Page> neighbour(Lab lab, Segment segment, Thing.Neighbour thing) {
        String path = Paths.of(lab, new Thing.Segment(segment.shownName()));
        for (int i = 0; i < segment.neighbours().size(); i++) {
            StaticNeighbour entry = segment.neighbours().get(i);
            if (entry.on().equals(thing.on()) && entry.address().equals(thing.address())) {
                return Optional.of(
                        entry(
                                Message.of(
                                        "ui.inspector.kind.neighbour", thing.on(), thing.segment()),
                                entry.address().toString(),
                                path + ".neighbours[" + i + "]",
                                new EntryRows(lab, segment, path).neighbour(i)));
            }
        }
        return Optional.empty();
    }

    private static Page entry(Message kind, String name, String path, List<Property> properties) {
        return new Page(
                kind,
                Optional.of(name),
                path,
                List.of(Section.of("ui.inspector.section.entry", properties)));
    }

    private static Page note(int index, Layout.Note note) {
        return new Page(
                Message.of("ui.inspector.kind.note"),
                Optional.empty(),
                "",
                List.of(
                        Section.of(
                                "ui.inspector.section.note",
                                Property.line(
                                                "ui.inspector.note.text",
                                                "text",
                                                "layout.notes[" + index + "].text",
                                                note.text(),
                                                (_, text) ->
                                                        Change.of(new LabEdit.SetNote(index, text)))
                                        .with(new Property.Input.Lines()))));
    }
}
