package org.vxlab.ui.inspector;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Labels whose text takes as many lines as it needs.
final class Texted {
    private Texted() {}

    static Label label(String text, String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        wrap(label);
        set(label, text);
        return label;
    }

    static void wrap(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
    }

    /// A label without text takes no room.
    static void set(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
