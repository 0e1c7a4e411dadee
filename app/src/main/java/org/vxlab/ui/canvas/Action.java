package org.vxlab.ui.canvas;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

import org.vxlab.ui.Texts;

/// Something a person can do on the drawing, as menus offer it.
///
/// @param key of its text
/// @param keys the key combination as JavaFX writes it; empty where it has none
/// @param possible whether it can be done now
record Action(String key, String keys, ObservableBooleanValue possible, Runnable run) {
    /// A menu item of its own for each menu.
    MenuItem item(Texts texts) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(texts.bound(key));
        item.setOnAction(_ -> run.run());
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        item.disableProperty().bind(Bindings.not(possible));
        return item;
    }
}
