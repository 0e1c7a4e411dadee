package org.vxlab.picture;

import org.vxlab.topology.Host;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Network;
import org.vxlab.topology.Router;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds places for things that have none: segments above, hosts in the middle, the underlay below.
final class Placement {
    /// Between things side by side; a tunnel's curve is seen in it.
    private static final double SPACE = 110;

    private static final double ROW_SPACE = 70;

    /// How much wider than high a drawing of many hosts becomes.
    private static final double ASPECT = 1.6;

    private final Lab lab;
    private final Map<Thing, Size> sizes;
    private final Map<Thing, Point> places = new LinkedHashMap<>();
    private final Map<Thing, Box> taken = new LinkedHashMap<>();

    /// How much room a thing takes.
    record Size(double width, double height) {}

    /// @param sizes of everything that has a place
    Placement(Lab lab, Map<Thing, Size> sizes) {
        this.lab = lab;
        this.sizes = sizes;
    }

    /// The centres of all things: those of the layout, and found ones for the rest, which stand
    /// clear of each other and of those given.
    Map<Thing, Point> complete() {
        sizes.keySet()
                .forEach(
                        thing -> {
                            Point given = lab.layout().positions().get(thing.shown());
                            if (given != null) {
                                fix(thing, given);
                            }
                        });
        Map<Thing, Point> wished = layered();
        Separation separation = new Separation(taken.values());
        wished.forEach(
                (thing, point) -> {
                    if (!places.containsKey(thing)) {
                        Size size = sizes.get(thing);
                        Box box = separation.place(Box.around(point, size.width(), size.height()));
                        places.put(thing, box.centre());
                    }
                });
        return Collections.unmodifiableMap(places);
    }

    private void fix(Thing thing, Point point) {
        places.put(thing, point);
        taken.put(thing, Box.around(point, sizes.get(thing).width(), sizes.get(thing).height()));
    }

    /// Where everything would stand if nothing had a place yet.
    Map<Thing, Point> layered() {
        Map<Thing, Point> found = new LinkedHashMap<>();
        List<List<Thing>> rows = hostRows();
        double width = rows.stream().mapToDouble(this::width).max().orElse(0);
        List<Thing> segments = new ArrayList<>();
        for (Segment segment : lab.segments()) {
            segments.add(new Thing.Segment(segment.shownName()));
        }
        double y = 0;
        for (List<Thing> row : wrapped(segments, Math.max(width, 1))) {
            y = place(row, y, width, found) + ROW_SPACE / 2;
        }
        y += ROW_SPACE / 2;
        for (List<Thing> row : rows) {
            y = place(row, y, width, found) + ROW_SPACE;
        }
        y += ROW_SPACE / 2;
        List<Thing> underlay = new ArrayList<>();
        List<Router> routers = new ArrayList<>(lab.routers());
        for (Network network : lab.networks()) {
            underlay.add(new Thing.Network(network.name()));
            // A router stands after the first of its networks, between that and the next.
            routers.removeIf(
                    router -> {
                        boolean here = router.addresses().containsKey(network.name());
                        if (here) {
                            underlay.add(new Thing.Router(router.name()));
                        }
                        return here;
                    });
        }
        routers.forEach(router -> underlay.add(new Thing.Router(router.name())));
        for (List<Thing> row : wrapped(underlay, Math.max(width, 1))) {
            y = place(row, y, width, found) + ROW_SPACE;
        }
        return found;
    }

    /// Hosts in rows, those of one network together.
    private List<List<Thing>> hostRows() {
        Map<String, List<Thing>> byNetwork = new LinkedHashMap<>();
        lab.networks().forEach(network -> byNetwork.put(network.name(), new ArrayList<>()));
        double area = 0;
        for (Host host : lab.hosts()) {
            Thing thing = new Thing.Host(host.name());
            byNetwork
                    .computeIfAbsent(host.underlay().network(), name -> new ArrayList<>())
                    .add(thing);
            Size size = sizes.get(thing);
            area += (size.width() + SPACE) * (size.height() + ROW_SPACE);
        }
        List<Thing> all = byNetwork.values().stream().flatMap(List::stream).toList();
        double widest = all.stream().mapToDouble(thing -> sizes.get(thing).width()).max().orElse(0);
        // A handful of hosts stays in one row, as people draw it.
        double few = 6 * (widest + SPACE);
        return wrapped(all, Math.max(few, Math.sqrt(area * ASPECT)));
    }

    private List<List<Thing>> wrapped(List<Thing> things, double width) {
        List<List<Thing>> rows = new ArrayList<>();
        double used = Double.MAX_VALUE;
        for (Thing thing : things) {
            double wide = sizes.get(thing).width();
            if (used + wide > width) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.getLast().add(thing);
            used += wide + SPACE;
        }
        return rows;
    }

    private double width(List<Thing> row) {
        return row.stream().mapToDouble(thing -> sizes.get(thing).width() + SPACE).sum() - SPACE;
    }

    /// Places a row in the middle of the width; returns where it ends below.
    private double place(List<Thing> row, double top, double width, Map<Thing, Point> found) {
        double high = row.stream().mapToDouble(thing -> sizes.get(thing).height()).max().orElse(0);
        double x = (width - width(row)) / 2;
        for (Thing thing : row) {
            Size size = sizes.get(thing);
            found.put(thing, new Point(x + size.width() / 2, top + high / 2));
            x += size.width() + SPACE;
        }
        return top + high;
    }
}
