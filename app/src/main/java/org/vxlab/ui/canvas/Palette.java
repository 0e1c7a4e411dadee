package org.vxlab.ui.canvas;

import javafx.scene.layout.VBox;

import org.vxlab.ui.Desk;

/// What can be dragged onto the canvas.
public final class Palette extends VBox {
    public Palette(Desk desk) {
        getStyleClass().add("palette");
        accessibleTextProperty().bind(desk.texts().bound("ui.palette.name"));
    }
}
