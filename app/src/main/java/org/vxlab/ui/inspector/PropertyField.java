package org.vxlab.ui.inspector;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.vxlab.topology.Problem;
import org.vxlab.ui.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A property on the screen: its name, its iproute2 word, what stands there, and what is wrong with
/// it. UI thread only.
final class PropertyField extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final Texts texts;
    private final Editor editor;
    private final Label name = new Label();
    private final Label word = new Label();
    private final Button reset = new Button(null, new FontIcon("mdi2b-backup-restore"));
    private final Label means = new Label();
    private final VBox messages = new VBox();
    private final FieldInput input;
    private final boolean readOnly;
    private Property shown;
    private List<CurableProblem> problems = List.of();
    private Optional<Editor.Refusal> refusal = Optional.empty();

    PropertyField(Texts texts, Editor editor, Property property, boolean readOnly) {
        this.texts = texts;
        this.editor = editor;
        this.readOnly = readOnly;
        this.shown = property;
        this.input = input(property);
        getStyleClass().add("property");
        setId(property.id());
        word.getStyleClass().addAll("command", "word");
        name.getStyleClass().add("property-name");
        means.getStyleClass().add("means");
        messages.getStyleClass().add("messages");
        reset.getStyleClass().addAll("button-icon", "flat", "reset");
        reset.setOnAction(_ -> reset());
        name.setLabelFor(input.control());
        HBox.setHgrow(input.control(), Priority.ALWAYS);
        Texted.wrap(name);
        HBox.setHgrow(name, Priority.ALWAYS);
        word.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(name, word);
        head.getStyleClass().add("property-head");
        HBox line = new HBox(input.control(), reset);
        line.getStyleClass().add("property-line");
        Texted.wrap(means);
        getChildren().addAll(head, line, means, messages);
        show(property, List.of());
    }

    private FieldInput input(Property property) {
        return switch (property.input()) {
            case Property.Input.Choices _ when !readOnly ->
                    new ChoiceInput(texts, property, this::take);
            case Property.Input.Choices _, Property.Input.Line _, Property.Input.Lines _ ->
                    new TextFieldInput(texts, property, readOnly, this::take);
        };
    }

    /// Shows the property as it is now; a text that is being typed, or was not taken, stays as long
    /// as the lab says the same.
    void show(Property property, List<CurableProblem> found) {
        boolean same = shown.written().equals(property.written());
        shown = property;
        problems = found;
        if (same) {
            input.translate(property);
        } else {
            refusal = Optional.empty();
            input.show(property);
        }
        name.setText(texts.of(property.label()));
        word.setText(property.word());
        boolean canReset = !readOnly && property.canReset();
        reset.setVisible(canReset);
        reset.setManaged(canReset);
        if (canReset) {
            String back =
                    texts.of("ui.inspector.reset", texts.of(property.fallback().orElseThrow()));
            reset.setTooltip(new Tooltip(back));
            reset.setAccessibleText(name.getText() + ": " + back);
        }
        String sentence = input instanceof ChoiceInput choice ? choice.sentence().orElse("") : "";
        Texted.set(means, sentence);
        showMessages();
    }

    private void showMessages() {
        List<Node> lines = new ArrayList<>();
        refusal.ifPresent(
                why ->
                        lines.add(
                                new MessageLine(
                                        texts,
                                        Problem.Severity.ERROR,
                                        texts.of(why.why()),
                                        why.cure(),
                                        this::cure)));
        if (refusal.isEmpty()) {
            for (CurableProblem found : problems) {
                lines.add(MessageLine.of(texts, found, this::cure));
            }
        }
        messages.getChildren().setAll(lines);
        messages.setManaged(!lines.isEmpty());
        boolean error =
                refusal.isPresent() || problems.stream().anyMatch(one -> one.problem().isError());
        pseudoClassStateChanged(ERROR, error);
        pseudoClassStateChanged(WARNING, !error && !lines.isEmpty());
        input.control()
                .setAccessibleText(texts.of("ui.inspector.field", name.getText(), shown.word()));
        input.control().setAccessibleHelp(help());
    }

    /// What a screen reader says after the name: the default, and what is wrong.
    private String help() {
        List<String> parts = new ArrayList<>();
        shown.fallback().map(texts::of).ifPresent(parts::add);
        for (Node line : messages.getChildren()) {
            if (line instanceof MessageLine message) {
                parts.add(message.text());
            }
        }
        return String.join(". ", parts);
    }

    /// Takes what stands in the field, where it is not what the lab says.
    void take() {
        if (readOnly || input.text().equals(standing())) {
            if (refusal.isPresent() && input.text().equals(standing())) {
                refusal = Optional.empty();
                showMessages();
            }
            return;
        }
        Property taken = shown;
        Optional<Editor.Refusal> why = editor.take(taken, input.text());
        refusal = why;
        if (why.isEmpty()) {
            // A text may mean what stood there already; the lab then does not change.
            input.show(shown);
        }
        showMessages();
    }

    private String standing() {
        boolean textual = input instanceof TextFieldInput;
        return textual && shown.written().equals(ManyPage.DIFFERENT) ? "" : shown.written();
    }

    private void reset() {
        input.control().requestFocus();
        refusal = editor.take(shown, "");
        showMessages();
    }

    private void cure(Cure cure) {
        input.control().requestFocus();
        refusal = Optional.empty();
        input.show(shown);
        editor.make(cure.change());
    }
}
