package org.vxlab.picture;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.State;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.picture.Glyph.Id;
import org.vxlab.picture.Glyph.Layer;
import org.vxlab.picture.Glyph.Part;
import org.vxlab.picture.HostContents.Device;
import org.vxlab.picture.Ink.Plain;
import org.vxlab.picture.Mark.Align;
import org.vxlab.picture.Mark.Face;
import org.vxlab.topology.Defaults;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Message;
import org.vxlab.topology.Segment.StaticFdb;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Paints forwarding entries as chips below the vxlan device they live on, each pointing to the
/// VTEP it leads to.
final class EntryGlyphs {
    private final PictureStyle style;
    private final TypeSize type;
    private final Watched watched;
    private final Map<MacAddress, String> owners = new HashMap<>();
    private final Map<Ip, String> hostOf = new HashMap<>();
    private final Map<String, Box> cards;
    private final List<Glyph> glyphs;

    /// An entry of a vxlan device, drawn or seen.
    ///
    /// @param to the host it leads to, or the address where that is no host of the lab
    /// @param inBridge whether the bridge too knows the MAC behind this device
    private record Entry(MacAddress mac, String to, State state, boolean inBridge) {}

    EntryGlyphs(
            Lab lab,
            Optional<LiveState> live,
            PictureStyle style,
            Map<String, Box> cards,
            List<Glyph> glyphs) {
        this.style = style;
        type = style.type();
        this.cards = cards;
        this.glyphs = glyphs;
        watched = new Watched(live);
        lab.segments()
                .forEach(
                        segment ->
                                segment.workloads()
                                        .forEach(
                                                workload ->
                                                        owners.put(
                                                                Defaults.mac(lab.name(), workload),
                                                                workload.name())));
        live.ifPresent(state -> owners.putAll(state.owners()));
        lab.hosts().forEach(host -> hostOf.put(host.underlay().address().ip(), host.name()));
    }

    void paint(Device device, List<Box> rows, Box card) {
        List<Entry> entries =
                watched.isLive()
                        ? seen(device)
                        : device.segment().fdb().stream()
                                .filter(entry -> entry.on().equals(device.member().host()))
                                .map(this::drawn)
                                .toList();
        boolean overfull = entries.size() > rows.size();
        int shown = overfull ? Math.max(0, rows.size() - 1) : entries.size();
        for (int i = 0; i < shown; i++) {
            chip(device, entries.get(i), rows.get(i), card);
        }
        if (overfull && !rows.isEmpty()) {
            more(device, entries.size() - shown, rows.getLast());
        }
    }

    private Entry drawn(StaticFdb entry) {
        return new Entry(entry.mac(), name(entry.vtep()), State.STATIC, false);
    }

    private String name(String vtep) {
        return hostOf.entrySet().stream()
                .filter(entry -> entry.getKey().toString().equals(vtep))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(vtep);
    }

    /// Unicast entries only: the flood list is painted at the ends of the tunnels.
    private List<Entry> seen(Device device) {
        Set<MacAddress> inBridge = new HashSet<>();
        List<Entry> entries = new ArrayList<>();
        List<FdbEntry> fdb = watched.fdb(device.member().host());
        for (FdbEntry entry : fdb) {
            if (entry.table() == Table.BRIDGE && entry.device().equals(device.name())) {
                inBridge.add(entry.mac());
            }
        }
        for (FdbEntry entry : fdb) {
            if (entry.table() == Table.VXLAN
                    && !entry.isFlood()
                    && entry.device().equals(device.name())
                    && entry.vtep().isPresent()) {
                Ip vtep = entry.vtep().get();
                entries.add(
                        new Entry(
                                entry.mac(),
                                hostOf.getOrDefault(vtep, vtep.toString()),
                                entry.state(),
                                inBridge.contains(entry.mac())));
            }
        }
        // Whose it is says more than what it is.
        entries.sort(
                Comparator.comparing((Entry entry) -> !owners.containsKey(entry.mac()))
                        .thenComparing(Entry::mac));
        return entries;
    }

