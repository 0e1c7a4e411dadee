package org.vxlab.ui.inspector;

import org.vxlab.topology.Defaults;
import org.vxlab.topology.Flooding;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.LabProperty;
import org.vxlab.topology.Message;
import org.vxlab.topology.NextFree;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The page of a segment.
final class SegmentPage {
    /// Longer lists are read on the drawing and in the panes.
    static final int MOST_ROWS = 24;

    private final Lab lab;
    private final Segment segment;
    private final String name;
    private final String path;

    private SegmentPage(Lab lab, Segment segment) {
        this.lab = lab;
        this.segment = segment;
        this.name = segment.shownName();
        this.path = Paths.of(lab, new Thing.Segment(name));
    }

    static Page of(Lab lab, Segment segment) {
        return new SegmentPage(lab, segment).page();
    }

    private Page page() {
        SegmentOptions options = new SegmentOptions(lab, segment, path);
        List<Section> sections = new ArrayList<>();
        sections.add(
                Section.of(
                        "ui.inspector.section.segment",
                        vni(),
                        Names.of(lab, new Thing.Segment(name), path),
                        options.port(),
                        options.mtu()));
        sections.add(Section.of("ui.inspector.section.flooding", flooding(options)));
        sections.add(
                Section.of("ui.inspector.section.learning", options.learning(), options.ageing()));
        Section outer =
                Section.of(
                        "ui.inspector.section.outer",
                        options.ttl(),
                        options.tos(),
                        options.df(),
                        options.udpcsum());
        boolean written = outer.properties().anyMatch(one -> !one.written().isEmpty());
        sections.add(written ? outer : outer.folded());
        sections.add(Section.of("ui.inspector.section.members", members()));
        if (segment.members().size() > 1) {
            sections.add(tunnels());
        }
        EntryRows entries = new EntryRows(lab, segment, path);
        sections.add(entries.fdb());
        sections.add(entries.neighbours());
        return new Page(Message.of("ui.inspector.kind.segment"), Optional.of(name), path, sections);
    }

    private Property vni() {
        boolean named = segment.name().isPresent();
        return Property.line(
                        "ui.inspector.segment.vni",
                        "id",
                        path + ".vni",
                        segment.vni(),
                        (_, text) -> {
                            LabProperty.SegmentVni property =
                                    new LabProperty.SegmentVni(Reading.vni(text));
                            LabEdit edit = new LabEdit.SetSegment(name, property);
                            return named
                                    ? Change.of(edit)
                                    : Change.of(edit, new Thing.Segment("vni" + property.vni()));
                        })
                .strictly()
                .suggest(Optional.of(NextFree.vni(lab)));
    }

    private List<Property> flooding(SegmentOptions options) {
        List<Property> rows = new ArrayList<>();
        rows.add(options.flooding());
        boolean multicast = Defaults.flooding(segment) == Flooding.MULTICAST;
        if (multicast || segment.options().group().isPresent()) {
            rows.add(options.group());
        }
        return rows;
    }

    private List<Row> members() {
        List<Row> rows = new ArrayList<>();
        for (Member member : segment.members().stream().limit(MOST_ROWS).toList()) {
            rows.add(
                    new Row.Link(
                            member.address()
                                    .map(
                                            address ->
                                                    Message.of(
                                                            "ui.inspector.link.member",
                                                            member.host(),
                                                            address))
                                    .orElseGet(() -> Choices.plainText(member.host())),
                            new Thing.Member(name, member.host())));
        }
        addMore(rows, segment.members().size());
        if (rows.isEmpty()) {
            rows.add(new Row.Sentence(Message.of("ui.inspector.segment.no-members")));
        }
        return rows;
    }

    private Section tunnels() {
        List<Segment.Tunnel> pairs = Defaults.allPairs(segment.members());
        List<Segment.Tunnel> there = Defaults.tunnels(segment);
        List<Row> rows = new ArrayList<>();
        rows.add(
                new Row.Sentence(
                        Message.of(
                                segment.tunnels().isEmpty()
                                        ? "ui.inspector.tunnels.every"
                                        : "ui.inspector.tunnels.some",
                                there.size(),
                                pairs.size())));
        for (Segment.Tunnel pair : pairs.stream().limit(MOST_ROWS).toList()) {
            boolean on =
                    there.stream()
                            .anyMatch(one -> one.joins(pair.one()) && one.joins(pair.other()));
            Thing.Tunnel thing = new Thing.Tunnel(name, pair.one(), pair.other());
            rows.add(
                    new Row.Switch(
                            Message.of("ui.inspector.tunnel", pair.one(), pair.other()),
                            on,
                            on ? new LabEdit.Remove(thing) : new LabEdit.AddTunnel(name, pair)));
        }
        addMore(rows, pairs.size());
        return Section.of("ui.inspector.section.tunnels", rows);
    }

    /// Says how many rows are not shown.
    static void addMore(List<Row> rows, int all) {
        if (all > MOST_ROWS) {
            rows.add(new Row.Sentence(Message.of("ui.inspector.more", all - MOST_ROWS)));
        }
    }
}
