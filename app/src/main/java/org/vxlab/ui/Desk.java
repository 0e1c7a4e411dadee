package org.vxlab.ui;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.vxlab.picture.LiveState;
import org.vxlab.session.LabDocument;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabCheck;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Message;
import org.vxlab.topology.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    private final ReadOnlyObjectWrapper<Optional<LiveState>> liveState =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.DESIGN);
    private final List<Step> history = new ArrayList<>();
    private int at;
    private int saved;

    /// A lab of the history.
    ///
    /// @param made what was done to get here
    private record Step(LabDocument document, Message made) {}

    public Desk(Texts texts, Looks looks, UiThread ui) {
        this.texts = texts;
        this.looks = looks;
        this.ui = ui;
        open(LabDocument.of(EMPTY));
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
        return history.get(at).document().lab();
    }

    /// The text of the lab file as it would be saved now.
    public String text() {
        return history.get(at).document().text();
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
        Lab before = lab();
        Lab after = edit.applyTo(before);
        if (after.equals(before) || !mayBecome(after)) {
            return;
        }
        history.subList(at + 1, history.size()).clear();
        history.add(new Step(history.get(at).document().withLab(after), edit.label(before)));
        at++;
        show();
    }

    /// While the kernel is shown, things may be moved but not changed.
    private boolean mayBecome(Lab after) {
        return mode.get() == Mode.DESIGN
                || after.withLayout(Layout.NONE).equals(lab().withLayout(Layout.NONE));
    }

    /// Puts another lab on the desk, as it is saved, with an empty history.
    void open(LabDocument document) {
        history.clear();
        history.add(new Step(document, Message.of("ui.edit.opened")));
        at = 0;
        saved = 0;
        selection.clear();
        show();
    }

    /// What has been done, the oldest first; the first is how the lab was opened.
    List<Message> history() {
        return history.stream().map(Step::made).toList();
    }

    /// How many of [#history] are in the lab of the moment, less one.
    int position() {
        return at;
    }

    /// Goes back or forth to a step of the history.
    void goTo(int step) {
        int wanted = Math.clamp(step, 0, history.size() - 1);
        if (mayBecome(history.get(wanted).document().lab())) {
            at = wanted;
            show();
        }
    }

    boolean isSaved() {
        return at == saved;
    }

    /// Takes the lab of the moment for the one in its file.
    void markSaved() {
        saved = at;
        lab.set(lab.get());
    }

    /// Whoever hears of the new lab finds its problems there too, and the other way round.
    private void show() {
        selection.keepOnlyThingsOf(lab());
        problems.set(LabCheck.problems(lab()));
        lab.set(lab());
    }
}
