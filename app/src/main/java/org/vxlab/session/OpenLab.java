package org.vxlab.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabCheck;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The lab being edited: its history, its file, and the side file that survives a crash.
///
/// One thread owns it: all methods are called there and listeners are told there; what is written
/// to disk is done by the scheduler, one thing after the other, and its end comes back through the
/// owner's executor. It asks nobody anything: whoever opens a lab looks for a
/// [OpenLabSideFile.Recovery] first, since the first edit replaces the side file.
public final class OpenLab implements AutoCloseable {
    /// Edits that follow each other faster are written to the side file once.
    public static final Duration AUTOSAVE_DELAY = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(OpenLab.class);

    private final OpenLabSideFile sideFile;
    private final String untitled;
    private final Executor owner;
    private final ScheduledExecutorService scheduler;
    private final List<Consumer<OpenLabState>> listeners = new ArrayList<>();
    private LabDocument document;
    private OpenLabState state;
    private Optional<Future<?>> pending = Optional.empty();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private boolean checking;
    private boolean closed;

    /// @param document as read from the file, or of a new lab
    /// @param file absent for a lab that has none yet
    /// @param untitled name of the side file as long as there is no file, see
    ///   [OpenLabSideFile#untitled]
    /// @param owner runs things on the thread that owns this
    public OpenLab(
            LabDocument document,
            Optional<Path> file,
            OpenLabSideFile sideFile,
            String untitled,
            Executor owner,
            ScheduledExecutorService scheduler) {
        this.document = document;
        this.sideFile = sideFile;
        this.untitled = untitled;
        this.owner = owner;
        this.scheduler = scheduler;
        state =
                new OpenLabState(
                        OpenLabHistory.of(document.lab()),
                        List.of(),
                        false,
                        file,
                        false,
                        Optional.empty());
        check();
    }

    public OpenLabState state() {
        return state;
    }

