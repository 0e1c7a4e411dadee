package org.vxlab.ui;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.vxlab.topology.Lab;
import org.vxlab.topology.LabCheck;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Problem;

import java.util.List;

/// What all parts of the window share: the open lab, what is chosen in it, how it is shown. UI
/// thread only.
public final class Desk {
    private static final Lab EMPTY =
            new Lab("my-lab", List.of(), List.of(), List.of(), List.of(), Layout.NONE);

    /// What the window is used for.
    public enum Mode {
        /// The drawing can be changed.
        DESIGN,
        /// The kernel is shown; the structure is locked, positions are not.
        LIVE
    }

    private final Texts texts;
    private final Looks looks;
    private final UiThread ui;
    private final Selection selection = new Selection();
    private final ReadOnlyObjectWrapper<Lab> lab = new ReadOnlyObjectWrapper<>(EMPTY);
    private final ReadOnlyObjectWrapper<List<Problem>> problems =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.DESIGN);

    public Desk(Texts texts, Looks looks, UiThread ui) {
        this.texts = texts;
        this.looks = looks;
        this.ui = ui;
    }

    public Texts texts() {
        return texts;
    }

    public Looks looks() {
        return looks;
    }

    public UiThread ui() {
        return ui;
    }

    public Selection selection() {
        return selection;
    }

    public ReadOnlyObjectProperty<Lab> labProperty() {
        return lab.getReadOnlyProperty();
    }

    public Lab lab() {
        return lab.get();
    }

    /// Everything wrong with the drawing of the moment.
    public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /// Makes a step of drawing, which can be undone.
    public void edit(LabEdit edit) {
        show(edit.applyTo(lab.get()));
    }

    private void show(Lab shown) {
        lab.set(shown);
        problems.set(LabCheck.problems(shown));
        selection.keepOnlyThingsOf(shown);
    }
}
