package org.vxlab.ui.inspector;

import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Thing;

import java.util.Optional;

/// What a field does to the lab when its text is taken.
///
/// @param renamed what the chosen thing is called afterwards, where that changes
record Change(LabEdit edit, Optional<Thing> renamed) {
    static Change of(LabEdit edit) {
        return new Change(edit, Optional.empty());
    }

    static Change of(LabEdit edit, Thing renamed) {
        return new Change(edit, Optional.of(renamed));
    }
}
