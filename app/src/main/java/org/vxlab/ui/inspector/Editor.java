package org.vxlab.ui.inspector;

import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;
import org.vxlab.topology.Thing;
import org.vxlab.topology.WrongText;
import org.vxlab.ui.Desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes what a person typed to the desk: one edit for each text. UI thread only.
final class Editor {
    /// Why a text is not taken.
    ///
    /// @param cure writes what would be right
    record Refusal(Message why, Optional<Cure> cure) {}

    private final Desk desk;
    private final Runnable afterwards;

    /// @param afterwards runs once after each change of the lab and what is chosen
    Editor(Desk desk, Runnable afterwards) {
        this.desk = desk;
        this.afterwards = afterwards;
    }

    /// Makes the edit a text stands for.
    ///
    /// @return why not
    Optional<Refusal> take(Property property, String typed) {
        Lab lab = desk.lab();
        String text = typed.strip();
        Change change;
        try {
            change = property.reader().read(lab, text);
        } catch (WrongText wrong) {
            return Optional.of(refusal(lab, property, wrong.reason()));
        }
        Optional<Message> why = property.strict() ? change.edit().whyNot(lab) : Optional.empty();
        if (why.isEmpty()) {
            make(change);
        }
        return why.map(reason -> refusal(lab, property, reason));
    }

    private static Refusal refusal(Lab lab, Property property, Message why) {
        return new Refusal(
                why,
                Cures.right(why)
                        .or(property::suggestion)
                        .flatMap(text -> Cures.written(lab, property, text))
                        .or(() -> Cures.byDefault(lab, property)));
    }

    /// Makes a change; the chosen thing stays chosen under its new name.
    void make(Change change) {
        Set<Thing> before = desk.selection().chosen();
        if (!change.edit().applyTo(desk.lab()).equals(desk.lab())) {
            desk.edit(change.edit());
        }
        if (before.size() == 1 && desk.selection().chosen().isEmpty()) {
            change.renamed().ifPresent(thing -> desk.selection().choose(List.of(thing)));
        }
        afterwards.run();
    }
}
