package org.vxlab.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What an open lab has on disk: its file, and the side file that survives a crash.
///
/// One thread owns it: all methods are called there and return at once. What they ask for is done
/// elsewhere, one thing after the other in the order asked, and its end is told on the owner's
/// thread.
final class OpenLabDisk {
    private static final Logger LOG = LoggerFactory.getLogger(OpenLabDisk.class);

    private final OpenLabSideFile sideFile;
    private final String untitled;
    private final Executor owner;
    private final Executor writer;
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

    /// What came of saving.
    ///
    /// @param document as it was to be written
    record Written(LabDocument document, OpenLabSaving ending) {}

    /// A change of the side file.
    private interface SideWork {
        void run() throws IOException;
    }

    /// @param untitled name of the side file of a lab without a file
    /// @param owner runs things on the thread that owns this
    /// @param writer runs what writes
    OpenLabDisk(OpenLabSideFile sideFile, String untitled, Executor owner, Executor writer) {
        this.sideFile = sideFile;
        this.untitled = untitled;
        this.owner = owner;
        this.writer = writer;
    }

    /// Keeps unsaved changes in the side file.
    ///
    /// @param before what the lab's own file holds
    /// @param told why it was not done; empty where it was
    void keep(Optional<Path> file, LabDocument before, Lab lab, Consumer<Optional<Message>> told) {
        side(() -> sideFile.write(file, untitled, before.withLab(lab).text()), told);
    }

    /// Removes the side file: what was in it is saved, or is not wanted.
    ///
    /// @param told why it was not done; empty where it was
    void forget(Optional<Path> file, Consumer<Optional<Message>> told) {
        side(() -> sideFile.delete(file, untitled), told);
    }

    private void side(SideWork work, Consumer<Optional<Message>> told) {
        afterAllElse(
                () -> {
                    try {
                        work.run();
                        return Optional.<Message>empty();
                    } catch (IOException e) {
                        return Optional.of(
                                Message.of("session.autosave.failed", FileTrouble.of(e)));
                    }
                },
                told);
    }

    /// Writes the lab's own file.
    ///
    /// @param expected what the file should hold before; absent where it does not matter
    /// @param before what the text is made from, so that it changes only where the lab did
    /// @return completed on the owner's thread, after `told`
    CompletableFuture<Void> save(
            Path file,
            Optional<String> expected,
            LabDocument before,
            Lab lab,
            Consumer<Written> told) {
        return afterAllElse(() -> written(file, expected, before.withLab(lab)), told);
    }

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

    /// Does something after all that was asked for before, however that ended.
    private <T> CompletableFuture<Void> afterAllElse(Supplier<T> work, Consumer<T> told) {
        writing =
                writing.handle((done, failure) -> done)
                        .thenApplyAsync(done -> work.get(), writer)
                        .thenAcceptAsync(told, owner)
                        .whenComplete(
                                (done, failure) -> {
                                    if (failure != null) {
                                        LOG.error("writing ended unexpectedly", failure);
                                    }
                                });
        return writing;
    }

    /// Completed when everything asked for so far is on disk.
    CompletableFuture<Void> idle() {
        return writing.copy();
    }
}
