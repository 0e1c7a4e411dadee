package org.vxlab.ui;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A bar above the drawing with something that has to be seen, until it is over or was closed. It
/// takes room from the drawing, so that it hides nothing. UI thread only.
final class NoticeBar extends HBox {
    @FXML private Label words;

    NoticeBar(Texts texts) {
        Fxml.fill(this, texts);
        managedProperty().bind(visibleProperty());
        hide();
    }

    void tell(String text) {
        words.setText(text);
        setVisible(true);
    }

    @FXML
    void hide() {
        setVisible(false);
    }
}
