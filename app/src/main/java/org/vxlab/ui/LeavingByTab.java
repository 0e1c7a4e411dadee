package org.vxlab.ui;

import javafx.event.EventHandler;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Makes the Tab key go on from a text area as it does everywhere else: who has no mouse would be
/// caught there. Ctrl+Tab does so too, as JavaFX has it.
public final class LeavingByTab implements EventHandler<KeyEvent> {
    private final TextArea area;

    private LeavingByTab(TextArea area) {
        this.area = area;
    }

    public static void from(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, new LeavingByTab(area));
    }

    @Override
    public void handle(KeyEvent key) {
        if (key.getCode() == KeyCode.TAB && !key.isControlDown() && !key.isAltDown()) {
            area.requestFocusTraversal(
                    key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            key.consume();
        }
    }
}
