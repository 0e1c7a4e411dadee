package org.vxlab.ui.canvas;

import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

import org.vxlab.picture.Box;
import org.vxlab.picture.Glyph;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Selection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Turns what the mouse does on the drawing into gestures. UI thread only.
final class Pointer {
    /// Pixels the mouse may tremble in a click.
    private static final double STILL = 4;

    private static final double WHEEL_STEP = 1.15;

    private final Region canvas;
    private final Board board;
    private final Parts parts;
    private final Consumer<Optional<Thing>> hover;
    private Optional<Gesture> gesture = Optional.empty();
    private Optional<ContextMenu> menu = Optional.empty();
    private boolean moving;
    private boolean spaceDown;
    private double pressedX;
    private double pressedY;

    /// What gestures work on.
    record Parts(
            Overlay overlay,
            Editing editing,
            Adding adding,
            Actions actions,
            LinkHandle handle,
            Bubble bubble,
            Menus menus,
            Consumer<Thing> opener) {}

    /// @param hover is told what the pointer is over
    Pointer(Region canvas, Board board, Parts parts, Consumer<Optional<Thing>> hover) {
        this.canvas = canvas;
        this.board = board;
        this.parts = parts;
        this.hover = hover;
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX(), event.getY()));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover.accept(Optional.empty()));
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        canvas.addEventHandler(ZoomEvent.ZOOM, this::pinch);
        canvas.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        canvas.addEventHandler(MouseDragEvent.MOUSE_DRAG_OVER, this::dragOver);
        canvas.addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, _ -> parts.adding.leave());
        canvas.addEventHandler(MouseDragEvent.MOUSE_DRAG_RELEASED, this::dropped);
    }

    private Selection selection() {
        return board.desk().selection();
    }

    private Optional<Thing> thingAt(double x, double y) {
        return board.glyphAt(x, y).map(Glyph::id).map(Glyph.Id::thing);
    }

    private void press(MouseEvent event) {
        menu.ifPresent(ContextMenu::hide);
        if (gesture.isPresent()) {
            return;
        }
        canvas.requestFocus();
        parts.bubble.hide();
        pressedX = event.getX();
        pressedY = event.getY();
        moving = false;
        if (event.getButton() == MouseButton.MIDDLE
                || event.getButton() == MouseButton.PRIMARY && spaceDown) {
            gesture = Optional.of(new PanGesture(board, event));
            canvas.setCursor(Cursor.CLOSED_HAND);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            gesture = primary(event);
        } else if (event.getButton() == MouseButton.SECONDARY) {
            Optional<Thing> thing = thingAt(event.getX(), event.getY());
            if (thing.isEmpty()) {
                selection().clear();
            } else if (!selection().chosen().contains(thing.get())) {
                selection().choose(List.of(thing.get()));
            }
        }
    }

    private Optional<Gesture> primary(MouseEvent event) {
        Optional<Thing> linked = parts.handle.at(event.getX(), event.getY());
        if (linked.isPresent()) {
            return Optional.of(
                    new LinkGesture(
                            board,
                            parts.overlay,
                            parts.editing,
                            parts.bubble,
                            linked.get(),
                            parts.handle.start()));
        }
        boolean adds = event.isShortcutDown() || event.isShiftDown();
        Optional<Thing> thing = thingAt(event.getX(), event.getY());
        if (thing.isEmpty()) {
            return Optional.of(new BandGesture(board, parts.overlay, event, adds));
        }
        if (adds) {
            selection().toggle(thing.get());
        } else if (!selection().chosen().contains(thing.get())) {
            selection().choose(List.of(thing.get()));
        }
        Set<Thing> chosen = selection().chosen();
        return chosen.contains(thing.get())
                ? Optional.of(new MoveGesture(board, parts.overlay, parts.editing, event, chosen))
                : Optional.empty();
    }

    private void drag(MouseEvent event) {
        if (!moving && Math.hypot(event.getX() - pressedX, event.getY() - pressedY) < STILL) {
            return;
        }
        moving = true;
        gesture.ifPresent(one -> one.drag(event));
    }

    private void release(MouseEvent event) {
        Optional<Gesture> ended = gesture;
        gesture = Optional.empty();
        canvas.setCursor(Cursor.DEFAULT);
        if (ended.isEmpty()) {
            return;
        }
        if (moving) {
            ended.get().release(event);
        } else if (ended.get() instanceof MoveGesture
                && !event.isShortcutDown()
                && !event.isShiftDown()) {
            // A click on one of several that are chosen chooses it alone.
            thingAt(event.getX(), event.getY())
                    .ifPresent(thing -> selection().choose(List.of(thing)));
        }
        hover(event.getX(), event.getY());
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || event.getClickCount() != 2 || moving) {
            return;
        }
        Optional<Thing> thing = thingAt(event.getX(), event.getY());
        if (thing.isPresent()) {
            parts.opener.accept(thing.get());
        } else {
            menu = parts.menus.add(event);
        }
    }

    private void hover(double x, double y) {
        Optional<Thing> thing = thingAt(x, y);
        boolean towardsHandle = thing.isEmpty() && parts.handle.isNear(x, y);
        hover.accept(towardsHandle ? parts.handle.thing() : thing);
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            double factor = event.getDeltaY() > 0 ? WHEEL_STEP : 1 / WHEEL_STEP;
            if (event.getDeltaY() != 0) {
                zoom(event.getX(), event.getY(), factor);
            }
        } else {
            board.steer(board.view().moved(event.getDeltaX(), event.getDeltaY()));
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        zoom(event.getX(), event.getY(), event.getZoomFactor());
        event.consume();
    }

    private void zoom(double x, double y, double factor) {
        board.steer(board.view().zoomedAt(x, y, board.view().zoom() * factor));
    }

    private void menu(ContextMenuEvent event) {
        if (gesture.isPresent()) {
            return;
        }
        double x = event.getX();
        double y = event.getY();
        if (event.isKeyboardTrigger()) {
            Box box =
                    selection().chosen().stream()
                            .flatMap(thing -> board.box(thing).stream())
                            .findFirst()
                            .orElse(board.seen());
            x = board.view().toScreenX(box.centre().x());
            y = board.view().toScreenY(box.centre().y());
        }
        menu = parts.menus.context(x, y);
        event.consume();
    }

    private void dragOver(MouseDragEvent event) {
        if (event.getGestureSource() instanceof PaletteItem item) {
            parts.adding.hover(item.kind(), event.getX(), event.getY());
        }
    }

    private void dropped(MouseDragEvent event) {
        if (event.getGestureSource() instanceof PaletteItem item && item.putDown()) {
            parts.adding.drop(item.kind(), event.getX(), event.getY());
            canvas.requestFocus();
        }
    }

    /// Ends the gesture under way and leaves all as it was.
    ///
    /// @return whether there was one
    boolean cancel() {
        Optional<Gesture> ended = gesture;
        gesture = Optional.empty();
        ended.ifPresent(Gesture::cancel);
        return ended.isPresent();
    }

    void space(boolean down) {
        spaceDown = down;
        canvas.setCursor(down ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }
}
