package org.vxlab.ui.inspector;

import javafx.scene.layout.VBox;

import org.vxlab.ui.Desk;

/// The properties of what is chosen.
public final class Inspector extends VBox {
    public Inspector(Desk desk) {
        getStyleClass().add("inspector");
        accessibleTextProperty().bind(desk.texts().bound("ui.inspector.name"));
    }
}
