package org.vxlab.ui.canvas;

import javafx.scene.control.MenuItem;
import javafx.scene.layout.Pane;

import org.vxlab.topology.Lab;
import org.vxlab.ui.Desk;

import java.util.List;

/// The drawing: shows the desk's lab and turns gestures into edits.
public final class LabCanvas extends Pane {
    private final Desk desk;

    public LabCanvas(Desk desk) {
        this.desk = desk;
        getStyleClass().add("lab-canvas");
        setFocusTraversable(true);
        desk.labProperty().subscribe(this::show);
    }

    private void show(Lab lab) {
        setAccessibleText(desk.texts().of("ui.canvas.name", lab.name()));
    }

    /// What the canvas adds to the menu Edit: copy, delete, select.
    public List<MenuItem> editItems() {
        return List.of();
    }

    /// What the canvas adds to the menu View: zoom, minimap.
    public List<MenuItem> viewItems() {
        return List.of();
    }

    /// What the canvas adds to the menu Insert.
    public List<MenuItem> insertItems() {
        return List.of();
    }

    /// What the canvas adds to the menu Arrange: align, distribute, automatic layout.
    public List<MenuItem> arrangeItems() {
        return List.of();
    }
}
