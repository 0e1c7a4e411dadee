package org.vxlab.ui;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ButtonBar.ButtonData;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vxlab.session.FileProblem;
import org.vxlab.session.FileTrouble;
import org.vxlab.session.LabDocument;
import org.vxlab.session.LabFile;
import org.vxlab.session.LabReading;
import org.vxlab.session.OpenLab;
import org.vxlab.session.OpenLabSaving;
import org.vxlab.session.RecentFiles;
import org.vxlab.session.Templates;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;
import org.vxlab.ui.dialogs.Asking;
import org.vxlab.ui.dialogs.Asking.Answer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// Opens and saves labs, and sees to it that nothing is lost in between. UI thread only.
public final class LabFiles {
    /// Of a file with more, the person sees the first ones.
    private static final int MOST_PROBLEMS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(LabFiles.class);
    private static final Answer SAVE = new Answer("ui.file.save", ButtonData.YES);
    private static final Answer DISCARD = new Answer("ui.ask.discard", ButtonData.NO);
    private static final Answer CANCEL = new Answer("ui.ask.cancel", ButtonData.CANCEL_CLOSE);
    private static final Answer OVERWRITE = new Answer("ui.ask.overwrite", ButtonData.OK_DONE);

    private final Desk desk;
    private final OpenLabs labs;
    private final RecentFiles recent;
    private final Asking asking;
    private final LabRecovery recovery;
    private final ReadOnlyObjectWrapper<List<Path>> shown;
    private final ReadOnlyObjectWrapper<Boolean> open = new ReadOnlyObjectWrapper<>(false);

    LabFiles(Desk desk, OpenLabs labs, RecentFiles recent, Asking asking, ZoneId zone) {
        this.desk = desk;
        this.labs = labs;
        this.recent = recent;
        this.asking = asking;
        this.recovery = new LabRecovery(desk, labs.sideFile(), asking, zone);
        this.shown = new ReadOnlyObjectWrapper<>(recent.files());
    }

    /// Whether a lab is open; else the welcome page is shown.
    public ReadOnlyObjectProperty<Boolean> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The files that were open before, the newest first.
    public ReadOnlyObjectProperty<List<Path>> recentProperty() {
        return shown.getReadOnlyProperty();
    }

    void newLab() {
        put(OpenLabs.EMPTY, Optional.empty());
    }

    /// Opens a lab that comes with the program, as a new one.
    void template(String name) {
        put(LabFile.read(Templates.read(name)).document().orElseThrow(), Optional.empty());
    }

    /// Opens a lab that is in no file yet.
    void open(Lab lab) {
        put(LabDocument.of(lab), Optional.empty());
    }

    /// @param then what follows once a lab is open
    void ask(Runnable then) {
        asking.fileToOpen().ifPresent(path -> open(path, then));
    }

    /// Opens a file; what is wrong with it is said with line and column. Returns at once: the file
    /// may be large, or on another machine.
    ///
    /// @param then what follows once it is open
    void open(Path path, Runnable then) {
        CompletableFuture.supplyAsync(() -> Read.of(path))
                .thenAcceptAsync(read -> opened(path, read, then), desk.ui());
    }

    /// What came of reading a file.
    ///
    /// @param failure why it could not be read; empty where it could
    private record Read(Optional<LabReading> reading, Optional<Message> failure) {
        static Read of(Path path) {
            try {
                return new Read(Optional.of(LabFile.read(path)), Optional.empty());
            } catch (IOException e) {
                return new Read(Optional.empty(), Optional.of(FileTrouble.of(path, e)));
            }
        }
    }

    private void opened(Path path, Read read, Runnable then) {
        if (read.failure().isPresent()) {
            wrong("ui.file.unreadable", desk.texts().of("ui.file.why", path, read.failure().get()));
            return;
        }
        LabReading reading = read.reading().orElseThrow();
        if (reading.document().isEmpty()) {
            asking.warn(
                    desk.texts().of("ui.file.no-lab", path.getFileName()),
                    problems(reading.problems()));
            return;
        }
        put(reading.document().get(), Optional.of(path));
        remember(path);
        recover(path);
        then.run();
    }

