package org.vxlab.ui.dialogs;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

import org.vxlab.session.Prompts;
import org.vxlab.topology.Message;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Asks what connections need to know in dialogs, while the connecting thread waits.
public final class DialogPrompts implements Prompts {
    private static final Asking.Answer TRUST =
            new Asking.Answer("ui.ask.trust", ButtonData.OK_DONE);
    private static final Asking.Answer REFUSE =
            new Asking.Answer("ui.ask.refuse", ButtonData.CANCEL_CLOSE);

    private final Executor ui;
    private final Supplier<Asking> asking;

    /// @param asking of the open window
    public DialogPrompts(Executor ui, Supplier<Asking> asking) {
        this.ui = ui;
        this.asking = asking;
    }

    @Override
    public Optional<char[]> secret(Message question) {
        return ask(() -> secretNow(question)).map(String::toCharArray);
    }

    @Override
    public boolean confirm(Message question) {
        return ask(() ->
                        asking.get()
                                .choose(
                                        asking.get().texts().of("ui.ask.hostkey"),
                                        asking.get().texts().of(question),
                                        List.of(TRUST, REFUSE)))
                .filter(TRUST::equals)
                .isPresent();
    }

    /// A dialog that is taken down with its window answers nothing.
    private <T> Optional<T> ask(Supplier<Optional<T>> question) {
        CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
        ui.execute(
                () -> {
                    try {
                        answer.complete(question.get());
                    } finally {
                        answer.complete(Optional.empty());
                    }
                });
        return answer.join();
    }

    /// A password field keeps its text in a `String`; it is emptied at once.
    private Optional<String> secretNow(Message question) {
        Dialog<String> dialog = new Dialog<>();
        ButtonType connect =
                new ButtonType(asking.get().texts().of("ui.ask.connect"), ButtonData.OK_DONE);
        ButtonType cancel =
                new ButtonType(asking.get().texts().of("ui.ask.cancel"), ButtonData.CANCEL_CLOSE);
        PasswordField field = new PasswordField();
        Label label = new Label(asking.get().texts().of(question).strip());
        label.setWrapText(true);
        label.setLabelFor(field);
        VBox content = new VBox(label, field);
        content.getStyleClass().add("question");
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().addAll(connect, cancel);
        dialog.setResultConverter(button -> connect.equals(button) ? field.getText() : null);
        asking.get().dress(dialog, asking.get().texts().of("ui.ask.secret"), "");
        // Afterwards, or the dialog would take the focus to one of its buttons.
        dialog.setOnShown(_ -> ui.execute(field::requestFocus));
        Optional<String> secret = dialog.showAndWait();
        field.clear();
        return secret;
    }
}
