package org.vxlab.ui.exchange;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.vxlab.ui.Texts;

/// A finding as a row: a sign of its kind, where, what, and below it what to do.
final class ToldCell extends ListCell<Told> {
    private final FontIcon sign = new FontIcon();
    private final Label what = new Label();
    private final Label cure = new Label();
    private final HBox row;
    private final Texts texts;

    ToldCell(Texts texts) {
        this.texts = texts;
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        cure.setWrapText(true);
        cure.setMinHeight(Region.USE_PREF_SIZE);
        cure.getStyleClass().add("why");
        VBox words = new VBox(what, cure);
        words.setPrefWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(sign, words);
        row.getStyleClass().add("told");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Told told, boolean empty) {
        super.updateItem(told, empty);
        if (empty) {
            setGraphic(null);
            setText("");
            return;
        }
        sign.setIconLiteral(
                switch (told.kind()) {
                    case WRONG -> "mdi2c-close-circle-outline";
                    case DOUBTFUL -> "mdi2a-alert-outline";
                    case UNREAD -> "mdi2h-help-circle-outline";
                    case ASSUMED -> "mdi2i-information-outline";
                    case APART -> "mdi2p-package-variant";
                });
        what.setText(
                told.place().isEmpty()
                        ? told.what()
                        : texts.of("ui.file.why", told.place(), told.what()));
        cure.setText(told.cure());
        cure.setVisible(!told.cure().isEmpty());
        cure.setManaged(!told.cure().isEmpty());
        setGraphic(row);
    }
}
