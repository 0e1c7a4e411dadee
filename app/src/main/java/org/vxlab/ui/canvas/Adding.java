package org.vxlab.ui.canvas;

import javafx.scene.control.MenuItem;

import org.vxlab.picture.Box;
import org.vxlab.picture.Glyph;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Message;
import org.vxlab.topology.Offer;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts new things onto the drawing: dropped, or offered where someone double-clicks. UI thread
/// only.
final class Adding {
    /// How far apart places are that are tried for something new, in canvas units.
    private static final double STEP = 60;

    private static final int MOST_TRIED = 400;

    private final Board board;
    private final Editing editing;
    private final Naming naming;
    private final Overlay overlay;
    private final Bubble bubble;

    Adding(Board board, Editing editing, Naming naming, Overlay overlay, Bubble bubble) {
        this.board = board;
        this.editing = editing;
        this.naming = naming;
        this.overlay = overlay;
        this.bubble = bubble;
    }

    private Desk desk() {
        return board.desk();
    }

    private Optional<Thing> under(double x, double y) {
        return board.glyphAt(x, y).map(Glyph::id).map(Glyph.Id::thing);
    }

    private Offer offer(Insertable kind, Point at, Optional<Thing> under) {
        return kind.offer(
                desk().lab(),
                at,
                under,
                desk().selection().chosen(),
                desk().texts().of("ui.canvas.note.text"));
    }

    /// Shows what dropping something here would do.
    void hover(Insertable kind, double x, double y) {
        Point at = board.view().toDrawing(x, y);
        Message said;
        boolean sense = false;
        if (board.isLocked()) {
            said = Message.of("ui.canvas.locked");
        } else {
            said =
                    switch (offer(kind, at, under(x, y))) {
                        case Offer.Possible(LabEdit edit) -> {
                            sense = true;
                            yield edit.label(desk().lab());
                        }
                        case Offer.Refused(Message why) -> why;
                    };
        }
        overlay.ghost(kind.around(at), sense);
        bubble.showAt(desk().texts().of(said), x, y, board.width(), board.height());
    }

    void leave() {
        overlay.endGesture();
        bubble.hide();
    }

    /// Drops something at a pixel.
    void drop(Insertable kind, double x, double y) {
        leave();
        add(kind, board.view().toDrawing(x, y), under(x, y));
    }

    /// Adds something at the free place nearest to the middle of the view.
    void addInView(Insertable kind) {
        add(kind, freePlace(kind, board.seen().centre()), Optional.empty());
    }

    private void add(Insertable kind, Point at, Optional<Thing> under) {
        Point place = new Point(Math.round(at.x()), Math.round(at.y()));
        switch (offer(kind, place, under)) {
            case Offer.Possible(LabEdit edit) -> {
                Set<Thing> added = editing.makeAndChoose(edit);
                chooseMain(kind, added);
            }
            case Offer.Refused(Message why) -> {
                if (editing.mayDraw()) {
                    editing.tell(why);
                }
            }
        }
    }

    /// A first host brings its network; the host is what was wanted.
    private void chooseMain(Insertable kind, Set<Thing> added) {
        if (kind == Insertable.HOST && added.size() > 1) {
            desk().selection().choose(added.stream().filter(Thing.Host.class::isInstance).toList());
        }
        if (kind == Insertable.NOTE) {
            added.stream().findFirst().ifPresent(naming::begin);
        }
    }

    /// Tries places around a point in a widening square.
    private Point freePlace(Insertable kind, Point centre) {
        List<Box> taken =
                board.places().keySet().stream()
                        .flatMap(thing -> board.box(thing).stream())
                        .toList();
        int x = 0;
        int y = 0;
        int dx = 0;
        int dy = -1;
        for (int i = 0; i < MOST_TRIED; i++) {
            Point at = new Point(centre.x() + x * STEP, centre.y() + y * STEP);
            Box room = kind.around(at).grown(STEP / 3);
            if (taken.stream().noneMatch(room::overlaps)) {
                return at;
            }
            if (x == y || (x < 0 && x == -y) || (x > 0 && x == 1 - y)) {
                int turned = dx;
                dx = -dy;
                dy = turned;
            }
            x += dx;
            y += dy;
        }
        return centre;
    }

    /// What can be added at a pixel.
    List<MenuItem> itemsAt(double x, double y) {
        List<MenuItem> items = new ArrayList<>();
        for (Insertable kind : Insertable.values()) {
            MenuItem item = new MenuItem(desk().texts().of(kind.key()));
            item.setOnAction(_ -> drop(kind, x, y));
            item.setDisable(board.isLocked());
            items.add(item);
        }
        return items;
    }
}
