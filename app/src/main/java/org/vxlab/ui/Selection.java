package org.vxlab.ui;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.vxlab.topology.Lab;
import org.vxlab.topology.Thing;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/// What is chosen on the drawing, and what is lit up for a moment because something that belongs to
/// it is pointed at. UI thread only.
public final class Selection {
    private final ReadOnlyObjectWrapper<Set<Thing>> chosen = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Set<Thing>> lit = new ReadOnlyObjectWrapper<>(Set.of());

    /// In the order of choosing; never changes, only replaced.
    public ReadOnlyObjectProperty<Set<Thing>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public Set<Thing> chosen() {
        return chosen.get();
    }

    /// Never changes, only replaced.
    public ReadOnlyObjectProperty<Set<Thing>> litProperty() {
        return lit.getReadOnlyProperty();
    }

    /// Chooses these and nothing else.
    public void choose(Collection<? extends Thing> things) {
        chosen.set(Collections.unmodifiableSet(new LinkedHashSet<>(things)));
    }

    /// Chooses one more, or one less where it is chosen already.
    public void toggle(Thing thing) {
        Set<Thing> things = new LinkedHashSet<>(chosen.get());
        if (!things.remove(thing)) {
            things.add(thing);
        }
        choose(things);
    }

    public void clear() {
        choose(Set.of());
    }

    /// Lights these up and nothing else.
    public void light(Collection<? extends Thing> things) {
        lit.set(Collections.unmodifiableSet(new LinkedHashSet<>(things)));
    }

    /// Forgets what the lab has no longer.
    void keepOnlyThingsOf(Lab lab) {
        Set<Thing> things = new LinkedHashSet<>(chosen.get());
        if (things.retainAll(new LinkedHashSet<>(Thing.all(lab)))) {
            choose(things);
        }
        lit.set(Set.of());
    }
}
