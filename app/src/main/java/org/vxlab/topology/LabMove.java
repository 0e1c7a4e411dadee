package org.vxlab.topology;

import org.vxlab.topology.Layout.Note;
import org.vxlab.topology.Layout.Point;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts things elsewhere on the drawing.
final class LabMove {
    private LabMove() {}

    static Lab move(Lab lab, Map<Thing, Point> places) {
        Map<String, Point> positions = new LinkedHashMap<>(lab.layout().positions());
        List<Note> notes = new ArrayList<>(lab.layout().notes());
        places.forEach(
                (thing, point) -> {
                    if (thing instanceof Thing.Note(int index) && index < notes.size()) {
                        notes.set(index, new Note(point, notes.get(index).text()));
                    }
                    key(thing).ifPresent(name -> positions.put(name, point));
                });
        return lab.withLayout(new Layout(positions, notes));
    }

    /// Under which name a thing's place stands in the layout; empty for what has no place of its
    /// own.
    static Optional<String> key(Thing thing) {
        return switch (thing) {
            case Thing.Network(String name) -> Optional.of(name);
            case Thing.Router(String name) -> Optional.of(name);
            case Thing.Host(String name) -> Optional.of(name);
            case Thing.Segment(String name) -> Optional.of(name);
            case Thing.Member _,
                    Thing.Tunnel _,
                    Thing.Fdb _,
                    Thing.Neighbour _,
                    Thing.Workload _,
                    Thing.Note _ ->
                    Optional.empty();
        };
    }

    /// The layout with the place of a renamed thing under its new name.
    static Layout renamed(Lab lab, Thing thing, String name) {
        Map<String, Point> positions = new LinkedHashMap<>();
        String old = key(thing).orElse("");
        long sharers =
                Thing.all(lab).stream()
                        .filter(one -> key(one).filter(old::equals).isPresent())
                        .count();
        lab.layout()
                .positions()
                .forEach(
                        (key, point) -> {
                            if (!key.equals(old) || sharers > 1) {
                                positions.putIfAbsent(key, point);
                            }
                            if (key.equals(old)) {
                                positions.put(name, point);
                            }
                        });
        return new Layout(positions, lab.layout().notes());
    }

    /// The layout without the places of things that are no longer there.
    static Layout pruned(Lab lab) {
        Map<String, Point> positions = new LinkedHashMap<>(lab.layout().positions());
        List<String> known = Thing.all(lab).stream().flatMap(thing -> key(thing).stream()).toList();
        positions.keySet().retainAll(new HashSet<>(known));
        return new Layout(positions, lab.layout().notes());
    }
}
