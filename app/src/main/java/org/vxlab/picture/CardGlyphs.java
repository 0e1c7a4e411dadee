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
import org.vxlab.topology.Host;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Message;
import org.vxlab.topology.Thing;
import org.vxlab.topology.WorkloadNames;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Paints a host's card as the host is in Linux: workloads plug into the bridge, the bridge has the
/// vxlan device as a port, and the underlay port carries what that encapsulates.
final class CardGlyphs {
    private static final double CORNER = 6;

    /// What a host of the built-in lab has where nothing is written.
    private static final String BUILT_IN_DEVICE = "eth0";

    private final Metrics metrics;
    private final PictureStyle style;
    private final Watched watched;
    private final EntryGlyphs entries;
    private final List<Glyph> glyphs;

    CardGlyphs(
            Metrics metrics,
            PictureStyle style,
            Watched watched,
            EntryGlyphs entries,
            List<Glyph> glyphs) {
        this.metrics = metrics;
        this.style = style;
        this.watched = watched;
        this.entries = entries;
        this.glyphs = glyphs;
    }

    void paint(HostContents contents, CardPlan plan, Box card) {
        Host host = contents.host();
        boolean far = style.detail() == Detail.FAR;
        body(host, card, far ? farBody(contents, card) : header(host, card));
        if (far) {
            return;
        }
        for (PlannedBlock block : plan.blocks()) {
            bridge(host.name(), block, card);
            block.chips()
                    .forEach((plugged, box) -> workload(plugged, moved(box, card), block, card));
            block.devices().forEach((device, place) -> device(device, place, block, card));
        }
        port(host, moved(plan.port(), card));
    }

    private static Box moved(Box box, Box card) {
        return new Box(card.x() + box.x(), card.y() + box.y(), box.width(), box.height());
    }

    private void body(Host host, Box card, List<Mark> inside) {
        Condition condition = watched.host(host.name());
        boolean marked = style.marked().contains(new Thing.Host(host.name()));
        Stroke edge =
                switch (condition) {
                    case LOST -> Stroke.dashed(Plain.BAD, 2, 6, 4);
                    case STALE -> Stroke.dashed(Plain.DOUBTFUL, 2, 2, 3);
                    case DRAWN, UP, DOWN, MISSING, UNKNOWN -> Stroke.solid(Plain.CARD_EDGE, 1);
                };
        List<Mark> marks = new ArrayList<>();
        if (marked) {
            marks.add(
                    new Mark.Rectangle(
                            card.grown(3),
                            CORNER + 3,
                            Optional.empty(),
                            Optional.of(Stroke.solid(Plain.SELECTION, 3)),
                            Pattern.PLAIN,
                            Optional.empty()));
        }
        marks.add(
                style.detail() == Detail.FAR
                        ? Marks.block(card, 0, Plain.CARD)
                        : Marks.box(card, CORNER, Plain.CARD, edge));
        marks.addAll(inside);
        glyphs.add(
                new Glyph(
                        Id.of(new Thing.Host(host.name()), Part.BODY),
                        Layer.CARDS,
                        card,
                        Optional.empty(),
                        condition,
                        marks,
                        Message.of(
                                "picture.host",
                                host.name(),
                                host.underlay().address().ip(),
                                host.underlay().network())));
    }

    private List<Mark> header(Host host, Box card) {
        Condition condition = watched.host(host.name());
        double size = style.detail() == Detail.MIDDLE ? metrics.title() * 1.5 : metrics.title();
        double middle = card.y() + metrics.header() / 2 + 1;
        double left = card.x() + metrics.gap() * 1.25;
        List<Mark> marks = new ArrayList<>();
        double sign = watched.isLive() ? metrics.title() * 0.8 : 0;
        if (watched.isLive()) {
            marks.addAll(Marks.sign(condition, new Point(left + sign / 2, middle), sign));
            left += sign + metrics.gap() * 0.75;
        }
        Ink ink = condition == Condition.LOST ? Plain.QUIET : Plain.TEXT;
        double room = card.width() * 0.62;
        marks.add(
                Marks.text(
                        host.name(),
                        new Point(left, middle),
                        Align.START,
                        size,
                        Face.BOLD,
                        ink,
                        room));
        String right =
                watched.age(host.name())
                        .map(CardGlyphs::age)
                        .orElse(host.ssh().isPresent() && !watched.isLive() ? "ssh" : "");
        marks.add(
                Marks.text(
                        right,
                        new Point(card.right() - metrics.gap() * 1.25, middle),
                        Align.END,
                        metrics.small(),
                        Face.PLAIN,
                        condition == Condition.UP || condition == Condition.DRAWN
                                ? Plain.QUIET
                                : Marks.ink(condition),
                        card.width() * 0.25));
        return marks;
    }

