package org.vxlab.ui.exchange;

import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import org.vxlab.export.ExportSource;
import org.vxlab.export.ExportedFile;
import org.vxlab.session.ExportFolder;
import org.vxlab.session.ExportTexts;
import org.vxlab.session.FileTrouble;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.ui.Texts;
import org.vxlab.ui.dialogs.Asking;
import org.vxlab.ui.dialogs.Asking.Answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/// The dialog in which a lab is exported. UI thread only.
public final class Exporting {
    /// Of more files that are in the way the person sees the first ones.
    private static final int MOST_NAMED = 8;

    private static final Answer REPLACE = new Answer("ui.export.replace", ButtonData.OK_DONE);
    private static final Answer CANCEL = new Answer("ui.ask.cancel", ButtonData.CANCEL_CLOSE);

    private final Texts texts;
    private final Asking asking;
    private final Executor ui;

    /// @param ui runs things on the UI thread
    public Exporting(Texts texts, Asking asking, Executor ui) {
        this.texts = texts;
        this.asking = asking;
        this.ui = ui;
    }

    /// Shows what an export would write, and writes it where the person says; returns when the
    /// dialog is closed.
    public void export(ResolvedLab lab) {
        ExportView view = new ExportView(ExportSource.of(lab, texts::of, ExportTexts::read), texts);
        Dialog<Void> dialog = new Dialog<>();
        dialog.setResizable(true);
        asking.widen(dialog);
        ButtonType write = new ButtonType(texts.of("ui.export.write"), ButtonData.OK_DONE);
        ButtonType copy = new ButtonType(texts.of("ui.export.copy"), ButtonData.LEFT);
        ButtonType close = new ButtonType(texts.of("ui.ask.close"), ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().setContent(view);
        dialog.getDialogPane().getButtonTypes().addAll(copy, write, close);
        onPress(dialog, copy, () -> copy(view.file()));
        onPress(dialog, write, () -> write(lab.name(), view));
        // Afterwards, or the dialog would take the focus to one of its buttons.
        dialog.setOnShown(_ -> ui.execute(view::focusFormats));
        asking.dress(dialog, texts.of("ui.export.title", lab.name()), "");
        dialog.showAndWait();
    }

    /// The dialog stays: a person may want the next format too.
    private static void onPress(Dialog<Void> dialog, ButtonType type, Runnable action) {
        Button button = (Button) dialog.getDialogPane().lookupButton(type);
        button.addEventFilter(
                ActionEvent.ACTION,
                event -> {
                    event.consume();
                    action.run();
                });
    }

    private static void copy(ExportedFile file) {
        ClipboardContent content = new ClipboardContent();
        content.putString(file.text());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void write(String lab, ExportView view) {
        Optional<Path> chosen =
                asking.folder(texts.of("ui.export.where"))
                        .map(parent -> parent.resolve(lab + "-" + view.format().word()));
        if (chosen.isEmpty()) {
            return;
        }
        Path target = chosen.get();
        ExportFolder folder = new ExportFolder(target);
        List<ExportedFile> files = view.files();
        try {
            List<Path> inTheWay = folder.inTheWay(files);
            if (inTheWay.isEmpty() || mayReplace(target, inTheWay)) {
                folder.write(files);
                asking.tell(
                        texts.of("ui.export.done", files.size()),
                        texts.of("ui.export.done.where", target));
            }
        } catch (IOException failed) {
            asking.warn(
                    texts.of("ui.export.failed"),
                    texts.of("ui.file.why", target, FileTrouble.of(target, failed)));
        }
    }

    private boolean mayReplace(Path target, List<Path> inTheWay) {
        String named =
                inTheWay.stream()
                        .limit(MOST_NAMED)
                        .map(file -> target.relativize(file).toString())
                        .collect(Collectors.joining("\n"));
        return asking.choose(
                        texts.of("ui.export.in-the-way", inTheWay.size(), target),
                        named,
                        List.of(REPLACE, CANCEL))
                .filter(REPLACE::equals)
                .isPresent();
    }
}
