package org.vxlab.picture;

import org.vxlab.picture.CardPlan.PlannedBlock;
import org.vxlab.picture.Glyph.Condition;
import org.vxlab.picture.Glyph.Id;
import org.vxlab.picture.Glyph.Layer;
import org.vxlab.picture.Glyph.Part;
import org.vxlab.picture.HostContents.Device;
import org.vxlab.picture.Ink.Plain;
import org.vxlab.picture.Mark.Align;
import org.vxlab.picture.Mark.Face;
import org.vxlab.topology.Host;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Message;
import org.vxlab.topology.Thing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Paints a host's card as the host is in Linux: workloads plug into the bridge, the bridge has the
/// vxlan device as a port, and the underlay port carries what that encapsulates.
final class CardGlyphs {
    private static final double CORNER = 6;

    private final PictureStyle style;
    private final TypeSize type;
    private final Watched watched;
    private final BlockGlyphs blocks;
    private final List<Glyph> glyphs;

    CardGlyphs(PictureStyle style, Watched watched, EntryGlyphs entries, List<Glyph> glyphs) {
        this.style = style;
        type = style.type();
        this.watched = watched;
        blocks = new BlockGlyphs(style, watched, entries, glyphs);
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
            blocks.paint(host.name(), block, card);
        }
        port(host, plan.port().within(card));
    }

    private void body(Host host, Box card, List<Mark> inside) {
        Condition condition = watched.host(host.name());
        Stroke edge =
                switch (condition) {
                    case LOST -> Stroke.dashed(Plain.BAD, 2, 6, 4);
                    case STALE -> Stroke.dashed(Plain.DOUBTFUL, 2, 2, 3);
                    case DRAWN, UP, DOWN, MISSING, UNKNOWN -> Stroke.solid(Plain.CARD_EDGE, 1);
                };
        List<Mark> marks = new ArrayList<>();
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
        double size = style.detail() == Detail.MIDDLE ? type.title() * 1.5 : type.title();
        double middle = card.y() + type.header() / 2 + 1;
        double left = card.x() + Metrics.GAP * 1.25;
        List<Mark> marks = new ArrayList<>();
        double sign = watched.isLive() ? type.title() * 0.8 : 0;
        if (watched.isLive()) {
            marks.addAll(Marks.sign(condition, new Point(left + sign / 2, middle), sign));
            left += sign + Metrics.GAP * 0.75;
        }
        Ink ink = condition == Condition.LOST ? Plain.QUIET : Plain.TEXT;
        String right =
                watched.age(host.name())
                        .map(CardGlyphs::age)
                        .orElse(host.ssh().isPresent() && !watched.isLive() ? "ssh" : "");
        double room =
                right.isEmpty() ? card.right() - Metrics.GAP * 1.25 - left : card.width() * 0.62;
        marks.add(
                Marks.text(
                        host.name(),
                        new Point(left, middle),
                        Align.START,
                        size,
                        Face.BOLD,
                        ink,
                        room));
        marks.add(
                Marks.text(
                        right,
                        new Point(card.right() - Metrics.GAP * 1.25, middle),
                        Align.END,
                        style.seen(type.small()),
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
        double band = Math.min(card.height() / 4, Metrics.FAR_TITLE * 0.7);
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
        double size = Math.min(Metrics.FAR_TITLE, (card.height() - band) * 0.8);
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

    private static String vtep(Host host, boolean named, double size, double room) {
        String address = host.underlay().address().ip().toString();
        String whole = "VTEP " + address;
        return named && TextWidth.of(whole, size, Face.MONO) <= room
                ? whole
                : TextWidth.end(address, size, Face.MONO, room);
    }

    private void port(Host host, Box box) {
        Optional<String> name = Watched.portOf(host);
        Condition condition = watched.device(host.name(), name);
        List<Mark> marks = new ArrayList<>();
        Box inner = new Box(box.x() + 1, box.y(), box.width() - 2, box.height() - 1);
        marks.add(Marks.block(inner, CORNER - 1, Plain.UNDERLAY));
        double middle = box.centre().y();
        double pad = Metrics.GAP * 1.25;
        boolean near = style.detail() == Detail.NEAR;
        double wide = 0;
        if (near) {
            String device = name.orElse("?");
            wide =
                    Math.min(
                            TextWidth.of(device, type.text(), Face.BOLD) + Metrics.GAP,
                            box.width() * 0.3);
            marks.add(
                    Marks.text(
                            device,
                            new Point(box.x() + pad, middle),
                            Align.START,
                            type.text(),
                            Face.BOLD,
                            Plain.TEXT,
                            wide));
        }
        double size = style.seen(type.text());
        double room = box.width() - 2 * pad - wide;
        marks.add(
                Marks.text(
                        vtep(host, near, size, room),
                        new Point(box.right() - pad, middle),
                        Align.END,
                        size,
                        Face.MONO,
                        Plain.TEXT,
                        room));
        if (condition == Condition.DOWN || condition == Condition.MISSING) {
            marks.addAll(Marks.outline(inner, condition));
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