    static String age(Duration age) {
        double seconds = age.toMillis() / 1000.0;
        return seconds < 10
                ? "%.1f s".formatted(seconds)
                : seconds < 120 ? Math.round(seconds) + " s" : Math.round(seconds / 60) + " min";
    }

    /// The name in large letters over a band in the colours of the host's segments.
    private List<Mark> farBody(HostContents contents, Box card) {
        List<Mark> marks = new ArrayList<>();
        Condition condition = watched.host(contents.host().name());
        double band = Math.min(card.height() / 4, metrics.farTitle() * 0.7);
        List<Device> devices =
                contents.blocks().stream().flatMap(block -> block.devices().stream()).toList();
        double width = card.width() / Math.max(1, devices.size());
        for (int i = 0; i < devices.size(); i++) {
            marks.add(
                    Marks.block(
                            new Box(card.x() + i * width, card.bottom() - band, width, band),
                            0,
                            new Ink.Segment(devices.get(i).number())));
        }
        double size = Math.min(metrics.farTitle(), (card.height() - band) * 0.8);
        Point middle = new Point(card.centre().x(), card.y() + (card.height() - band) / 2);
        if (watched.isLive()) {
            marks.addAll(
                    Marks.sign(
                            condition, new Point(card.x() + size * 0.55, middle.y()), size * 0.6));
        }
        marks.add(
                Marks.text(
                        contents.host().name(),
                        middle,
                        Align.MIDDLE,
                        size,
                        Face.BOLD,
                        Plain.TEXT,
                        card.width() - size * 2));
        return marks;
    }

