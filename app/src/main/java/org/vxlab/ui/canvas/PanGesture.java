package org.vxlab.ui.canvas;

import javafx.scene.input.MouseEvent;

/// Moves the drawing under the pointer.
final class PanGesture implements Gesture {
    private final Board board;
    private final View before;
    private final double fromX;
    private final double fromY;

    PanGesture(Board board, MouseEvent press) {
        this.board = board;
        before = board.view();
        fromX = press.getX();
        fromY = press.getY();
    }

    @Override
    public void drag(MouseEvent event) {
        board.steer(before.moved(event.getX() - fromX, event.getY() - fromY));
    }

    @Override
    public void release(MouseEvent event) {}

    @Override
    public void cancel() {
        board.steer(before);
    }
}
