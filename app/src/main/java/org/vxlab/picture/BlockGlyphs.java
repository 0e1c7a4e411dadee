package org.vxlab.picture;

import org.vxlab.picture.CardPlan.DevicePlace;
import org.vxlab.picture.CardPlan.PlannedBlock;
import org.vxlab.picture.Glyph.Condition;
import org.vxlab.picture.Glyph.Id;
import org.vxlab.picture.Glyph.Layer;
import org.vxlab.picture.Glyph.Part;
import org.vxlab.picture.HostContents.Device;
import org.vxlab.picture.HostContents.Plugged;
import org.vxlab.picture.Ink.Plain;
import org.vxlab.picture.Mark.Align;
import org.vxlab.picture.Mark.Face;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Message;
import org.vxlab.topology.Thing;
import org.vxlab.topology.WorkloadNames;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Paints a bridge as a bar, with workloads plugged in from above and vxlan devices from below.
final class BlockGlyphs {
    private final PictureStyle style;
    private final TypeSize type;
    private final Watched watched;
    private final EntryGlyphs entries;
    private final List<Glyph> glyphs;

    BlockGlyphs(PictureStyle style, Watched watched, EntryGlyphs entries, List<Glyph> glyphs) {
        this.style = style;
        type = style.type();
        this.watched = watched;
        this.entries = entries;
        this.glyphs = glyphs;
    }

    void paint(String host, PlannedBlock block, Box card) {
        bridge(host, block, card);
        block.chips().forEach((plugged, box) -> workload(plugged, box.within(card), block, card));
        block.devices().forEach((device, place) -> device(device, place, block, card));
    }

    private void bridge(String host, PlannedBlock block, Box card) {
        if (block.block().bridge().isEmpty()) {
            return;
        }
        String name = block.block().bridge().get();
        Device first = block.block().devices().getFirst();
        Box bar = block.bar().within(card);
        Condition condition = watched.device(host, Optional.of(name));
        Optional<InterfaceAddress> address =
                block.block().devices().stream()
                        .flatMap(device -> device.member().address().stream())
                        .findFirst();
        List<Mark> marks = new ArrayList<>();
        // The patch cables of what is plugged in from below.
        for (DevicePlace place : block.devices().values()) {
            double x = bar.x() + Metrics.GAP * 2.5;
            marks.add(
                    new Mark.Line(
                            Curve.line(
                                    new Point(x, bar.bottom()),
                                    new Point(x, card.y() + place.box().y())),
                            Stroke.solid(new Ink.Segment(first.number()), 3)));
        }
        Box swatch = new Box(bar.x(), bar.y(), Metrics.GAP * 2, bar.height());
        marks.add(Marks.block(bar, 3, new Ink.Segment(first.number())));
        marks.add(Marks.swatch(swatch, 3, first.number()));
        if (condition != Condition.DRAWN && condition != Condition.UP) {
            marks.addAll(Marks.outline(bar, condition));
        }
        Ink ink = new Ink.OnSegment(first.number());
        double middle = bar.centre().y();
        double room = bar.width() - swatch.width() - Metrics.GAP * 2;
        boolean near = style.detail() == Detail.NEAR;
        String place = near ? address.map(Object::toString).orElse("") : "";
        double wide = TextWidth.of(place, type.text(), Face.MONO);
        marks.add(
                name(
                        name,
                        new Point(swatch.right() + Metrics.GAP, middle),
                        ink,
                        Math.max(room - wide - Metrics.GAP, room / 3)));
        if (near) {
            marks.add(
                    Marks.text(
                            place,
                            new Point(bar.right() - Metrics.GAP, middle),
                            Align.END,
                            type.text(),
                            Face.MONO,
                            ink,
                            room * 2 / 3));
        }
        glyphs.add(
                new Glyph(
                        new Id(
                                new Thing.Member(first.segment().shownName(), host),
                                Part.BRIDGE,
                                ""),
                        Layer.PARTS,
                        bar,
                        Optional.empty(),
                        condition,
                        marks,
                        Message.of("picture.bridge", name, host)));
    }

