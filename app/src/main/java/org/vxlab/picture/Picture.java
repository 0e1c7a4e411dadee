package org.vxlab.picture;

import org.vxlab.picture.Placement.Size;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What to paint for a lab at one moment, in the order of painting.
///
/// Places in a layout are the centres of things, of notes the upper left corner. A lab with errors
/// is painted as far as it goes.
///
/// @param bounds around everything
public record Picture(List<Glyph> glyphs, Box bounds) {
    public Picture {
        glyphs = List.copyOf(glyphs);
    }

    /// The picture of a lab, and of what is known of its running hosts.
    public static Picture of(Lab lab, Optional<LiveState> live, PictureStyle style) {
        SegmentNumbers numbers = new SegmentNumbers(lab);
        Map<String, HostContents> contents = HostContents.of(lab, numbers);
        Map<String, CardPlan> plans = new LinkedHashMap<>();
        Map<Thing, Size> sizes = new LinkedHashMap<>();
        contents.forEach(
                (name, content) -> {
                    CardPlan plan = new CardPlan(content, style);
                    plans.put(name, plan);
                    sizes.put(new Thing.Host(name), new Size(plan.width(), plan.height()));
                });
        Footprint.addOthers(lab, style.type(), sizes);
        Map<Thing, Box> boxes = new HashMap<>();
        new Placement(lab, sizes)
                .complete()
                .forEach(
                        (thing, centre) -> {
                            Size size = sizes.get(thing);
                            boxes.put(thing, Box.around(centre, size.width(), size.height()));
                        });
        Map<String, Box> cards = new HashMap<>();
        plans.keySet().forEach(name -> cards.put(name, boxes.get(new Thing.Host(name))));
        Map<Thing, Box> devices = devices(plans, cards);

        Watched watched = new Watched(live);
        List<Glyph> glyphs = new ArrayList<>();
        new UnderlayGlyphs(style, watched, boxes, glyphs).paint(lab);
        SegmentGlyphs segments = new SegmentGlyphs(style, boxes, devices, glyphs);
        TunnelGlyphs tunnels = new TunnelGlyphs(lab, live, style, cards, boxes, devices, glyphs);
        for (int i = 0; i < lab.segments().size(); i++) {
            Segment segment = lab.segments().get(i);
            segments.paint(segment, numbers.of(i));
            if (style.detail() != Detail.FAR) {
                tunnels.paint(segment, numbers.of(i));
            }
        }
        EntryGlyphs entries = new EntryGlyphs(lab, live, style, cards, glyphs);
        CardGlyphs painter = new CardGlyphs(style, watched, entries, glyphs);
        contents.forEach((name, one) -> painter.paint(one, plans.get(name), cards.get(name)));
        // A stable sort: within a layer the later one covers the earlier.
        glyphs.sort(Comparator.comparing(Glyph::layer));
        Box bounds = glyphs.stream().map(Glyph::box).reduce(Box::with).orElse(new Box(0, 0, 0, 0));
        return new Picture(glyphs, bounds);
    }

    private static Map<Thing, Box> devices(Map<String, CardPlan> plans, Map<String, Box> cards) {
        Map<Thing, Box> devices = new HashMap<>();
        plans.forEach(
                (host, plan) -> {
                    Box card = cards.get(host);
                    plan.devices()
                            .forEach(
                                    (segment, box) ->
                                            devices.put(
                                                    new Thing.Member(segment, host),
                                                    new Box(
                                                            card.x() + box.x(),
                                                            card.y() + box.y(),
                                                            box.width(),
                                                            box.height())));
                });
        return devices;
    }

    /// The topmost glyph at a point.
    ///
    /// @param tolerance how near a line must be, in canvas units
    public Optional<Glyph> at(Point point, double tolerance) {
        for (int i = glyphs.size() - 1; i >= 0; i--) {
            Glyph glyph = glyphs.get(i);
            double reach = glyph.path().isPresent() ? tolerance : 0;
            if (glyph.isAt(point, reach)) {
                return Optional.of(glyph);
            }
        }
        return Optional.empty();
    }

    /// Everything that stands wholly inside a box, for a rubber band.
    public List<Thing> inside(Box box) {
        return glyphs.stream()
                .filter(glyph -> glyph.id().part() == Glyph.Part.BODY)
                .filter(glyph -> box.contains(glyph.box()))
                .map(glyph -> glyph.id().thing())
                .distinct()
                .toList();
    }

    public Optional<Glyph> glyph(Thing thing, Glyph.Part part) {
        return glyphs.stream()
                .filter(glyph -> glyph.id().thing().equals(thing) && glyph.id().part() == part)
                .findFirst();
    }

    /// The way frames take over the picture from one workload or host to another of a segment, for
    /// a pulse to run along; empty where there is no such way or it is not painted.
    public List<Curve> route(String segment, Thing from, Thing to) {
        return new FrameRoute(this, segment).between(from, to);
    }
}
