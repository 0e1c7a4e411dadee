package org.vxlab.picture;

import org.vxlab.picture.Glyph.Part;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows the way of a frame over a picture: out of a workload into the bridge, to the vxlan
/// device, along the tunnel, and in again at the other end.
final class FrameRoute {
    private final Picture picture;
    private final String segment;

    FrameRoute(Picture picture, String segment) {
        this.picture = picture;
        this.segment = segment;
    }

    List<Curve> between(Thing from, Thing to) {
        Optional<String> source = host(from);
        Optional<String> target = host(to);
        if (source.isEmpty() || target.isEmpty() || source.equals(target)) {
            return List.of();
        }
        Optional<Curve> tunnel = tunnel(source.get(), target.get());
        if (tunnel.isEmpty()) {
            return List.of();
        }
        List<Point> out = stops(from, source.get());
        List<Point> in = stops(to, target.get()).reversed();
        List<Curve> route = new ArrayList<>();
        for (int i = 1; i < out.size(); i++) {
            route.add(Curve.line(out.get(i - 1), out.get(i)));
        }
        if (!out.isEmpty()) {
            route.add(Curve.line(out.getLast(), tunnel.get().start()));
        }
        route.add(tunnel.get());
        if (!in.isEmpty()) {
            route.add(Curve.line(tunnel.get().end(), in.getFirst()));
        }
        for (int i = 1; i < in.size(); i++) {
            route.add(Curve.line(in.get(i - 1), in.get(i)));
        }
        return List.copyOf(route);
    }

    private static Optional<String> host(Thing end) {
        return switch (end) {
            case Thing.Host(String name) -> Optional.of(name);
            case Thing.Workload(String segment, String host, String name) -> Optional.of(host);
            case Thing.Member(String segment, String host) -> Optional.of(host);
            case Thing.Network _,
                    Thing.Router _,
                    Thing.Segment _,
                    Thing.Tunnel _,
                    Thing.Fdb _,
                    Thing.Neighbour _,
                    Thing.Note _ ->
                    Optional.empty();
        };
    }

    private Optional<Curve> tunnel(String from, String to) {
        Optional<Curve> drawn =
                picture.glyph(new Thing.Tunnel(segment, from, to), Part.TUNNEL)
                        .flatMap(Glyph::path);
        Optional<Point> start = middle(new Thing.Member(segment, from), Part.DEVICE);
        return drawn.flatMap(
                curve ->
                        start.map(
                                point ->
                                        near(point, curve.start(), curve.end())
                                                ? curve
                                                : curve.reversed()));
    }

    private static boolean near(Point point, Point one, Point other) {
        return Math.hypot(point.x() - one.x(), point.y() - one.y())
                <= Math.hypot(point.x() - other.x(), point.y() - other.y());
    }

    /// Workload, bridge and vxlan device, as far as they are painted.
    private List<Point> stops(Thing end, String host) {
        List<Point> stops = new ArrayList<>();
        middle(end, Part.BODY).filter(point -> end instanceof Thing.Workload).ifPresent(stops::add);
        Thing member = new Thing.Member(segment, host);
        middle(member, Part.BRIDGE).ifPresent(stops::add);
        middle(member, Part.DEVICE).ifPresent(stops::add);
        return stops;
    }

    private Optional<Point> middle(Thing thing, Part part) {
        return picture.glyph(thing, part).map(glyph -> glyph.box().centre());
    }
}
