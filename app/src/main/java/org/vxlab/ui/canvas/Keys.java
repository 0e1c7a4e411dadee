package org.vxlab.ui.canvas;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

import org.vxlab.topology.Thing;
import org.vxlab.ui.Selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What keys do while the drawing has the focus, beside those in menus. UI thread only.
final class Keys {
    private static final double NUDGE = 5;
    private static final double FAR_NUDGE = 50;
    private static final double PAN = 60;

    private final Board board;
    private final Pointer pointer;
    private final Actions actions;
    private final Menus menus;

    Keys(Region canvas, Board board, Pointer pointer, Actions actions, Menus menus) {
        this.board = board;
        this.pointer = pointer;
        this.actions = actions;
        this.menus = menus;
        canvas.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (canvas.equals(event.getTarget()) && press(event)) {
                        event.consume();
                    }
                });
        canvas.addEventHandler(
                KeyEvent.KEY_RELEASED,
                event -> {
                    if (event.getCode() == KeyCode.SPACE) {
                        pointer.space(false);
                    }
                });
    }

    private Selection selection() {
        return board.desk().selection();
    }

    private boolean press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        boolean far = event.isShiftDown();
        return switch (event.getCode()) {
            case LEFT, KP_LEFT -> go(-1, 0, far);
            case RIGHT, KP_RIGHT -> go(1, 0, far);
            case UP, KP_UP -> go(0, -1, far);
            case DOWN, KP_DOWN -> go(0, 1, far);
            case TAB -> walk(far ? -1 : 1);
            case ESCAPE -> escape();
            case SPACE -> {
                pointer.space(true);
                yield true;
            }
            case ENTER -> {
                actions.rename();
                yield true;
            }
            case INSERT -> {
                menus.addInView();
                yield true;
            }
            case BACK_SPACE -> {
                actions.delete();
                yield true;
            }
            default -> false;
        };
    }

    /// Moves what is chosen, or with nothing chosen, the view.
    private boolean go(int dx, int dy, boolean far) {
        if (selection().chosen().isEmpty()) {
            board.viewProperty().set(board.view().moved(-dx * PAN, -dy * PAN));
        } else {
            double step = far ? FAR_NUDGE : NUDGE;
            actions.nudge(dx * step, dy * step);
        }
        return true;
    }

    /// Chooses the next thing; after the last one, the focus goes on.
    private boolean walk(int step) {
        List<Thing> things = walkable();
        Set<Thing> chosen = selection().chosen();
        int at = chosen.isEmpty() ? -1 : things.indexOf(List.copyOf(chosen).getLast());
        int next = at < 0 ? (step > 0 ? 0 : things.size() - 1) : at + step;
        if (next < 0 || next >= things.size()) {
            return false;
        }
        selection().choose(List.of(things.get(next)));
        show(things.get(next));
        return true;
    }

    private List<Thing> walkable() {
        List<Thing> things = new ArrayList<>(Thing.all(board.desk().lab()));
        things.removeIf(thing -> board.box(thing).isEmpty());
        return things;
    }

    /// Brings a thing into view where it is not.
    private void show(Thing thing) {
        board.box(thing)
                .filter(box -> !board.seen().contains(box))
                .ifPresent(
                        box ->
                                board.viewProperty()
                                        .set(
                                                board.view()
                                                        .centredOn(
                                                                box.centre(),
                                                                board.width(),
                                                                board.height())));
    }

    private boolean escape() {
        if (pointer.cancel()) {
            return true;
        }
        boolean chosen = !selection().chosen().isEmpty();
        selection().clear();
        return chosen;
    }
}
