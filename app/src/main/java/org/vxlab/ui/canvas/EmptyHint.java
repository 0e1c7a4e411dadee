package org.vxlab.ui.canvas;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.vxlab.ui.Texts;

/// What an empty drawing says: what to do. UI thread only.
final class EmptyHint extends VBox {
    private static final double SPACE = 10;
    private static final double WIDE = 460;

    EmptyHint(Texts texts, Runnable addHost) {
        super(SPACE);
        setId("emptyHint");
        setManaged(false);
        setAlignment(Pos.CENTER);
        setPickOnBounds(false);
        Label title = new Label();
        title.textProperty().bind(texts.bound("ui.canvas.empty"));
        title.getStyleClass().add("title-3");
        Label how = new Label();
        how.textProperty().bind(texts.bound("ui.canvas.empty.how"));
        how.setWrapText(true);
        how.setMaxWidth(WIDE);
        how.setMouseTransparent(true);
        title.setMouseTransparent(true);
        Button host = new Button();
        host.textProperty().bind(texts.bound("ui.canvas.empty.host"));
        host.getStyleClass().add("accent");
        host.setOnAction(_ -> addHost.run());
        getChildren().setAll(title, how, host);
    }

    /// Stands in the middle.
    void centreIn(double width, double height) {
        applyCss();
        double wide = Math.min(WIDE, width);
        double high = prefHeight(wide);
        resizeRelocate((width - wide) / 2, (height - high) / 2, wide, high);
    }
}
