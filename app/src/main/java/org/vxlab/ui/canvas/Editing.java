package org.vxlab.ui.canvas;

import org.vxlab.picture.Box;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.LabFragment;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Message;
import org.vxlab.topology.Obvious;
import org.vxlab.topology.Offer;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Makes the edits gestures ask for, and says why where one cannot be made. UI thread only.
final class Editing {
    private final Board board;
    private final Consumer<String> teller;
    private Optional<LabFragment> clipboard = Optional.empty();
    private List<Box> copied = List.of();

    /// @param teller shows a text to the person
    Editing(Board board, Consumer<String> teller) {
        this.board = board;
        this.teller = teller;
    }

    private Desk desk() {
        return board.desk();
    }

    private Lab lab() {
        return desk().lab();
    }

    void tell(Message message) {
        teller.accept(desk().texts().of(message));
    }

    void tell(String key, Object... arguments) {
        teller.accept(desk().texts().of(key, arguments));
    }

    /// Says so where the structure is locked.
    boolean mayDraw() {
        if (board.isLocked()) {
            tell("ui.canvas.locked");
            return false;
        }
        return true;
    }

    /// Makes an edit of the structure.
    ///
    /// @return whether it was made
    boolean make(LabEdit edit) {
        if (!mayDraw()) {
            return false;
        }
        desk().edit(settled(unplaced(), edit));
        return true;
    }

    /// Makes what is offered, or says why not.
    boolean make(Offer offer) {
        return switch (offer) {
            case Offer.Possible(LabEdit edit) -> make(edit);
            case Offer.Refused(Message why) -> {
                if (mayDraw()) {
                    tell(why);
                }
                yield false;
            }
        };
    }

    /// What found its place by itself keeps it: nothing jumps because something else changed.
    private LabEdit settled(Map<Thing, Point> unplaced, LabEdit edit) {
        return unplaced.isEmpty()
                ? edit
                : new LabEdit.Together(
                        edit.label(lab()), List.of(new LabEdit.Move(unplaced), edit));
    }

    private Map<Thing, Point> unplaced() {
        Map<Thing, Point> unplaced = new LinkedHashMap<>(board.places());
        unplaced.keySet().removeIf(thing -> thing instanceof Thing.Note);
        unplaced.keySet().removeIf(thing -> lab().layout().positions().containsKey(thing.shown()));
        return unplaced;
    }

    /// Moves things; allowed while watching too.
    void move(Map<Thing, Point> places) {
        if (places.isEmpty()) {
            return;
        }
        Map<Thing, Point> unplaced = unplaced();
        unplaced.keySet().removeAll(places.keySet());
        desk().edit(settled(unplaced, new LabEdit.Move(places)));
    }

    /// Deletes what is chosen, with what cannot be without it.
    void delete() {
        Set<Thing> chosen = desk().selection().chosen();
        if (!chosen.isEmpty()) {
            make(new LabEdit.Remove(new LinkedHashSet<>(chosen)));
        }
    }

    void duplicate() {
        Set<Thing> chosen = desk().selection().chosen();
        if (!LabFragment.of(lab(), chosen).isEmpty()) {
            Point away = Clearance.offset(boxes(chosen), board.boxes().values());
            makeAndChoose(Obvious.duplicate(lab(), chosen, away.x(), away.y()));
        }
    }

    void copy() {
        LabFragment fragment = LabFragment.of(lab(), desk().selection().chosen());
        if (!fragment.isEmpty()) {
            clipboard = Optional.of(fragment);
            copied = boxes(desk().selection().chosen());
        }
    }

    void cut() {
        if (mayDraw()) {
            copy();
            delete();
        }
    }

    void paste() {
        if (clipboard.isPresent()) {
            Point away = Clearance.offset(copied, board.boxes().values());
            makeAndChoose(new LabEdit.Paste(clipboard.get(), away.x(), away.y()));
        }
    }

    private List<Box> boxes(Set<Thing> things) {
        return board.boxes().entrySet().stream()
                .filter(placed -> things.contains(placed.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// Makes an edit and chooses what came with it.
    Set<Thing> makeAndChoose(LabEdit edit) {
        Set<Thing> before = new LinkedHashSet<>(Thing.all(lab()));
        if (!make(edit)) {
            return Set.of();
        }
        List<Thing> come = new ArrayList<>(Thing.all(lab()));
        come.removeAll(before);
        List<Thing> main = come.stream().filter(Places::isMovable).toList();
        Set<Thing> chosen = new LinkedHashSet<>(main.isEmpty() ? come : main);
        desk().selection().choose(chosen);
        return chosen;
    }

    /// Gives a thing another name, or a note another text; a note without text goes.
    void rename(Thing thing, String text) {
        switch (thing) {
            case Thing.Note(int index) -> {
                if (text.isBlank()) {
                    make(new LabEdit.Remove(thing));
                } else if (!text.equals(lab().layout().notes().get(index).text())) {
                    make(new LabEdit.SetNote(index, text.strip()));
                }
            }
            case Thing.Network _ -> rename(thing, text.strip(), new Thing.Network(text.strip()));
            case Thing.Router _ -> rename(thing, text.strip(), new Thing.Router(text.strip()));
            case Thing.Host _ -> rename(thing, text.strip(), new Thing.Host(text.strip()));
            case Thing.Segment _ -> rename(thing, text.strip(), new Thing.Segment(text.strip()));
            case Thing.Workload(String segment, String host, String name) ->
                    rename(thing, text.strip(), new Thing.Workload(segment, host, text.strip()));
            case Thing.Member _, Thing.Tunnel _, Thing.Fdb _, Thing.Neighbour _ -> {}
        }
    }

    private void rename(Thing thing, String name, Thing renamed) {
        if (name.isEmpty() || thing.equals(renamed)) {
            return;
        }
        LabEdit edit = new LabEdit.Rename(thing, name);
        Optional<Message> why = edit.whyNot(lab());
        if (why.isPresent()) {
            tell(why.get());
        } else if (make(edit)) {
            desk().selection().choose(List.of(renamed));
        }
    }
}
