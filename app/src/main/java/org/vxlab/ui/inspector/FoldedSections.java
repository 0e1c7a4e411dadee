package org.vxlab.ui.inspector;

import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Makes sections that fold, and remembers which a person folded or unfolded. UI thread only.
final class FoldedSections {
    private final Map<String, Boolean> unfolded = new HashMap<>();

    /// @param key what it is remembered by
    /// @param title the heading
    /// @param open whether it is unfolded until a person says otherwise
    /// @param content made when it is first seen
    TitledPane section(
            String key, String title, boolean open, Supplier<List<? extends Node>> content) {
        TitledPane pane = new TitledPane();
        pane.setText(title);
        pane.setAnimated(false);
        pane.getStyleClass().addAll("dense", "inspector-section");
        pane.setId(key.substring(key.lastIndexOf('.') + 1));
        VBox body = new VBox();
        body.getStyleClass().add("section-body");
        pane.setContent(body);
        pane.setExpanded(unfolded.getOrDefault(key, open));
        pane.expandedProperty()
                .subscribe(
                        expanded -> {
                            if (expanded && body.getChildren().isEmpty()) {
                                body.getChildren().setAll(content.get());
                            }
                        });
        pane.expandedProperty().subscribe((_, now) -> unfolded.put(key, now));
        return pane;
    }
}
