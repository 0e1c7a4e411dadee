package org.vxlab.ui.inspector;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

import org.vxlab.ui.Texts;
import org.vxlab.ui.inspector.Property.Choice;
import org.vxlab.ui.inspector.Property.Input;

import java.util.List;
import java.util.Optional;

/// One of several values, taken when it is chosen; each says in the list what it means.
final class ChoiceInput implements FieldInput {
    private final ComboBox<Choice> control = new ComboBox<>();
    private final Texts texts;
    private boolean showing;

    ChoiceInput(Texts texts, Property property, Runnable taken) {
        this.texts = texts;
        control.setMaxWidth(Double.MAX_VALUE);
        control.setCellFactory(_ -> new ChoiceCell(true));
        control.setButtonCell(new ChoiceCell(false));
        control.valueProperty()
                .subscribe(
                        (_, value) -> {
                            if (!showing && value != null) {
                                taken.run();
                            }
                        });
        show(property);
    }

    @Override
    public ComboBox<Choice> control() {
        return control;
    }

    @Override
    public void show(Property property) {
        translate(property);
    }

    @Override
    public void translate(Property property) {
        showing = true;
        List<Choice> choices = choices(property);
        control.getItems().setAll(choices);
        control.setValue(
                choices.stream()
                        .filter(choice -> choice.value().equals(property.written()))
                        .findFirst()
                        .orElseGet(() -> Choices.plain(property.written())));
        control.setButtonCell(new ChoiceCell(false));
        showing = false;
    }

    private static List<Choice> choices(Property property) {
        return switch (property.input()) {
            case Input.Choices(List<Choice> choices) -> choices;
            case Input.Line _, Input.Lines _ -> List.of();
        };
    }

    @Override
    public String text() {
        return control.getValue().value();
    }

    /// What the value of the moment means.
    Optional<String> sentence() {
        return Optional.ofNullable(control.getValue()).flatMap(Choice::sentence).map(texts::of);
    }

    /// A value, in the list with its sentence below.
    private final class ChoiceCell extends ListCell<Choice> {
        private final boolean explained;

        ChoiceCell(boolean explained) {
            this.explained = explained;
        }

        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(null);
            setGraphic(null);
            if (empty || choice == null) {
                return;
            }
            if (!explained || choice.sentence().isEmpty()) {
                setText(texts.of(choice.label()));
                return;
            }
            Label means = new Label(texts.of(choice.sentence().get()));
            means.setWrapText(true);
            means.getStyleClass().add("means");
            means.maxWidthProperty().bind(control.widthProperty().subtract(CELL_MARGINS));
            means.setMinHeight(USE_PREF_SIZE);
            Label name = new Label(texts.of(choice.label()));
            setGraphic(new VBox(name, means));
            setAccessibleText(name.getText() + ": " + means.getText());
        }
    }

    /// What a list takes at both sides of a cell, in pixels.
    private static final double CELL_MARGINS = 40;
}