    private void bridge(String host, PlannedBlock block, Box card) {
        if (block.block().bridge().isEmpty()) {
            return;
        }
        String name = block.block().bridge().get();
        Device first = block.block().devices().getFirst();
        Box bar = moved(block.bar(), card);
        Condition condition = watched.device(host, Optional.of(name));
        Optional<InterfaceAddress> address =
                block.block().devices().stream()
                        .flatMap(device -> device.member().address().stream())
                        .findFirst();
        List<Mark> marks = new ArrayList<>();
        // The patch cables of what is plugged in from below.
        for (DevicePlace place : block.devices().values()) {
            double x = bar.x() + metrics.gap() * 2.5;
            marks.add(
                    new Mark.Line(
                            Curve.line(
                                    new Point(x, bar.bottom()),
                                    new Point(x, card.y() + place.box().y())),
                            Stroke.solid(new Ink.Segment(first.number()), 3)));
        }
        Box swatch = new Box(bar.x(), bar.y(), metrics.gap() * 2, bar.height());
        marks.add(Marks.block(bar, 3, new Ink.Segment(first.number())));
        marks.add(Marks.swatch(swatch, 3, first.number()));
        if (condition != Condition.DRAWN && condition != Condition.UP) {
            marks.addAll(outline(bar, condition));
        }
        if (style.detail() == Detail.NEAR) {
            Ink ink = new Ink.OnSegment(first.number());
            double middle = bar.centre().y();
            double room = bar.width() - swatch.width() - metrics.gap() * 2;
            double start = swatch.right() + metrics.gap();
            String place = address.map(Object::toString).orElse("");
            double wide = TextWidth.of(place, metrics.text(), Face.MONO);
            marks.add(
                    Marks.text(
                            name,
                            new Point(start, middle),
                            Align.START,
                            metrics.text(),
                            Face.BOLD,
                            ink,
                            Math.max(room - wide - metrics.gap(), room / 3)));
            marks.add(
                    Marks.text(
                            place,
                            new Point(bar.right() - metrics.gap(), middle),
                            Align.END,
                            metrics.text(),
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

    private List<Mark> outline(Box box, Condition condition) {
        List<Mark> marks = new ArrayList<>();
        marks.add(
                new Mark.Rectangle(
                        box,
                        3,
                        Optional.empty(),
                        Optional.of(Stroke.dashed(Marks.ink(condition), 2, 4, 3)),
                        Pattern.PLAIN,
                        Optional.empty()));
        double size = metrics.text();
        Point at = new Point(box.right() + metrics.gap() / 4, box.y());
        marks.add(Marks.block(Box.around(at, size * 1.3, size * 1.3), size * 0.65, Plain.CARD));
        marks.addAll(Marks.sign(condition, at, size));
        return marks;
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
        if (style.detail() == Detail.NEAR) {
            String name = plugged.workload().name();
            String last =
                    plugged.workload()
                            .address()
                            .map(address -> lastPart(address.ip().toString()))
                            .orElse("");
            double room = box.width() - metrics.gap() * 2;
            double wide = TextWidth.of(last, metrics.small(), Face.MONO);
            marks.add(
                    Marks.text(
                            name,
                            new Point(box.x() + metrics.gap(), box.centre().y()),
                            Align.START,
                            metrics.text(),
                            Face.BOLD,
                            Plain.TEXT,
                            room - wide - 2));
            marks.add(
                    Marks.text(
                            last,
                            new Point(box.right() - metrics.gap(), box.centre().y()),
                            Align.END,
                            metrics.small(),
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

    /// What tells an address from its neighbours: `.101`, `::101`.
    private static String lastPart(String address) {
        int dot = Math.max(address.lastIndexOf('.'), address.lastIndexOf(':'));
        return address.substring(dot);
    }

    private void device(Device device, DevicePlace place, PlannedBlock block, Box card) {
        String host = device.member().host();
        String segment = device.segment().shownName();
        Box box = moved(place.box(), card);
        Condition condition = watched.device(host, Optional.of(device.name()));
        List<Mark> marks = new ArrayList<>();
        marks.add(
                Marks.box(box, 3, Plain.CHIP, Stroke.solid(new Ink.Segment(device.number()), 1.5)));
        Box swatch = new Box(box.x(), box.y(), metrics.gap() * 1.5, box.height());
        marks.add(Marks.swatch(swatch, 3, device.number()));
        if (style.detail() == Detail.NEAR) {
            String right =
                    block.block().bridge().isPresent()
                            ? "id " + device.segment().vni()
                            : device.member()
                                    .address()
                                    .map(Object::toString)
                                    .orElse("id " + device.segment().vni());
            double room = box.width() - swatch.width() - metrics.gap() * 2;
            double wide = TextWidth.of(right, metrics.small(), Face.MONO);
            marks.add(
                    Marks.text(
                            device.name(),
                            new Point(swatch.right() + metrics.gap() * 0.75, box.centre().y()),
                            Align.START,
                            metrics.text(),
                            Face.BOLD,
                            Plain.TEXT,
                            room - wide));
            marks.add(
                    Marks.text(
                            right,
                            new Point(box.right() - metrics.gap() * 0.75, box.centre().y()),
                            Align.END,
                            metrics.small(),
                            Face.MONO,
                            Plain.QUIET,
                            room * 0.7));
        }
        if (condition != Condition.DRAWN && condition != Condition.UP) {
            marks.addAll(outline(box, condition));
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
        if (style.detail() == Detail.NEAR) {
            entries.paint(
                    device, place.rows().stream().map(row -> moved(row, card)).toList(), card);
        }
    }

    private void port(Host host, Box box) {
        Optional<String> name =
                host.underlay()
                        .device()
                        .or(
                                () ->
                                        host.ssh().isEmpty()
                                                ? Optional.of(BUILT_IN_DEVICE)
                                                : Optional.empty());
        Condition condition = watched.device(host.name(), name);
        List<Mark> marks = new ArrayList<>();
        Box inner = new Box(box.x() + 1, box.y(), box.width() - 2, box.height() - 1);
        marks.add(Marks.block(inner, CORNER - 1, Plain.UNDERLAY));
        if (style.detail() == Detail.NEAR) {
            double middle = box.centre().y();
            double left = box.x() + metrics.gap() * 1.25;
            marks.add(
                    Marks.text(
                            name.orElse("?"),
                            new Point(left, middle),
                            Align.START,
                            metrics.text(),
                            Face.BOLD,
                            Plain.TEXT,
                            box.width() * 0.3));
            marks.add(
                    Marks.text(
                            "VTEP " + host.underlay().address().ip(),
                            new Point(box.right() - metrics.gap() * 1.25, middle),
                            Align.END,
                            metrics.text(),
                            Face.MONO,
                            Plain.TEXT,
                            box.width() * 0.68));
        }
        if (condition == Condition.DOWN || condition == Condition.MISSING) {
            marks.addAll(outline(inner, condition));
        }
        glyphs.add(
                new Glyph(
                        Id.of(new Thing.Host(host.name()), Part.PORT),
                        Layer.PARTS,
                        box,
                        Optional.empty(),
                        condition,
                        marks,
                        Message.of(
                                "picture.port",
                                name.orElse("?"),
                                host.name(),
                                host.underlay().address())));
    }
}
