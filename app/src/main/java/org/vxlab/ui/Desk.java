package org.vxlab.ui;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.vxlab.picture.LiveState;
import org.vxlab.session.OpenLab;
import org.vxlab.session.OpenLabHistory;
import org.vxlab.session.OpenLabState;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Problem;

import java.util.List;
import java.util.Optional;

/// What all parts of the window share: the open lab, what is chosen in it, how it is shown. UI
/// thread only.
public final class Desk {
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
    private final ReadOnlyObjectWrapper<Lab> lab = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<OpenLabState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Problem>> problems =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<LiveState>> liveState =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.DESIGN);
    private OpenLab open;
    private Runnable ended = () -> {};

    /// @param open what is on the desk at first
    public Desk(Texts texts, Looks looks, UiThread ui, OpenLab open) {
        this.texts = texts;
        this.looks = looks;
        this.ui = ui;
        this.open = open;
        open(open);
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
        return open.state().lab();
    }

    /// The open lab with its history, its file, and whether that has it.
    public ReadOnlyObjectProperty<OpenLabState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Everything wrong with the drawing of the moment.
    public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /// What the kernel says of the hosts, for the drawing; empty while none is watched.
    public ReadOnlyObjectProperty<Optional<LiveState>> liveStateProperty() {
        return liveState.getReadOnlyProperty();
    }

    void showLive(Optional<LiveState> newest) {
        liveState.set(newest);
    }

    /// Makes a step of drawing, which can be undone; in [Mode#LIVE] only one that leaves the
    /// structure as it is.
    public void edit(LabEdit edit) {
        if (mayBecome(edit.applyTo(lab()))) {
            open.apply(edit);
        }
    }

    /// While the kernel is shown, things may be moved but not changed.
    private boolean mayBecome(Lab after) {
        return mode.get() == Mode.DESIGN
                || after.withLayout(Layout.NONE).equals(lab().withLayout(Layout.NONE));
    }

    /// Puts another lab on the desk; the one before is closed.
    void open(OpenLab next) {
        ended.run();
        if (!next.equals(open)) {
            open.close();
        }
        open = next;
        ended = next.listen(this::show);
        selection.clear();
        show(next.state());
    }

    OpenLab openLab() {
        return open;
    }

    /// Goes back or forth to a step of the history.
    void goTo(int step) {
        List<OpenLabHistory.Entry> entries = open.state().history().entries();
        if (step >= 0 && step < entries.size() && mayBecome(entries.get(step).lab())) {
            open.goTo(step);
        }
    }

    /// Whoever hears of the new lab finds its problems there too, and the other way round.
    private void show(OpenLabState newest) {
        selection.keepOnlyThingsOf(newest.lab());
        problems.set(newest.problems());
        lab.set(newest.lab());
        state.set(newest);
    }
}
