package org.vxlab.ui.inspector;

import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.NextFree;
import org.vxlab.topology.Thing;

import java.util.Optional;

/// The name of a thing as a property: everything that refers to the thing follows.
final class Names {
    private Names() {}

    static Property of(Lab lab, Thing thing, String path) {
        return Property.line(
                        "ui.inspector.name-of",
                        "name",
                        path + ".name",
                        thing.shown(),
                        (_, text) -> {
                            String name = Reading.needed(text);
                            return Change.of(new LabEdit.Rename(thing, name), renamed(thing, name));
                        })
                .strictly()
                .suggest(Optional.of(NextFree.nameLike(lab, thing.shown())));
    }

    private static Thing renamed(Thing thing, String name) {
        return switch (thing) {
            case Thing.Network _ -> new Thing.Network(name);
            case Thing.Router _ -> new Thing.Router(name);
            case Thing.Host _ -> new Thing.Host(name);
            case Thing.Segment _ -> new Thing.Segment(name);
            case Thing.Workload(String segment, String host, String _) ->
                    new Thing.Workload(segment, host, name);
            case Thing.Member _, Thing.Tunnel _, Thing.Fdb _, Thing.Neighbour _, Thing.Note _ ->
                    thing;
        };
    }
}
