package org.vxlab.ui.canvas;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.MenuItem;

import org.vxlab.picture.Arrangement;
import org.vxlab.picture.Box;
import org.vxlab.picture.PictureStyle;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Everything that can be done on the drawing from a menu or by key. UI thread only.
final class Actions {
    private static final double ZOOM_STEP = 1.25;

    /// The same drawing becomes the same arrangement every time.
    private static final long SEED = 1;

    private final Board board;
    private final Editing editing;
    private final Adding adding;
    private final Naming naming;

    final List<Action> edit;
    final List<Action> view;
    final List<Action> insert;
    final List<Action> arrange;

    Actions(Board board, Editing editing, Adding adding, Naming naming) {
        this.board = board;
        this.editing = editing;
        this.adding = adding;
        this.naming = naming;
        edit = editActions();
        view = viewActions();
        insert = insertActions();
        arrange = arrangeActions();
    }

    private Desk desk() {
        return board.desk();
    }

    private Set<Thing> chosen() {
        return desk().selection().chosen();
    }

    private BooleanBinding when(BooleanSupplier condition) {
        return Bindings.createBooleanBinding(
                condition::getAsBoolean,
                desk().selection().chosenProperty(),
                desk().modeProperty(),
                desk().labProperty());
    }

    private List<Action> editActions() {
        BooleanSupplier some = () -> !chosen().isEmpty();
        BooleanSupplier changeable = () -> !chosen().isEmpty() && !board.isLocked();
        return List.of(
                new Action("ui.canvas.cut", "Shortcut+X", when(changeable), editing::cut),
                new Action("ui.canvas.copy", "Shortcut+C", when(some), editing::copy),
                new Action(
                        "ui.canvas.paste",
                        "Shortcut+V",
                        when(() -> !board.isLocked()),
                        editing::paste),
                new Action(
                        "ui.canvas.duplicate", "Shortcut+D", when(changeable), editing::duplicate),
                new Action("ui.canvas.rename", "F2", when(this::isNamed), this::rename),
                new Action("ui.canvas.link", "Shortcut+L", when(this::isPair), this::link),
                new Action("ui.canvas.delete", "Delete", when(changeable), editing::delete),
                new Action(
                        "ui.canvas.select-all", "Shortcut+A", when(() -> true), this::chooseAll));
    }

    private List<Action> viewActions() {
        BooleanBinding always = when(() -> true);
        return List.of(
                new Action("ui.canvas.zoom-in", "Shortcut+EQUALS", always, () -> zoom(ZOOM_STEP)),
                new Action(
                        "ui.canvas.zoom-out", "Shortcut+MINUS", always, () -> zoom(1 / ZOOM_STEP)),
                new Action("ui.canvas.zoom-normal", "Shortcut+0", always, this::zoomNormal),
                new Action("ui.canvas.fit", "Shortcut+1", always, board::fit));
    }

    private List<Action> insertActions() {
        BooleanBinding drawing = when(() -> !board.isLocked());
        List<Action> actions = new ArrayList<>();
        for (Insertable kind : Insertable.values()) {
            actions.add(new Action(kind.key(), "", drawing, () -> adding.addInView(kind)));
        }
        return List.copyOf(actions);
    }

    private List<Action> arrangeActions() {
        List<Action> actions = new ArrayList<>();
        for (Alignment alignment : Alignment.values()) {
            actions.add(
                    new Action(
                            "ui.canvas.align." + alignment.name().toLowerCase(Locale.ROOT),
                            "",
                            when(() -> movers().size() >= alignment.least()),
                            () -> editing.move(alignment.of(movers()))));
        }
        BooleanBinding some = when(() -> !Thing.all(desk().lab()).isEmpty());
        actions.add(
                new Action(
                        "ui.canvas.arrange.layered",
                        "Shortcut+Shift+L",
                        some,
                        () -> arrange(Arrangement.layered(desk().lab(), style()))));
        actions.add(
                new Action(
                        "ui.canvas.arrange.organic",
                        "Shortcut+Shift+O",
                        some,
                        () ->
                                arrange(
                                        Arrangement.organic(
                                                desk().lab(), style(), new Random(SEED)))));
        return List.copyOf(actions);
    }

    private PictureStyle style() {
        return board.shownStyle();
    }

    private void arrange(Map<Thing, Point> places) {
        editing.move(places);
        board.fit();
    }

    /// What moves when the chosen things are moved, and the boxes of it.
    Map<Thing, Box> movers() {
        Map<Thing, Box> boxes = new LinkedHashMap<>();
        for (Thing thing : chosen()) {
            Places.mover(thing)
                    .ifPresent(mover -> board.box(mover).ifPresent(box -> boxes.put(mover, box)));
        }
        return boxes;
    }

    /// Moves what is chosen. From where the lab says things stand: the picture may be a moment
    /// behind when keys repeat.
    void nudge(double dx, double dy) {
        Map<Thing, Point> starts = board.places();
        starts.keySet().retainAll(movers().keySet());
        Layout layout = desk().lab().layout();
        starts.replaceAll((thing, seen) -> Places.written(layout, thing).orElse(seen));
        editing.move(MoveGesture.moved(starts, dx, dy));
    }

    private boolean isNamed() {
        return !board.isLocked()
                && chosen().size() == 1
                && naming.isNamed(chosen().iterator().next());
    }

    void rename() {
        if (chosen().size() == 1 && editing.mayDraw()) {
            naming.begin(chosen().iterator().next());
        }
    }

    void delete() {
        editing.delete();
    }

    /// Two ends, beside a segment that says which.
    private boolean isPair() {
        return !board.isLocked() && ends(chosen()).isPresent();
    }

    private record Ends(Thing one, Thing other) {}

    private static Optional<Ends> ends(Set<Thing> chosen) {
        List<Thing> ends = new ArrayList<>(chosen);
        if (ends.size() == 3) {
            ends.removeIf(Thing.Segment.class::isInstance);
        }
        return ends.size() == 2
                ? Optional.of(new Ends(ends.getFirst(), ends.getLast()))
                : Optional.empty();
    }

    private void link() {
        ends(chosen())
                .ifPresent(ends -> editing.make(LinkGesture.between(board, ends.one, ends.other)));
    }

    void chooseAll() {
        Lab lab = desk().lab();
        desk().selection().choose(Thing.all(lab).stream().filter(Places::isMovable).toList());
    }

    private void zoom(double factor) {
        zoomTo(board.view().zoom() * factor);
    }

    private void zoomNormal() {
        zoomTo(desk().looks().typeScale());
    }

    private void zoomTo(double zoom) {
        board.viewProperty()
                .set(board.view().zoomedAt(board.width() / 2, board.height() / 2, zoom));
    }

    List<MenuItem> items(List<Action> actions) {
        return actions.stream().map(action -> action.item(desk().texts())).toList();
    }
}
