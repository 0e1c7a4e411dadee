package org.vxlab.ui;

import javafx.beans.property.Property;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// The tabs below the drawing, with what makes them large: a button beside their names, or a double
/// click on one of these.
final class TabFrame extends StackPane {
    @FXML private ToggleButton enlarge;

    /// @param enlarged whether the tabs have most of the window
    TabFrame(Node tabs, Property<Boolean> enlarged, Texts texts) {
        Fxml.fill(this, texts);
        getChildren().addFirst(tabs);
        enlarge.selectedProperty().bindBidirectional(enlarged);
        tabs.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                click -> {
                    if (click.getButton() == MouseButton.PRIMARY
                            && click.getClickCount() == 2
                            && isName(click.getPickResult().getIntersectedNode(), tabs)) {
                        enlarge.fire();
                    }
                });
    }

    private static boolean isName(Node clicked, Node tabs) {
        for (Node node = clicked; node != null && !node.equals(tabs); node = node.getParent()) {
            if (node.getStyleClass().contains("tab-header-area")) {
                return tabs.equals(node.getParent());
            }
        }
        return false;
    }
}
