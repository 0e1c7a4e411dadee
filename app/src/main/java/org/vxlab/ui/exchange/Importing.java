package org.vxlab.ui.exchange;

import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;

import org.vxlab.session.FileTrouble;
import org.vxlab.session.HostImport;
import org.vxlab.session.HostImport.Imported;
import org.vxlab.session.SshAccess;
import org.vxlab.session.SshConfigFile;
import org.vxlab.topology.Lab;
import org.vxlab.topology.SshTarget;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Texts;
import org.vxlab.ui.dialogs.Asking;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// The dialog in which scripts, tutorials and running hosts become a lab. UI thread only.
public final class Importing {
    /// More is no text that somebody wrote. Bytes.
    private static final int LONGEST_TEXT = 4 << 20;

    private final Desk desk;
    private final Texts texts;
    private final Asking asking;
    private final SshAccess ssh;
    private final SshAccess.User user;

    /// @param ssh how hosts are reached that are to be read
    public Importing(Desk desk, Asking asking, SshAccess ssh, SshAccess.User user) {
        this.desk = desk;
        this.texts = desk.texts();
        this.asking = asking;
        this.ssh = ssh;
        this.user = user;
    }

    /// Asks what to import.
    ///
    /// @return the lab; empty where the person took none
    public Optional<Lab> ask() {
        ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return ask(elsewhere);
        } finally {
            // Not waited for: a host may not answer, and one that asks something would wait for
            // this thread.
            elsewhere.shutdownNow();
        }
    }

    private Optional<Lab> ask(ExecutorService elsewhere) {
        ImportView view =
                new ImportView(desk, elsewhere, this::read, this::script, this::configuration);
        Dialog<Lab> dialog = new Dialog<>();
        dialog.setResizable(true);
        asking.widen(dialog);
        ButtonType open = new ButtonType(texts.of("ui.import.open"), ButtonData.OK_DONE);
        ButtonType close = new ButtonType(texts.of("ui.ask.cancel"), ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().setContent(view);
        dialog.getDialogPane().getButtonTypes().addAll(open, close);
        Node button = dialog.getDialogPane().lookupButton(open);
        view.labProperty().subscribe(lab -> button.setDisable(lab.isEmpty()));
        dialog.setResultConverter(
                pressed -> open.equals(pressed) ? view.labProperty().get().orElse(null) : null);
        // Afterwards, or the dialog would take the focus to one of its buttons.
        dialog.setOnShown(_ -> desk.ui().execute(view::focusText));
        asking.dress(dialog, texts.of("ui.import.title"), "");
        return dialog.showAndWait();
    }

    private Imported read(Map<String, SshTarget> targets) throws InterruptedException {
        try (HostImport hosts = new HostImport(targets, ssh)) {
            return hosts.read(Optional.empty());
        }
    }

    private void script(Consumer<String> taker) {
        asking.file("ui.import.text.open").flatMap(this::text).ifPresent(taker);
    }

    private void configuration(Consumer<Map<String, SshTarget>> taker) {
        asking.file("ui.import.hosts.config")
                .ifPresent(
                        file ->
                                text(file)
                                        .map(
                                                text ->
                                                        SshConfigFile.parse(
                                                                file.toString(), text, user))
                                        .map(SshConfigFile::targets)
                                        .ifPresent(
                                                targets -> {
                                                    if (targets.isEmpty()) {
                                                        wrong(file, "ui.import.no-hosts");
                                                    } else {
                                                        taker.accept(targets);
                                                    }
                                                }));
    }

    private Optional<String> text(Path file) {
        try {
            if (Files.size(file) > LONGEST_TEXT) {
                wrong(file, "ui.import.too-long");
                return Optional.empty();
            }
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            asking.warn(
                    texts.of("ui.file.unreadable"),
                    texts.of("ui.file.why", file, FileTrouble.of(file, unreadable)));
            return Optional.empty();
        }
    }

    private void wrong(Path file, String key) {
        asking.warn(texts.of("ui.file.unreadable"), texts.of(key, file));
    }
}
