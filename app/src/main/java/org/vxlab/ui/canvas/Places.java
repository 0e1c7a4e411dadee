package org.vxlab.ui.canvas;

import org.vxlab.picture.Box;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Thing;

import java.util.Optional;

/// Which things have places of their own, and where on their boxes these are.
final class Places {
    private Places() {}

    static boolean isMovable(Thing thing) {
        return mover(thing).filter(thing::equals).isPresent();
    }

    /// What moves when a thing is dragged: it, or the host it is part of.
    static Optional<Thing> mover(Thing thing) {
        return switch (thing) {
            case Thing.Network _, Thing.Router _, Thing.Host _, Thing.Segment _, Thing.Note _ ->
                    Optional.of(thing);
            case Thing.Member(String segment, String host) -> Optional.of(new Thing.Host(host));
            case Thing.Workload(String segment, String host, String name) ->
                    Optional.of(new Thing.Host(host));
            case Thing.Fdb(String segment, String on, var mac) -> Optional.of(new Thing.Host(on));
            case Thing.Neighbour(String segment, String on, var address) ->
                    Optional.of(new Thing.Host(on));
            case Thing.Tunnel _ -> Optional.empty();
        };
    }

    /// The centre; of a note the upper left corner.
    static Point of(Thing thing, Box box) {
        return thing instanceof Thing.Note ? new Point(box.x(), box.y()) : box.centre();
    }

    /// The place a layout gives a thing, where it gives one.
    static Optional<Point> written(Layout layout, Thing thing) {
        return switch (thing) {
            case Thing.Note(int index) -> Optional.of(layout.notes().get(index).at());
            case Thing.Network _, Thing.Router _, Thing.Host _, Thing.Segment _ ->
                    Optional.ofNullable(layout.positions().get(thing.shown()));
            case Thing.Member _, Thing.Tunnel _, Thing.Fdb _, Thing.Neighbour _, Thing.Workload _ ->
                    Optional.empty();
        };
    }

    /// The segment a thing is, or is part of.
    static Optional<String> segment(Thing thing) {
        return switch (thing) {
            case Thing.Segment(String name) -> Optional.of(name);
            case Thing.Member(String segment, String host) -> Optional.of(segment);
            case Thing.Tunnel(String segment, String one, String other) -> Optional.of(segment);
            case Thing.Workload(String segment, String host, String name) -> Optional.of(segment);
            case Thing.Fdb(String segment, String on, var mac) -> Optional.of(segment);
            case Thing.Neighbour(String segment, String on, var address) -> Optional.of(segment);
            case Thing.Network _, Thing.Router _, Thing.Host _, Thing.Note _ -> Optional.empty();
        };
    }
}