    private void workload(Plugged plugged, Box box, PlannedBlock block, Box card) {
        List<Mark> marks = new ArrayList<>();
        double middle = box.centre().x();
        marks.add(
                new Mark.Line(
                        Curve.line(
                                new Point(middle, box.bottom()),
                                new Point(middle, card.y() + block.bar().y())),
                        Stroke.solid(new Ink.Segment(plugged.number()), 2)));
        marks.add(
                Marks.box(
                        box,
                        box.height() / 2,
                        new Ink.SegmentGround(plugged.number()),
                        Stroke.solid(new Ink.Segment(plugged.number()), 1.5)));
        boolean near = style.detail() == Detail.NEAR;
        String last =
                plugged.workload()
                        .address()
                        .filter(_ -> near)
                        .map(address -> lastPart(address.ip().toString()))
                        .orElse("");
        double room = box.width() - Metrics.GAP * 2;
        double wide = TextWidth.of(last, type.small(), Face.MONO);
        marks.add(
                name(
                        plugged.workload().name(),
                        new Point(box.x() + Metrics.GAP, box.centre().y()),
                        Plain.TEXT,
                        room - wide - 2));
        if (near) {
            marks.add(
                    Marks.text(
                            last,
                            new Point(box.right() - Metrics.GAP, box.centre().y()),
                            Align.END,
                            type.small(),
                            Face.MONO,
                            Plain.TEXT,
                            room));
        }
        String segment = plugged.segment().shownName();
        glyphs.add(
                new Glyph(
                        Id.of(
                                new Thing.Workload(
                                        segment,
                                        plugged.workload().host(),
                                        plugged.workload().name()),
                                Part.BODY),
                        Layer.CHIPS,
                        box,
                        Optional.empty(),
                        watched.device(
                                plugged.workload().host(),
                                Optional.of(WorkloadNames.hostDevice(plugged.workload().name()))),
                        marks,
                        Message.of(
                                "picture.workload",
                                plugged.workload().name(),
                                plugged.workload().host(),
                                segment)));
    }

    /// A name at the left of its bar; larger where it stands alone and is read from further away.
    private Mark name(String name, Point at, Ink ink, double room) {
        return Marks.text(name, at, Align.START, style.seen(type.text()), Face.BOLD, ink, room);
    }

    /// What a device's name leaves room for: where there is no bridge, its address.
    private static String beside(Device device, PlannedBlock block) {
        String vni = "id " + device.segment().vni();
        return block.block().bridge().isPresent()
                ? vni
                : device.member().address().map(Object::toString).orElse(vni);
    }

    /// What tells an address from its neighbours: `.101`, `::101`.
    private static String lastPart(String address) {
        int dot = Math.max(address.lastIndexOf('.'), address.lastIndexOf(':'));
        return address.substring(dot);
    }

    private void device(Device device, DevicePlace place, PlannedBlock block, Box card) {
        String host = device.member().host();
        String segment = device.segment().shownName();
        Box box = place.box().within(card);
        Condition condition = watched.device(host, Optional.of(device.name()));
        List<Mark> marks = new ArrayList<>();
        marks.add(
                Marks.box(box, 3, Plain.CHIP, Stroke.solid(new Ink.Segment(device.number()), 1.5)));
        Box swatch = new Box(box.x(), box.y(), Metrics.GAP * 1.5, box.height());
        marks.add(Marks.swatch(swatch, 3, device.number()));
        double room = box.width() - swatch.width() - Metrics.GAP * 2;
        boolean near = style.detail() == Detail.NEAR;
        String right = near ? beside(device, block) : "";
        marks.add(
                name(
                        device.name(),
                        new Point(swatch.right() + Metrics.GAP * 0.75, box.centre().y()),
                        Plain.TEXT,
                        room - TextWidth.of(right, type.small(), Face.MONO)));
        if (near) {
            marks.add(
                    Marks.text(
                            right,
                            new Point(box.right() - Metrics.GAP * 0.75, box.centre().y()),
                            Align.END,
                            type.small(),
                            Face.MONO,
                            Plain.QUIET,
                            room * 0.7));
        }
        if (condition != Condition.DRAWN && condition != Condition.UP) {
            marks.addAll(Marks.outline(box, condition));
        }
        glyphs.add(
                new Glyph(
                        Id.of(new Thing.Member(segment, host), Part.DEVICE),
                        Layer.PARTS,
                        box,
                        Optional.empty(),
                        condition,
                        marks,
                        Message.of("picture.device", device.name(), host, device.segment().vni())));
        if (near) {
            entries.paint(
                    device, place.rows().stream().map(row -> row.within(card)).toList(), card);
        }
    }
}