    private String problems(List<FileProblem> problems) {
        return problems.stream()
                .limit(MOST_PROBLEMS)
                .map(
                        one ->
                                desk.texts()
                                                .of(
                                                        "ui.file.problem",
                                                        one.line(),
                                                        one.column(),
                                                        one.problem().what())
                                        + "\n"
                                        + desk.texts().of(one.problem().cure()))
                .collect(Collectors.joining("\n\n"));
    }

    private void recover(Path path) {
        try {
            recovery.offer(path);
        } catch (IOException e) {
            wrong(
                    "ui.file.unreadable",
                    desk.texts().of("ui.file.why", path, FileTrouble.of(path, e)));
        }
    }

    /// Offers what an earlier run could not save, of labs that have no file.
    void recoverUntitled() {
        recovery.offerUntitled(this::newLab);
    }

    void save() {
        saveThen(() -> {});
    }

    void saveAs() {
        saveAsThen(() -> {});
    }

    /// @param then what follows once the lab is in a file
    private void saveThen(Runnable then) {
        if (desk.stateProperty().get().file().isPresent()) {
            desk.openLab().save().thenAccept(ending -> saved(ending, then));
        } else {
            saveAsThen(then);
        }
    }

    private void saveAsThen(Runnable then) {
        asking.fileToSave(desk.lab().name())
                .ifPresent(
                        path ->
                                desk.openLab()
                                        .saveAs(path)
                                        .thenAccept(ending -> saved(ending, then)));
    }

    private void saved(OpenLabSaving ending, Runnable then) {
        switch (ending) {
            case OpenLabSaving.Saved(Path path) -> {
                remember(path);
                then.run();
            }
            case OpenLabSaving.ChangedOnDisk(Path path) -> {
                Optional<Answer> answer =
                        asking.choose(
                                desk.texts().of("ui.ask.changed", path.getFileName()),
                                desk.texts().of("ui.ask.changed.why"),
                                List.of(OVERWRITE, CANCEL));
                if (answer.equals(Optional.of(OVERWRITE))) {
                    desk.openLab().saveOverChanges().thenAccept(again -> saved(again, then));
                }
            }
            case OpenLabSaving.Failed(_, var why) ->
                    wrong("ui.file.unwritable", desk.texts().of(why));
        }
    }

    /// Asks what to do with changes that are not saved.
    ///
    /// @param then what follows unless the person wants to stay
    void leave(Runnable then) {
        if (!open.get() || !desk.stateProperty().get().dirty()) {
            then.run();
            return;
        }
        asking.choose(
                        desk.texts().of("ui.ask.unsaved", desk.lab().name()),
                        desk.texts().of("ui.ask.unsaved.why"),
                        List.of(SAVE, DISCARD, CANCEL))
                .ifPresent(
                        answer -> {
                            if (answer.equals(SAVE)) {
                                saveThen(then);
                            } else if (answer.equals(DISCARD)) {
                                then.run();
                            }
                        });
    }

    /// Takes the lab off the desk.
    ///
    /// @return completed when everything is on disk
    CompletableFuture<Void> close() {
        open.set(false);
        OpenLab last = desk.openLab();
        desk.open(labs.of(OpenLabs.EMPTY, Optional.empty()));
        return last.idle();
    }

    private void put(LabDocument document, Optional<Path> path) {
        desk.open(labs.of(document, path));
        open.set(true);
    }

    private void remember(Path path) {
        try {
            recent.add(path);
            shown.set(recent.files());
        } catch (IOException e) {
            LOG.warn("the list of recent files cannot be written", e);
        }
    }

    private void wrong(String title, String why) {
        asking.warn(desk.texts().of(title), why);
    }
}