    /// Tells a listener every state from now on.
    ///
    /// @return ends it
    public Runnable listen(Consumer<OpenLabState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Does an edit; one that changes nothing leaves no trace.
    public void apply(LabEdit edit) {
        Lab lab = edit.applyTo(state.lab());
        if (!lab.equals(state.lab())) {
            Message label = edit.label(state.lab());
            edited(state.history().with(lab, label));
        }
    }

    /// Takes over unsaved changes of an earlier run; undo gives the file's lab back.
    public void recover(Lab lab) {
        if (!lab.equals(state.lab())) {
            edited(state.history().with(lab, Message.of("session.history.recovered")));
        }
    }

    public void undo() {
        if (state.history().undoable().isPresent()) {
            goTo(state.history().position() - 1);
        }
    }

    public void redo() {
        if (state.history().redoable().isPresent()) {
            goTo(state.history().position() + 1);
        }
    }

    /// Goes to an entry of the history, forth or back.
    ///
    /// @throws IllegalArgumentException where there is no such entry
    public void goTo(int position) {
        edited(state.history().at(position));
    }

    private void edited(OpenLabHistory history) {
        Lab lab = history.lab();
        boolean onlyMoved =
                state.checked() && lab.withLayout(state.lab().layout()).equals(state.lab());
        tell(state.withHistory(history, isDirty(lab), onlyMoved));
        if (!onlyMoved) {
            check();
        }
        autosaveLater();
    }

    /// Looks for the problems of the newest lab; large labs take a while, and those of labs that
    /// were only passed through interest nobody.
    private void check() {
        if (checking) {
            return;
        }
        checking = true;
        Lab lab = state.lab();
        CompletableFuture.supplyAsync(() -> LabCheck.problems(lab), scheduler)
                .thenAcceptAsync(
                        found -> {
                            checking = false;
                            if (lab.equals(state.lab())) {
                                tell(state.withProblems(found));
                            } else {
                                check();
                            }
                        },
                        owner)
                .whenComplete(OpenLab::log);
    }

    private boolean isDirty(Lab lab) {
        return !lab.equals(document.lab());
    }

    private void tell(OpenLabState changed) {
        state = changed;
        List.copyOf(listeners).forEach(listener -> listener.accept(changed));
    }

    private void autosaveLater() {
        pending.ifPresent(future -> future.cancel(false));
        pending =
                Optional.of(
                        scheduler.schedule(
                                () -> owner.execute(this::autosave),
                                AUTOSAVE_DELAY.toMillis(),
                                TimeUnit.MILLISECONDS));
    }

    private void autosave() {
        if (closed) {
            return;
        }
        LabDocument before = document;
        Lab lab = state.lab();
        Optional<Path> file = state.file();
        boolean dirty = state.dirty();
        afterWriting(
                () -> {
                    try {
                        if (dirty) {
                            sideFile.write(file, untitled, before.withLab(lab).text());
                        } else {
                            sideFile.delete(file, untitled);
                        }
                        return Optional.<Message>empty();
                    } catch (IOException e) {
                        return Optional.of(
                                Message.of("session.autosave.failed", FileTrouble.of(e)));
                    }
                },
                this::autosaved);
    }

    private void autosaved(Optional<Message> trouble) {
        if (!state.trouble().equals(trouble)) {
            tell(state.withTrouble(trouble));
        }
    }

    /// Saves to the lab's own file.
    ///
    /// @param overChanges whether to write even where somebody else changed the file
    /// @return how it ended, completed on the owner's thread
    /// @throws IllegalStateException where the lab has no file yet
    public CompletableFuture<OpenLabSaving> save(boolean overChanges) {
        Path file =
                state.file()
                        .orElseThrow(() -> new IllegalStateException("the lab has no file yet"));
        return save(file, overChanges ? Optional.empty() : Optional.of(document.text()));
    }

    /// Saves to another file, which becomes the lab's own; what is there is replaced.
    public CompletableFuture<OpenLabSaving> saveAs(Path file) {
        return save(file, Optional.empty());
    }

    /// @param expected what the file should hold before; absent where it does not matter
    private CompletableFuture<OpenLabSaving> save(Path file, Optional<String> expected) {
        Lab lab = state.lab();
        LabDocument before = document;
        CompletableFuture<OpenLabSaving> ended = new CompletableFuture<>();
        return afterWriting(
                        () -> written(file, expected, before.withLab(lab)),
                        written -> {
                            if (written.ending() instanceof OpenLabSaving.Saved) {
                                saved(file, written.document());
                            }
                            ended.complete(written.ending());
                        })
                .thenCompose(done -> ended);
    }

    private record Written(LabDocument document, OpenLabSaving ending) {}

    private static Written written(Path file, Optional<String> expected, LabDocument document) {
        try {
            if (expected.isPresent() && !holds(file, expected.get())) {
                return new Written(document, new OpenLabSaving.ChangedOnDisk(file));
            }
            WholeFile.write(file, document.text());
            return new Written(document, new OpenLabSaving.Saved(file));
        } catch (IOException e) {
            Message why = Message.of("session.save.failed", file, FileTrouble.of(file, e));
            return new Written(document, new OpenLabSaving.Failed(file, why));
        }
    }

    private static boolean holds(Path file, String text) throws IOException {
        return Files.isRegularFile(file)
                && new String(Files.readAllBytes(file), StandardCharsets.UTF_8).equals(text);
    }

    private void saved(Path file, LabDocument written) {
        Optional<Path> before = state.file();
        document = written;
        tell(state.withFile(file, isDirty(state.lab())));
        forget(before);
        forget(Optional.of(file));
        if (state.dirty()) {
            autosaveLater();
        }
    }

    /// Removes the side file: what was in it is saved, or is not wanted.
    private void forget(Optional<Path> file) {
        afterWriting(
                () -> {
                    try {
                        sideFile.delete(file, untitled);
                        return Optional.<Message>empty();
                    } catch (IOException e) {
                        return Optional.of(
                                Message.of("session.autosave.failed", FileTrouble.of(e)));
                    }
                },
                this::autosaved);
    }

    /// Writes after all that was to be written before, however that ended.
    ///
    /// @return completed on the owner's thread
    private <T> CompletableFuture<Void> afterWriting(Supplier<T> work, Consumer<T> onOwner) {
        writing =
                writing.handle((done, failure) -> done)
                        .thenApplyAsync(done -> work.get(), scheduler)
                        .thenAcceptAsync(onOwner, owner)
                        .whenComplete(OpenLab::log);
        return writing;
    }

    private static void log(Object done, Throwable failure) {
        if (failure != null) {
            LOG.error("work for the open lab ended unexpectedly", failure);
        }
    }

    /// Ends the editing. Changes not saved are given up, as the person was asked before; the side
    /// file goes. Returns at once; [#idle] tells when the disk is quiet.
    @Override
    public void close() {
        closed = true;
        pending.ifPresent(future -> future.cancel(false));
        forget(state.file());
    }

    /// Completed when everything asked for so far is on disk.
    public CompletableFuture<Void> idle() {
        return writing.copy();
    }
}
