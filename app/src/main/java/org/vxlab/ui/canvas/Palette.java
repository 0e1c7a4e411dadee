package org.vxlab.ui.canvas;

import javafx.scene.layout.VBox;

import org.vxlab.ui.Desk;

/// What can be dragged onto the canvas.
public final class Palette extends VBox {
    /// @param canvas gets what is double-clicked or chosen by key
    public Palette(Desk desk, LabCanvas canvas) {
        getStyleClass().add("palette");
        accessibleTextProperty().bind(desk.texts().bound("ui.palette.name"));
        for (Insertable kind : Insertable.values()) {
            getChildren().add(new PaletteItem(kind, desk.texts(), () -> canvas.add(kind)));
        }
        disableProperty().bind(desk.modeProperty().isEqualTo(Desk.Mode.LIVE));
    }
}
