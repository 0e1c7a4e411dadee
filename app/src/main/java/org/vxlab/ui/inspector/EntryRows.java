package org.vxlab.ui.inspector;

import org.vxlab.topology.Ip;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Message;
import org.vxlab.topology.NextFree;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.StaticFdb;
import org.vxlab.topology.Segment.StaticNeighbour;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The static entries of a segment as small tables, one card a row.
///
/// There is no edit that changes an entry; the whole table is written anew, so that the rows keep
/// their order.
final class EntryRows {
    private final Lab lab;
    private final Segment segment;
    private final String name;
    private final String path;
    private final List<String> hosts;

    EntryRows(Lab lab, Segment segment, String path) {
        this.lab = lab;
        this.segment = segment;
        this.name = segment.shownName();
        this.path = path;
        this.hosts = segment.members().stream().map(Member::host).toList();
    }

    Section fdb() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(segment.fdb().size(), SegmentPage.MOST_ROWS); i++) {
            rows.add(new Row.Card(thing(segment.fdb().get(i)), fdb(i)));
        }
        SegmentPage.addMore(rows, segment.fdb().size());
        if (hosts.size() > 1) {
            StaticFdb entry = new StaticFdb(hosts.getFirst(), freeMac(), hosts.get(1));
            rows.add(
                    new Row.Action(
                            Message.of("ui.inspector.fdb.add"), new LabEdit.AddFdb(name, entry)));
        } else if (rows.isEmpty()) {
            rows.add(new Row.Sentence(Message.of("ui.inspector.fdb.none")));
        }
        Section section = Section.of("ui.inspector.section.fdb", rows);
        return segment.fdb().isEmpty() ? section.folded() : section;
    }

    /// The properties of one forwarding entry.
    List<Property> fdb(int index) {
        StaticFdb entry = segment.fdb().get(index);
        String place = path + ".fdb[" + index + "]";
        return List.of(
                Property.line(
                                "ui.inspector.entry.on",
                                "on",
                                place + ".on",
                                entry.on(),
                                (now, text) ->
                                        set(
                                                now,
                                                entry,
                                                new StaticFdb(text, entry.mac(), entry.vtep())))
                        .choosing(Choices.plain(hosts)),
                Property.line(
                        "ui.inspector.entry.vtep",
                        "dst",
                        place + ".vtep",
                        entry.vtep(),
                        (now, text) ->
                                set(
                                        now,
                                        entry,
                                        new StaticFdb(
                                                entry.on(), entry.mac(), Reading.needed(text)))),
                Property.line(
                        "ui.inspector.entry.mac",
                        "lladdr",
                        place + ".mac",
                        entry.mac(),
                        (now, text) ->
                                set(
                                        now,
                                        entry,
                                        new StaticFdb(
                                                entry.on(),
                                                MacAddress.parse(text),
                                                entry.vtep()))));
    }

    private Change set(Lab now, StaticFdb old, StaticFdb changed) {
        return set(
                now.segment(name).orElse(segment).fdb(),
                old,
                changed,
                this::thing,
                entry -> new LabEdit.AddFdb(name, entry),
                Message.of("ui.inspector.fdb.set", changed.on(), changed.mac(), changed.vtep()));
    }

    private Thing.Fdb thing(StaticFdb entry) {
        return new Thing.Fdb(name, entry.on(), entry.mac());
    }

    Section neighbours() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(segment.neighbours().size(), SegmentPage.MOST_ROWS); i++) {
            rows.add(new Row.Card(thing(segment.neighbours().get(i)), neighbour(i)));
        }
        SegmentPage.addMore(rows, segment.neighbours().size());
        NextFree.memberAddress(lab, segment)
                .filter(_ -> !hosts.isEmpty())
                .ifPresent(
                        address ->
                                rows.add(
                                        new Row.Action(
                                                Message.of("ui.inspector.neighbour.add"),
                                                new LabEdit.AddNeighbour(
                                                        name,
                                                        new StaticNeighbour(
                                                                hosts.getFirst(),
                                                                address.ip(),
                                                                freeMac())))));
        Section section = Section.of("ui.inspector.section.neighbours", rows);
        return segment.neighbours().isEmpty() ? section.folded() : section;
    }

    /// The properties of one neighbour.
    List<Property> neighbour(int index) {
        StaticNeighbour entry = segment.neighbours().get(index);
        String place = path + ".neighbours[" + index + "]";
        return List.of(
                Property.line(
                                "ui.inspector.entry.on",
                                "on",
                                place + ".on",
                                entry.on(),
                                (now, text) ->
                                        set(
                                                now,
                                                entry,
                                                new StaticNeighbour(
                                                        text, entry.address(), entry.mac())))
                        .choosing(Choices.plain(hosts)),
                Property.line(
                        "ui.inspector.entry.address",
                        "to",
                        place + ".address",
                        entry.address(),
                        (now, text) ->
                                set(
                                        now,
                                        entry,
                                        new StaticNeighbour(
                                                entry.on(), Ip.parse(text), entry.mac()))),
                Property.line(
                        "ui.inspector.entry.mac",
                        "lladdr",
                        place + ".mac",
                        entry.mac(),
                        (now, text) ->
                                set(
                                        now,
                                        entry,
                                        new StaticNeighbour(
                                                entry.on(),
                                                entry.address(),
                                                MacAddress.parse(text)))));
    }

    private Change set(Lab now, StaticNeighbour old, StaticNeighbour changed) {
        return set(
                now.segment(name).orElse(segment).neighbours(),
                old,
                changed,
                this::thing,
                entry -> new LabEdit.AddNeighbour(name, entry),
                Message.of(
                        "ui.inspector.neighbour.set",
                        changed.on(),
                        changed.address(),
                        changed.mac()));
    }

    private Thing.Neighbour thing(StaticNeighbour entry) {
        return new Thing.Neighbour(name, entry.on(), entry.address());
    }

    /// Writes the entries anew with one of them changed.
    private static <E> Change set(
            List<E> entries,
            E old,
            E changed,
            Function<E, Thing> thing,
            Function<E, LabEdit> adding,
            Message label) {
        List<LabEdit> edits = new ArrayList<>();
        edits.add(
                new LabEdit.Remove(
                        entries.stream()
                                .map(thing)
                                .collect(Collectors.toCollection(LinkedHashSet::new))));
        for (E entry : entries) {
            edits.add(adding.apply(entry.equals(old) ? changed : entry));
        }
        return Change.of(new LabEdit.Together(label, edits), thing.apply(changed));
    }

    /// A MAC that neither a workload nor an entry has.
    private MacAddress freeMac() {
        MacAddress free = NextFree.mac(lab);
        while (taken(free)) {
            free = new MacAddress(free.bits() + 1);
        }
        return free;
    }

    private boolean taken(MacAddress mac) {
        return segment.fdb().stream().anyMatch(entry -> entry.mac().equals(mac))
                || segment.neighbours().stream().anyMatch(entry -> entry.mac().equals(mac));
    }

    static LabEdit removal(Thing thing) {
        return new LabEdit.Remove(new LinkedHashSet<>(List.of(thing)));
    }
}
