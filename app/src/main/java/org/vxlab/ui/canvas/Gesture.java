package org.vxlab.ui.canvas;

import javafx.scene.input.MouseEvent;

/// What the mouse does between pressing and letting go. UI thread only.
interface Gesture {
    void drag(MouseEvent event);

    void release(MouseEvent event);

    /// Leaves everything as it was.
    void cancel();
}
