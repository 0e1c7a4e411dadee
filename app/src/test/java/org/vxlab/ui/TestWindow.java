package org.vxlab.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.stage.Stage;

import org.testfx.util.WaitForAsyncUtils;
import org.vxlab.plan.HostPlan;
import org.vxlab.session.LiveReport.Activity;
import org.vxlab.session.SshAccess;
import org.vxlab.topology.ResolvedLab;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A whole window of the program, for tests.
final class TestWindow {
    private static final long LONGEST_SECONDS = 45;

    private final Stage stage;
    private final WindowController controller;

    private TestWindow(Stage stage, WindowController controller) {
        this.stage = stage;
        this.controller = controller;
    }

    /// The window of a person who starts the program for the first time. UI thread only.
    static TestWindow open(Stage stage, Path home) {
        return open(stage, home, Optional.empty());
    }

    /// The same, started with a file. UI thread only.
    static TestWindow open(Stage stage, Path home, Optional<Path> file) {
        return new TestWindow(
                stage,
                Window.show(
                        stage,
                        new Surroundings(
                                Map.of("LANG", "en_US.UTF-8"),
                                InstantSource.system(),
                                ZoneOffset.UTC,
                                new SshAccess.User(home, "tester"),
                                List.of()),
                        file,
                        () -> {}));
    }

    Stage stage() {
        return stage;
    }

    Desk desk() {
        return controller.desk();
    }

    Live live() {
        return controller.liveLab();
    }

    List<HostPlan> plans() {
        return controller.plans().plansProperty().get();
    }

    ResolvedLab resolved() {
        return controller.plans().resolved().orElseThrow();
    }

    /// Opens a lab file and waits until it is drawn: reading it happens on another thread.
    void openFile(Path file) {
        run(actions -> actions.open(file));
        await(() -> !desk().lab().hosts().isEmpty());
    }

    void run(Consumer<LabActions> action) {
        onUi(() -> action.accept(controller.actions()));
        settle();
    }

    /// Does what opens a dialog, and does not wait for its end.
    void later(Consumer<LabActions> action) {
        Platform.runLater(() -> action.accept(controller.actions()));
        settle();
    }

    /// Chooses the language on the first page, and again later.
    void speak(Locale language) {
        String button = language.equals(Locale.ENGLISH) ? "#english" : "#chinese";
        onUi(() -> ((Button) stage.getScene().lookup(button)).fire());
    }

    /// What the window says for a key, in the language of the moment.
    String text(String key, Object... arguments) {
        return desk().texts().of(key, arguments);
    }

    void onUi(Runnable work) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(work, Platform::runLater);
        done.join();
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Lets plans and pictures that are made on other threads arrive.
    void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    LONGEST_SECONDS,
                    TimeUnit.SECONDS,
                    () ->
                            CompletableFuture.supplyAsync(
                                            condition::getAsBoolean, Platform::runLater)
                                    .join());
        } catch (TimeoutException late) {
            throw new AssertionError("did not happen in " + LONGEST_SECONDS + " s", late);
        }
        settle();
    }

    /// Waits until what was begun is done and the hosts are left alone; skips the test, with the
    /// reason, where this machine does not let a lab be built.
    void awaitIdleAfter(BooleanSupplier done) {
        await(
                () ->
                        done.getAsBoolean() && live().activityProperty().get() == Activity.IDLE
                                || live().refusalProperty().get().isPresent());
        live().refusalProperty().get().ifPresent(why -> assumeTrue(false, desk().texts().of(why)));
    }

    /// The same for the pings of a lab that was asked for.
    void awaitPings(int pairs) {
        awaitIdleAfter(() -> live().pingsProperty().get().size() == pairs);
    }

    void save(Path file) {
        Picture.of(stage.getScene()).save(file);
    }

    void close() {
        live().close();
        onUi(stage::hide);
    }
}
