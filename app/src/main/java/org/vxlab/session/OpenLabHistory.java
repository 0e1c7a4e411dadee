package org.vxlab.session;

import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All states a lab went through since it was opened, and which of them holds now. There is no
/// limit: the labs share what did not change.
///
/// @param entries at least one; the first is the lab as opened
/// @param position of the entry that holds
public record OpenLabHistory(List<Entry> entries, int position) {
    public OpenLabHistory {
        entries = List.copyOf(entries);
        if (position < 0 || position >= entries.size()) {
            throw new IllegalArgumentException(
                    "position " + position + " in a history of " + entries.size());
        }
    }

    /// A lab and what was done to get it.
    public record Entry(Lab lab, Message label) {}

    static OpenLabHistory of(Lab opened) {
        return new OpenLabHistory(
                List.of(new Entry(opened, Message.of("session.history.opened"))), 0);
    }

    public Lab lab() {
        return entries.get(position).lab();
    }

    /// The history after one more step; what was undone before is forgotten.
    OpenLabHistory with(Lab lab, Message label) {
        List<Entry> longer = new ArrayList<>(entries.subList(0, position + 1));
        longer.add(new Entry(lab, label));
        return new OpenLabHistory(longer, position + 1);
    }

    OpenLabHistory at(int changed) {
        return new OpenLabHistory(entries, changed);
    }

    /// What undo would take back.
    public Optional<Message> undoable() {
        return position > 0 ? Optional.of(entries.get(position).label()) : Optional.empty();
    }

    /// What redo would do again.
    public Optional<Message> redoable() {
        return position + 1 < entries.size()
                ? Optional.of(entries.get(position + 1).label())
                : Optional.empty();
    }
}
