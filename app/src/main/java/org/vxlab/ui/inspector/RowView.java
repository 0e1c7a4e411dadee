package org.vxlab.ui.inspector;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Makes the nodes of rows, and keeps the fields among them. UI thread only.
final class RowView {
    /// The first properties of a card stand side by side.
    private static final int CARD_COLUMNS = 2;

    /// Per cent.
    private static final double WHOLE = 100;

    private final Texts texts;
    private final Editor editor;
    private final Consumer<Thing> chosen;
    private final boolean readOnly;
    private final List<PropertyField> fields = new ArrayList<>();

    /// @param chosen takes a thing a person goes to
    RowView(Texts texts, Editor editor, Consumer<Thing> chosen, boolean readOnly) {
        this.texts = texts;
        this.editor = editor;
        this.chosen = chosen;
        this.readOnly = readOnly;
    }

    /// Every field made so far, in the order of the page's properties.
    List<PropertyField> fields() {
        return fields;
    }

    Node node(Row row) {
        return switch (row) {
            case Property property -> field(property);
            case Row.Fact fact -> fact(fact);
            case Row.Sentence sentence -> Texted.label(texts.of(sentence.text()), "sentence");
            case Row.Link link -> link(link);
            case Row.Switch one -> toggle(one);
            case Row.Card card -> card(card);
            case Row.Action action -> action(action);
        };
    }

    private PropertyField field(Property property) {
        PropertyField field = new PropertyField(texts, editor, property, readOnly);
        fields.add(field);
        return field;
    }

    private Node fact(Row.Fact fact) {
        Label name = new Label(texts.of(fact.label()));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.getStyleClass().add("fact-name");
        Label value = Texted.label(texts.of(fact.value()), "fact-value");
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox line = new HBox(name, value);
        line.getStyleClass().add("fact");
        line.setAccessibleText(name.getText() + ": " + value.getText());
        return line;
    }

    private Node link(Row.Link link) {
        Hyperlink node = new Hyperlink(texts.of(link.label()));
        node.setOnAction(
                _ -> {
                    node.setVisited(false);
                    chosen.accept(link.thing());
                });
        return node;
    }

    private Node toggle(Row.Switch one) {
        CheckBox box = new CheckBox(texts.of(one.label()));
        box.setSelected(one.on());
        box.setDisable(readOnly);
        box.setOnAction(_ -> editor.make(Change.of(one.edit())));
        return box;
    }

    private Node card(Row.Card card) {
        VBox box = new VBox();
        box.getStyleClass().add("card");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("card-grid");
        for (int i = 0; i < CARD_COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(WHOLE / CARD_COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < card.properties().size(); i++) {
            boolean beside = i < CARD_COLUMNS;
            grid.add(
                    field(card.properties().get(i)),
                    beside ? i : 0,
                    beside ? 0 : i,
                    beside ? 1 : CARD_COLUMNS,
                    1);
        }
        box.getChildren().add(grid);
        if (!readOnly) {
            Button remove = new Button(texts.of("ui.inspector.entry.remove"));
            remove.setGraphic(new FontIcon("mdi2d-delete-outline"));
            remove.getStyleClass().addAll("small", "flat");
            remove.setAccessibleText(
                    texts.of("ui.inspector.entry.remove.name", card.thing().shown()));
            remove.setTooltip(new Tooltip(remove.getAccessibleText()));
            remove.setOnAction(_ -> editor.make(Change.of(new LabEdit.Remove(card.thing()))));
            box.getChildren().add(remove);
        }
        return box;
    }

    private Node action(Row.Action action) {
        Button button = new Button(texts.of(action.label()));
        button.setGraphic(new FontIcon("mdi2p-plus"));
        button.getStyleClass().add("small");
        button.setVisible(!readOnly);
        button.setManaged(!readOnly);
        button.setOnAction(_ -> editor.make(Change.of(action.edit())));
        return button;
    }
}
