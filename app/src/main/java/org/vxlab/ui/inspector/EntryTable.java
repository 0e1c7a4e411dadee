package org.vxlab.ui.inspector;

import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Message;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/// One kind of static entries of a segment, and how one of them is changed.
///
/// There is no edit that changes an entry; the whole table is written anew, so that the rows keep
/// their order.
///
/// @param segment its name
/// @param thing what an entry is on the drawing
/// @param label what the change is called, from the entry as it will be
record EntryTable<E>(
        String segment,
        Function<Segment, List<E>> entries,
        Function<E, Thing> thing,
        Function<E, LabEdit> adding,
        Function<E, Message> label) {

    /// @param now the lab of the moment, in which the other entries may have changed
    Change set(Lab now, E old, E changed) {
        List<E> before = now.segment(segment).map(entries).orElse(List.of());
        List<LabEdit> edits = new ArrayList<>();
        edits.add(new LabEdit.Remove(new LinkedHashSet<>(before.stream().map(thing).toList())));
        for (E entry : before) {
            edits.add(adding.apply(entry.equals(old) ? changed : entry));
        }
        return Change.of(new LabEdit.Together(label.apply(changed), edits), thing.apply(changed));
    }
}