    private void chip(Device device, Entry entry, Box row, Box card) {
        boolean byHand = entry.state() == State.STATIC || entry.state() == State.PERMANENT;
        Ink colour = new Ink.Segment(device.number());
        boolean toLeft =
                Optional.ofNullable(cards.get(entry.to()))
                        .filter(far -> far.centre().x() < card.centre().x())
                        .isPresent();
        double arrow = type.entry() * 0.55;
        double middle = row.centre().y();
        List<Mark> marks = new ArrayList<>();
        Stroke edge =
                entry.state() == State.STALE
                        ? Stroke.dashed(colour, 1, 2, 2)
                        : Stroke.solid(colour, 1);
        // By hand: square corners; learned: round ones.
        marks.add(
                Marks.box(
                        row,
                        byHand ? 1 : row.height() / 2,
                        new Ink.SegmentGround(device.number()),
                        edge));
        double tip = toLeft ? row.x() - arrow * 0.2 : row.right() + arrow * 0.2;
        marks.add(Marks.arrow(new Point(tip, middle), toLeft ? -1 : 1, 0, arrow, colour));
        double left = row.x() + Metrics.GAP;
        double sign = type.small() * 0.6;
        if (entry.inBridge()) {
            // Both look-ups know it: first the bridge (bar), then the vxlan device (arrow).
            marks.add(
                    Marks.block(
                            Box.around(new Point(left + sign / 4, middle), sign / 2, sign * 1.4),
                            0,
                            colour));
        }
        left += sign;
        double room = row.width() - Metrics.GAP * 2 - sign;
        String owner = owners.getOrDefault(entry.mac(), "");
        String mac = owner.isEmpty() ? entry.mac().toString() : owner + " " + brief(entry.mac());
        String to = "→ " + entry.to();
        double wide = Math.min(room * 0.45, TextWidth.of(to, type.small(), Face.BOLD));
        marks.add(
                Marks.text(
                        mac,
                        new Point(left, middle),
                        Align.START,
                        type.small(),
                        Face.MONO,
                        Plain.TEXT,
                        room - wide));
        marks.add(
                Marks.text(
                        to,
                        new Point(row.right() - Metrics.GAP, middle),
                        Align.END,
                        type.small(),
                        Face.BOLD,
                        Plain.TEXT,
                        wide));
        String segment = device.segment().shownName();
        glyphs.add(
                new Glyph(
                        new Id(
                                new Thing.Fdb(segment, device.member().host(), entry.mac()),
                                Part.ENTRY,
                                entry.to()),
                        Layer.CHIPS,
                        row,
                        Optional.empty(),
                        watched.host(device.member().host()),
                        marks,
                        Message.of(
                                byHand ? "picture.entry.static" : "picture.entry.learned",
                                entry.mac(),
                                owner.isEmpty() ? "?" : owner,
                                entry.to(),
                                device.name(),
                                device.member().host())));
    }

    /// The parts people tell MACs of a lab apart by.
    private static String brief(MacAddress mac) {
        String text = mac.toString();
        return text.substring(0, 2) + "…" + text.substring(12);
    }

    private void more(Device device, int count, Box row) {
        glyphs.add(
                new Glyph(
                        Id.of(
                                new Thing.Member(
                                        device.segment().shownName(), device.member().host()),
                                Part.MORE),
                        Layer.CHIPS,
                        row,
                        Optional.empty(),
                        watched.host(device.member().host()),
                        List.of(
                                Marks.text(
                                        "+" + count,
                                        row.centre(),
                                        Align.MIDDLE,
                                        type.small(),
                                        Face.BOLD,
                                        style.detail() == Detail.NEAR ? Plain.QUIET : Plain.TEXT,
                                        row.width())),
                        Message.of("picture.entry.more", count, device.name())));
    }
}
