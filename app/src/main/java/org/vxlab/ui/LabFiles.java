package org.vxlab.ui;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ButtonBar.ButtonData;

import org.vxlab.session.Choices;
import org.vxlab.session.FileProblem;
import org.vxlab.session.LabDocument;
import org.vxlab.session.LabFile;
import org.vxlab.session.LabReading;
import org.vxlab.session.Templates;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout;
import org.vxlab.ui.dialogs.Asking;
import org.vxlab.ui.dialogs.Asking.Answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Opens and saves labs, and sees to it that nothing is lost in between. UI thread only.
public final class LabFiles {
    /// Of a file with more, the person sees the first ones.
    private static final int MOST_PROBLEMS = 8;

    private static final Answer SAVE = new Answer("ui.file.save", ButtonData.YES);
    private static final Answer DISCARD = new Answer("ui.ask.discard", ButtonData.NO);
    private static final Answer CANCEL = new Answer("ui.ask.cancel", ButtonData.CANCEL_CLOSE);

    private final Desk desk;
    private final Choices choices;
    private final Asking asking;
    private final ReadOnlyObjectWrapper<Optional<Path>> file =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> open = new ReadOnlyObjectWrapper<>(false);

    LabFiles(Desk desk, Choices choices, Asking asking) {
        this.desk = desk;
        this.choices = choices;
        this.asking = asking;
    }

    /// The file of the open lab; empty for one that was never saved.
    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// Whether a lab is open; else the welcome page is shown.
    public ReadOnlyObjectProperty<Boolean> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The files that were open before, the newest first.
    public List<Path> recent() {
        return choices.recent();
    }

    public void newLab() {
        put(
                LabDocument.of(
                        new Lab("my-lab", List.of(), List.of(), List.of(), List.of(), Layout.NONE)),
                Optional.empty());
    }

    /// Opens a lab that comes with the program, as a new one.
    public void template(String name) {
        put(LabFile.read(Templates.read(name)).document().orElseThrow(), Optional.empty());
    }

    public void ask() {
        asking.fileToOpen().ifPresent(this::open);
    }

    /// Opens a file; what is wrong with it is said with line and column.
    ///
    /// @return whether it was opened
    public boolean open(Path path) {
        LabReading reading;
        try {
            reading = LabFile.read(path);
        } catch (IOException e) {
            asking.tell(
                    desk.texts().of("ui.file.unreadable"),
                    desk.texts().of("ui.file.unreadable.why", path, e.getMessage()),
                    true);
            return false;
        }
        if (reading.document().isEmpty()) {
            asking.tell(
                    desk.texts().of("ui.file.no-lab", path.getFileName()),
                    problems(reading.problems()),
                    true);
            return false;
        }
        put(reading.document().get(), Optional.of(path));
        choices.keepRecent(path.toAbsolutePath());
        return true;
    }

    private String problems(List<FileProblem> problems) {
        return problems.stream()
                .limit(MOST_PROBLEMS)
                .map(
                        one ->
                                one.line()
                                        + ":"
                                        + one.column()
                                        + " "
                                        + desk.texts().of(one.problem().what())
                                        + "\n"
                                        + desk.texts().of(one.problem().cure()))
                .collect(Collectors.joining("\n\n"));
    }

    /// @return whether the lab is in a file now
    public boolean save() {
        return file.get().isPresent() ? save(file.get().get()) : saveAs();
    }

    /// @return whether the lab is in a file now
    public boolean saveAs() {
        return asking.fileToSave(desk.lab().name()).map(this::save).orElse(false);
    }

    private boolean save(Path path) {
        try {
            LabFile.save(path, desk.text());
        } catch (IOException e) {
            asking.tell(
                    desk.texts().of("ui.file.unwritable"),
                    desk.texts().of("ui.file.unwritable.why", path, e.getMessage()),
                    true);
            return false;
        }
        file.set(Optional.of(path));
        choices.keepRecent(path.toAbsolutePath());
        desk.markSaved();
        return true;
    }

    /// Takes the lab off the desk.
    void close() {
        open.set(false);
        file.set(Optional.empty());
    }

    /// Asks what to do with changes that are not saved.
    ///
    /// @return whether to go on with what would lose them
    boolean mayLeave() {
        if (!open.get() || desk.isSaved()) {
            return true;
        }
        Optional<Answer> answer =
                asking.choose(
                        desk.texts().of("ui.ask.unsaved", desk.lab().name()),
                        desk.texts().of("ui.ask.unsaved.why"),
                        List.of(SAVE, DISCARD, CANCEL));
        return answer.filter(DISCARD::equals).isPresent()
                || answer.filter(SAVE::equals).isPresent() && save();
    }

    private void put(LabDocument document, Optional<Path> path) {
        desk.open(document);
        file.set(path);
        open.set(true);
    }
}
