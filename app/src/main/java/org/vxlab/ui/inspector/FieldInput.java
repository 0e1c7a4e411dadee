package org.vxlab.ui.inspector;

import javafx.scene.control.Control;

/// The control inside a [PropertyField]: shows one property, and holds what a person does to it.
sealed interface FieldInput permits TextFieldInput, ChoiceInput {
    Control control();

    /// Shows the property's text, and forgets what was typed.
    void show(Property property);

    /// Shows the texts that follow the language, and keeps what was typed.
    void translate(Property property);

    /// What stands there now, as a [Property.Reader] takes it.
    String text();
}
