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
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// The static entries of a segment as small tables, one card a row.
final class EntryRows {
    private final Lab lab;
    private final Segment segment;
    private final String name;
    private final String path;
    private final List<String> hosts;
    private final EntryTable<StaticFdb> fdb;
    private final EntryTable<StaticNeighbour> neighbours;

    EntryRows(Lab lab, Segment segment, String path) {
        this.lab = lab;
        this.segment = segment;
        this.name = segment.shownName();
        this.path = path;
        this.hosts = segment.members().stream().map(Member::host).toList();
        this.fdb =
                new EntryTable<>(
                        name,
                        Segment::fdb,
                        entry -> new Thing.Fdb(name, entry.on(), entry.mac()),
                        entry -> new LabEdit.AddFdb(name, entry),
                        entry ->
                                Message.of(
                                        "ui.inspector.fdb.set",
                                        entry.on(),
                                        entry.mac(),
                                        entry.vtep()));
        this.neighbours =
                new EntryTable<>(
                        name,
                        Segment::neighbours,
                        entry -> new Thing.Neighbour(name, entry.on(), entry.address()),
                        entry -> new LabEdit.AddNeighbour(name, entry),
                        entry ->
                                Message.of(
                                        "ui.inspector.neighbour.set",
                                        entry.on(),
                                        entry.address(),
                                        entry.mac()));
    }

    Section fdb() {
        Optional<Row> add =
                Optional.of(hosts)
                        .filter(all -> all.size() > 1)
                        .map(all -> new StaticFdb(all.getFirst(), freeMac(), all.get(1)))
                        .map(entry -> adding(fdb, entry, "ui.inspector.fdb.add"));
        if (add.isEmpty() && segment.fdb().isEmpty()) {
            add = Optional.of(new Row.Sentence(Message.of("ui.inspector.fdb.none")));
        }
        return section("ui.inspector.section.fdb", fdb, this::fdb, add);
    }

    /// The properties of one forwarding entry.
    List<Property> fdb(int index) {
        StaticFdb entry = segment.fdb().get(index);
        String place = path + ".fdb[" + index + "]";
        return List.of(
                on(
                        place,
                        entry.on(),
                        (now, on) ->
                                fdb.set(now, entry, new StaticFdb(on, entry.mac(), entry.vtep()))),
                Property.line(
                        "ui.inspector.entry.vtep",
                        "dst",
                        place + ".vtep",
                        entry.vtep(),
                        (now, text) ->
                                fdb.set(
                                        now,
                                        entry,
                                        new StaticFdb(
                                                entry.on(), entry.mac(), Reading.needed(text)))),
                mac(
                        place,
                        entry.mac(),
                        (now, mac) ->
                                fdb.set(
                                        now,
                                        entry,
                                        new StaticFdb(
                                                entry.on(), MacAddress.parse(mac), entry.vtep()))));
    }

    Section neighbours() {
        Optional<Row> add =
                NextFree.memberAddress(lab, segment)
                        .filter(_ -> !hosts.isEmpty())
                        .map(free -> new StaticNeighbour(hosts.getFirst(), free.ip(), freeMac()))
                        .map(entry -> adding(neighbours, entry, "ui.inspector.neighbour.add"));
        return section("ui.inspector.section.neighbours", neighbours, this::neighbour, add);
    }

    /// The properties of one neighbour.
    List<Property> neighbour(int index) {
        StaticNeighbour entry = segment.neighbours().get(index);
        String place = path + ".neighbours[" + index + "]";
        return List.of(
                on(
                        place,
                        entry.on(),
                        (now, on) ->
                                neighbours.set(
                                        now,
                                        entry,
                                        new StaticNeighbour(on, entry.address(), entry.mac()))),
                Property.line(
                        "ui.inspector.entry.address",
                        "to",
                        place + ".address",
                        entry.address(),
                        (now, text) ->
                                neighbours.set(
                                        now,
                                        entry,
                                        new StaticNeighbour(
                                                entry.on(), Ip.parse(text), entry.mac()))),
                mac(
                        place,
                        entry.mac(),
                        (now, mac) ->
                                neighbours.set(
                                        now,
                                        entry,
                                        new StaticNeighbour(
                                                entry.on(),
                                                entry.address(),
                                                MacAddress.parse(mac)))));
    }

    /// A table, folded while it is empty.
    ///
    /// @param properties of the entry at a place
    /// @param last what stands below the entries
    private <E> Section section(
            String title,
            EntryTable<E> table,
            IntFunction<List<Property>> properties,
            Optional<Row> last) {
        List<E> entries = table.entries().apply(segment);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(entries.size(), SegmentPage.MOST_ROWS); i++) {
            rows.add(new Row.Card(table.thing().apply(entries.get(i)), properties.apply(i)));
        }
        SegmentPage.addMore(rows, entries.size());
        last.ifPresent(rows::add);
        Section section = Section.of(title, rows);
        return entries.isEmpty() ? section.folded() : section;
    }

    private static <E> Row adding(EntryTable<E> table, E entry, String label) {
        return new Row.Action(Message.of(label), table.adding().apply(entry));
    }

    private Property on(String place, String host, Property.Reader reader) {
        return Property.line("ui.inspector.entry.on", "on", place + ".on", host, reader)
                .choosing(Choices.plain(hosts));
    }

    private static Property mac(String place, MacAddress mac, Property.Reader reader) {
        return Property.line("ui.inspector.entry.mac", "lladdr", place + ".mac", mac, reader);
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
}
