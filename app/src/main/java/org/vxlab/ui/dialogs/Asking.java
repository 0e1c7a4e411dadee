package org.vxlab.ui.dialogs;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Window;

import org.vxlab.session.LabFile;
import org.vxlab.ui.Looks;
import org.vxlab.ui.Texts;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks things in windows of their own, in the language and the colours of the moment. UI thread
/// only.
public final class Asking {
    private static final double WIDTH_EM = 38;

    /// Of dialogs that show files and pictures.
    private static final double WIDE_EM = 68;

    private static final double HIGH_EM = 44;

    /// Pixels, of usual letters.
    private static final double EM = 14;

    /// Of the screen; the rest is for what the system puts about a window.
    private static final double MOST = 0.9;

    private final Window owner;
    private final Texts texts;
    private final Looks looks;

    /// An answer to choose.
    ///
    /// @param key of what its button says, which names the action
    public record Answer(String key, ButtonData kind) {}

    public Asking(Window owner, Texts texts, Looks looks) {
        this.owner = owner;
        this.texts = texts;
        this.looks = looks;
    }

    /// Asks to choose one of several answers; empty where the person chose none.
    public Optional<Answer> choose(String title, String question, List<Answer> answers) {
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION);
        List<ButtonType> buttons =
                answers.stream()
                        .map(answer -> new ButtonType(texts.of(answer.key()), answer.kind()))
                        .toList();
        alert.getButtonTypes().setAll(buttons);
        dress(alert, title, question);
        return alert.showAndWait()
                .map(buttons::indexOf)
                .filter(index -> index >= 0)
                .map(answers::get);
    }

    /// Tells something that has to be read.
    public void tell(String title, String text) {
        show(Alert.AlertType.INFORMATION, title, text);
    }

    /// Tells what went wrong.
    public void warn(String title, String text) {
        show(Alert.AlertType.ERROR, title, text);
    }

    private void show(Alert.AlertType kind, String title, String text) {
        Alert alert = new Alert(kind);
        alert.getButtonTypes()
                .setAll(new ButtonType(texts.of("ui.ask.close"), ButtonData.CANCEL_CLOSE));
        dress(alert, title, text);
        alert.showAndWait();
    }

    /// Asks for a lab file to open.
    public Optional<Path> fileToOpen() {
        return Optional.ofNullable(files("ui.file.open").showOpenDialog(owner)).map(File::toPath);
    }

    /// Asks where to save a lab.
    ///
    /// @param name of the lab
    public Optional<Path> fileToSave(String name) {
        FileChooser chooser = files("ui.file.save-as");
        chooser.setInitialFileName(name + LabFile.SUFFIX);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    /// Asks for any file to read.
    ///
    /// @param title key of what it is wanted for
    public Optional<Path> file(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.of(title));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    /// Asks for a file to write.
    ///
    /// @param name proposed
    public Optional<Path> fileToWrite(
            String title, String name, List<FileChooser.ExtensionFilter> forms) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().addAll(forms);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    /// Asks for a folder to put something into.
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    /// Makes a dialog large, but never larger than the screen the window is on.
    public void widen(Dialog<?> dialog) {
        Rectangle2D screen =
                Screen.getScreensForRectangle(
                                owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight())
                        .stream()
                        .findFirst()
                        .orElseGet(Screen::getPrimary)
                        .getVisualBounds();
        double em = EM * looks.typeScale();
        dialog.getDialogPane().getStyleClass().add("wide");
        // The size that the theme gives to dialogs would win over properties.
        dialog.getDialogPane()
                .setStyle(
                        "-fx-pref-width: %d; -fx-pref-height: %d"
                                .formatted(
                                        Math.round(
                                                Math.min(WIDE_EM * em, MOST * screen.getWidth())),
                                        Math.round(
                                                Math.min(
                                                        HIGH_EM * em, MOST * screen.getHeight()))));
    }

    /// Makes a dialog one of this window's.
    public void dress(Dialog<?> dialog, String title, String text) {
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        Label label = new Label(text);
        label.setId("question");
        label.setWrapText(true);
        label.setStyle("-fx-pref-width: " + WIDTH_EM + "em");
        if (dialog.getDialogPane().getContent() == null) {
            dialog.getDialogPane().setContent(label);
        }
        looks.dress(dialog.getDialogPane().getScene());
    }

    Texts texts() {
        return texts;
    }

    private FileChooser files(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.of(title));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                texts.of("ui.file.labs"), "*" + LabFile.SUFFIX),
                        new FileChooser.ExtensionFilter(texts.of("ui.file.all"), "*"));
        return chooser;
    }
}
