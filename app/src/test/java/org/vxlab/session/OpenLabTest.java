package org.vxlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vxlab.session.OpenLabSideFile.Recovery;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Message;
import org.vxlab.topology.Thing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

class OpenLabTest {
    private static final String TEXT =
            """
            # My lab.
            vxlab: 1
            name: mine
            underlay:
              networks:
                - { name: lan, subnet: 192.168.56.0/24 }   # the only one
            hosts:
              - { name: a, underlay: { network: lan, address: 192.168.56.11/24 } }
            """;

    private final BlockingQueue<Runnable> owner = new LinkedBlockingQueue<>();
    private final Hurried scheduler = new Hurried();
    @TempDir Path folder;
    private Path file;
    private Path state;

    /// Does not wait as long as it is told to.
    private static final class Hurried extends ScheduledThreadPoolExecutor {
        Hurried() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
            return super.schedule(work, 5, TimeUnit.MILLISECONDS);
        }
    }

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("mine.vxlab.yaml");
        state = folder.resolve("state");
        Files.writeString(file, TEXT);
    }

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void everyStepCanBeUndoneAndDoneAgain() throws IOException {
        OpenLab open = open();
        List<Lab> labs = new ArrayList<>(List.of(open.state().lab()));
        for (int i = 0; i < 200; i++) {
            open.apply(rename(i == 0 ? "a" : "a" + i, "a" + (i + 1)));
            labs.add(open.state().lab());
        }

        List<Lab> back = new ArrayList<>(List.of(open.state().lab()));
        while (open.state().history().undoable().isPresent()) {
            open.undo();
            back.addFirst(open.state().lab());
        }
        assertThat(back).isEqualTo(labs);
        assertThat(open.state().dirty()).isFalse();
        open.goTo(200);
        assertThat(open.state().lab()).isEqualTo(labs.getLast());
    }

    @Test
    void aNewStepForgetsWhatWasUndone() throws IOException {
        OpenLab open = open();
        open.apply(rename("a", "b"));
        open.apply(rename("b", "c"));
        open.undo();
        open.apply(rename("b", "d"));

        assertThat(open.state().history().entries())
                .extracting(entry -> entry.label().arguments())
                .containsExactly(List.of(), List.of("a", "b"), List.of("b", "d"));
        assertThat(open.state().history().redoable()).isEmpty();
    }

    @Test
    void anEditThatChangesNothingLeavesNoTrace() throws IOException {
        OpenLab open = open();
        open.apply(rename("nobody", "b"));

        assertThat(open.state().history().entries()).hasSize(1);
    }

    @Test
    void savingKeepsCommentsAndPermissions() throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        OpenLab open = open();
        open.apply(rename("a", "b"));

        assertThat(finish(open.save())).isEqualTo(new OpenLabSaving.Saved(file));
        assertThat(file).hasContent(TEXT.replace("name: a,", "name: b,"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw----");
        assertThat(open.state().dirty()).isFalse();
    }

    @Test
    void aFileSomebodyElseChangedIsNotOverwrittenUnasked() throws Exception {
        OpenLab open = open();
        open.apply(rename("a", "b"));
        Files.writeString(file, TEXT + "# by somebody else\n");

        assertThat(finish(open.save())).isEqualTo(new OpenLabSaving.ChangedOnDisk(file));
        assertThat(file).content().endsWith("# by somebody else\n");
        assertThat(open.state().dirty()).isTrue();
        assertThat(finish(open.saveOverChanges())).isEqualTo(new OpenLabSaving.Saved(file));
    }

    @Test
    void aFailedSaveSaysWhyAndKeepsWhatWasThere() throws Exception {
        OpenLab open = open();
        open.apply(rename("a", "b"));
        Path nowhere = folder.resolve("missing").resolve("x.vxlab.yaml");

        OpenLabSaving ending = finish(open.saveAs(nowhere));

        assertThat(ending)
                .isInstanceOfSatisfying(
                        OpenLabSaving.Failed.class,
                        failed -> assertThat(failed.why().key()).isEqualTo("session.save.failed"));
        assertThat(open.state().file()).contains(file);
        assertThat(open.state().dirty()).isTrue();
    }

    @Test
    void anotherFileBecomesTheLabsOwn() throws Exception {
        OpenLab open = open();
        open.apply(rename("a", "b"));
        Path other = folder.resolve("other.vxlab.yaml");

        finish(open.saveAs(other));

        assertThat(open.state().file()).contains(other);
        assertThat(file).hasContent(TEXT);
        assertThat(other).hasContent(TEXT.replace("name: a,", "name: b,"));
    }

    @Test
    void changesSurviveACrash() throws Exception {
        OpenLab open = open();
        open.apply(rename("a", "b"));
        Lab lost = open.state().lab();
        Recovery recovery = waitForSideFile();

        OpenLab again = open();
        again.recover(recovery.reading().lab().orElseThrow());

        assertThat(again.state().lab()).isEqualTo(lost);
        assertThat(again.state().dirty()).isTrue();
        again.undo();
        assertThat(again.state().dirty()).isFalse();
    }

    @Test
    void aSavedOrClosedLabLeavesNoSideFile() throws Exception {
        OpenLab open = open();
        open.apply(rename("a", "b"));
        waitForSideFile();
        finish(open.save());
        finish(open.idle());
        assertThat(names(folder)).containsExactly("mine.vxlab.yaml");

        open.apply(rename("b", "c"));
        waitForSideFile();
        open.close();
        finish(open.idle());
        assertThat(names(folder)).containsExactly("mine.vxlab.yaml");
    }

    @Test
    void aSideFileOlderThanItsFileIsNotOffered() throws Exception {
        OpenLab open = open();
        open.apply(rename("a", "b"));
        waitForSideFile();
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(new OpenLabSideFile(state).find(file)).isEmpty();
    }

    @Test
    void aLabNeverSavedIsFoundOnceItsProcessIsGone() throws Exception {
        Files.createDirectories(state);
        long gone = Long.MAX_VALUE / 16;
        Files.writeString(state.resolve(OpenLabSideFile.untitled(gone, 1)), TEXT);
        Files.writeString(state.resolve(OpenLabSideFile.untitled(gone, 2)), "\0 damaged");
        Files.writeString(
                state.resolve(OpenLabSideFile.untitled(ProcessHandle.current().pid(), 1)), TEXT);

        assertThat(new OpenLabSideFile(state).findUntitled())
                .extracting(found -> found.reading().lab().map(Lab::name))
                .containsExactly(Optional.of("mine"));
    }

    @Test
    void listenersAreToldEveryStateUntilTheyEnd() throws IOException {
        OpenLab open = open();
        List<Message> told = new ArrayList<>();
        Runnable end = open.listen(now -> told.add(now.history().entries().getLast().label()));
        open.apply(rename("a", "b"));
        end.run();
        open.apply(rename("b", "c"));

        assertThat(told).containsExactly(Message.of("topology.edit.rename", "a", "b"));
    }

    @Test
    void problemsFollowTheLab() throws Exception {
        OpenLab open = open();
        open.apply(rename("a", "b"));
        open.apply(rename("b", "not a name"));
        waitForCheck(open);
        assertThat(open.state().problems())
                .extracting(problem -> problem.what().key())
                .containsExactly("topology.name.shape");
        open.undo();
        assertThat(open.state().checked()).isFalse();
        waitForCheck(open);
        assertThat(open.state().problems()).isEmpty();
    }

    @Test
    void movingThingsNeedsNoNewCheck() throws Exception {
        OpenLab open = open();
        waitForCheck(open);
        open.apply(new LabEdit.Move(Map.of(new Thing.Host("a"), new Point(3, 4))));

        assertThat(open.state().checked()).isTrue();
        assertThat(open.state().dirty()).isTrue();
    }

    private void waitForCheck(OpenLab open) throws InterruptedException {
        while (!open.state().checked()) {
            Runnable next = owner.poll(10, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            next.run();
        }
    }

    private OpenLab open() throws IOException {
        return new OpenLab(
                LabFile.read(file).document().orElseThrow(),
                Optional.of(file),
                new OpenLabSideFile(state),
                OpenLabSideFile.untitled(1, 1),
                owner::add,
                scheduler);
    }

    private static LabEdit rename(String old, String name) {
        return new LabEdit.Rename(new Thing.Host(old), name);
    }

    /// Lets the owner work until something has ended.
    private <T> T finish(CompletableFuture<T> future) throws Exception {
        while (!future.isDone()) {
            Runnable next = owner.poll(10, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            next.run();
        }
        return future.get();
    }

    private Recovery waitForSideFile() throws Exception {
        Optional<Recovery> found = Optional.empty();
        while (found.isEmpty()) {
            Runnable next = owner.poll(10, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            next.run();
            found = new OpenLabSideFile(state).find(file);
        }
        return found.get();
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(found -> found.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
