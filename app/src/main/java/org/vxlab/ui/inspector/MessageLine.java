package org.vxlab.ui.inspector;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.vxlab.topology.Problem.Severity;
import org.vxlab.ui.Texts;

import java.util.Optional;
import java.util.function.Consumer;

/// What is wrong, in words, with the cure as a button where there is one.
final class MessageLine extends HBox {
    private final String text;

    MessageLine(
            Texts texts,
            Severity severity,
            String text,
            Optional<Cure> cure,
            Consumer<Cure> chosen) {
        this.text = text;
        boolean error = severity == Severity.ERROR;
        getStyleClass().addAll("message-line", error ? "is-error" : "is-warning");
        FontIcon icon = new FontIcon(error ? "mdi2a-alert-circle-outline" : "mdi2a-alert-outline");
        icon.setAccessibleText(texts.of(error ? "ui.inspector.error" : "ui.inspector.warning"));
        VBox words = new VBox(Texted.label(text, "message-text"));
        words.getStyleClass().add("message-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        cure.ifPresent(
                one -> {
                    Button button = new Button(texts.of(one.label()));
                    button.getStyleClass().addAll("small", "cure");
                    button.setWrapText(true);
                    button.setMinHeight(USE_PREF_SIZE);
                    button.setOnAction(_ -> chosen.accept(one));
                    words.getChildren().add(button);
                });
        getChildren().addAll(icon, words);
    }

    static MessageLine of(Texts texts, CurableProblem found, Consumer<Cure> chosen) {
        return new MessageLine(
                texts,
                found.problem().severity(),
                texts.of(
                        "ui.inspector.problem",
                        texts.of(found.problem().what()),
                        texts.of(found.problem().cure())),
                found.cure(),
                chosen);
    }

    String text() {
        return text;
    }
}
