package org.vxlab.ui.inspector;

import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.vxlab.ui.LeavingByTab;
import org.vxlab.ui.Texts;

/// A text of one line, taken at Enter, or of several, taken at Ctrl+Enter; either also when the
/// focus goes elsewhere. Escape brings back what stood there.
final class TextFieldInput implements FieldInput {
    private static final int ROWS = 5;

    private final TextInputControl control;
    private final Texts texts;
    private Property shown;

    TextFieldInput(Texts texts, Property property, boolean readOnly, Runnable taken) {
        this.texts = texts;
        this.control = control(property);
        control.setEditable(!readOnly);
        control.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, taken));
        control.focusedProperty()
                .subscribe(
                        (_, focused) -> {
                            if (!focused) {
                                taken.run();
                            }
                        });
        show(property);
    }

    private static TextInputControl control(Property property) {
        return switch (property.input()) {
            case Property.Input.Lines _ -> {
                TextArea area = new TextArea();
                area.setPrefRowCount(ROWS);
                area.setPrefColumnCount(1);
                area.setWrapText(true);
                LeavingByTab.from(area);
                yield area;
            }
            case Property.Input.Line _, Property.Input.Choices _ -> {
                TextField field = new TextField();
                field.setPrefColumnCount(1);
                yield field;
            }
        };
    }

    private void pressed(KeyEvent key, Runnable taken) {
        boolean lines = control instanceof TextArea;
        if (key.getCode() == KeyCode.ENTER && (!lines || key.isShortcutDown())) {
            taken.run();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && !text().equals(standing(shown))) {
            show(shown);
            key.consume();
        }
    }

    @Override
    public TextInputControl control() {
        return control;
    }

    @Override
    public void show(Property property) {
        control.setText(standing(property));
        translate(property);
    }

    @Override
    public void translate(Property property) {
        shown = property;
        if (property.input() instanceof Property.Input.Choices && !control.isEditable()) {
            control.setText(standing(property));
        }
        control.setPromptText(
                property.written().equals(ManyPage.DIFFERENT)
                        ? texts.of("ui.inspector.different")
                        : property.fallback().map(texts::of).orElse(""));
    }

    /// What the field holds before anything is typed. A choice that cannot be made now is shown as
    /// its text.
    private String standing(Property property) {
        if (property.input() instanceof Property.Input.Choices(var choices)) {
            return choices.stream()
                    .filter(choice -> choice.value().equals(property.written()))
                    .findFirst()
                    .map(choice -> texts.of(choice.label()))
                    .orElse(property.written());
        }
        return property.written().equals(ManyPage.DIFFERENT) ? "" : property.written();
    }

    @Override
    public String text() {
        return control.getText();
    }
}
