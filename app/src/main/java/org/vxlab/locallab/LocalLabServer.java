package org.vxlab.locallab;

import org.vxlab.locallab.LocalLab.UserNamespace;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps a built-in lab running between commands, as a program of its own in the background.
public final class LocalLabServer {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(20);

    /// Others hold the lock for a moment, to tidy up after a lab or while it ends.
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(2);

    private final Path runtime;

    /// For this user's labs.
    public LocalLabServer() {
        this(LabFolder.runtime());
    }

    /// @param runtime the folder that holds a folder per running lab
    LocalLabServer(Path runtime) {
        this.runtime = runtime;
    }

    /// Runs a lab until it is told to stop ([RunningLab#stop]) or its namespaces are gone.
    ///
    /// @param untilDown what [RunningLab#endsWithDown] says of it
    /// @throws LocalLabException when it cannot start, or one of that name is already running
    public void serve(ResolvedLab lab, boolean untilDown)
            throws LocalLabException, InterruptedException {
        LabFolder folder = LabFolder.of(runtime, lab.name());
        folder.create();
        try (LabLock lock = LabLock.await(folder.lock(), LOCK_LIMIT)) {
            if (!lock.isHeld()) {
                throw new LocalLabException(Message.of("locallab.already-running", lab.name()));
            }
            folder.forget();
            serve(lab, untilDown, folder);
        } catch (IOException e) {
            throw new LocalLabException(
                    Message.of("locallab.folder", folder.path(), e.getMessage()), e);
        }
    }

    private static void serve(ResolvedLab lab, boolean untilDown, LabFolder folder)
            throws IOException, LocalLabException, InterruptedException {
        Underlay underlay = Underlay.of(lab);
        try (LabControl control = LabControl.listen(folder.control())) {
            try (LocalLab running = LocalLab.start(underlay, UserNamespace.WHEN_NEEDED)) {
                LabAccess access = running.access();
                Files.writeString(folder.sshConfig(), access.sshConfig());
                long pid = ProcessHandle.current().pid();
                new LabState(lab.name(), pid, underlay.digest(), untilDown, access)
                        .write(folder.state());
                running.onEnd(control::requestStop);
                control.awaitStop();
                if (!running.isRunning()) {
                    throw new LocalLabException(Message.of("locallab.ended"));
                }
            } finally {
                folder.forget();
            }
            // Whoever asked for the end is answered when the control closes: by then all is gone.
            folder.remove();
        }
    }

    /// Starts a program that calls [#serve] in the background, and waits until its lab is ready.
    ///
    /// @param program the command; it goes on when this program and its terminal are gone
    /// @throws LocalLabException with what the program said when it ended before
    public RunningLab spawn(String lab, List<String> program)
            throws LocalLabException, InterruptedException {
        LabFolder folder = LabFolder.of(runtime, lab);
        folder.create();
        // Not before it is certain that nobody else can put a link there.
        new Leftovers(Instant.now().minus(START_LIMIT)).sweep(runtime);
        if (RunningLab.find(runtime, lab).isPresent()) {
            throw new LocalLabException(Message.of("locallab.already-running", lab));
        }
        List<String> argv = new ArrayList<>(List.of("setsid"));
        argv.addAll(program);
        try {
            Process process =
                    new ProcessBuilder(argv)
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectOutput(folder.log().toFile())
                            .redirectErrorStream(true)
                            .start();
            try {
                return awaitReady(lab, folder, process);
            } catch (InterruptedException e) {
                // Nobody would know of a lab that comes up after its caller has gone.
                process.destroy();
                throw e;
            }
        } catch (IOException e) {
            throw new LocalLabException(
                    Message.of("locallab.cannot-start-process", program.get(0), e.getMessage()), e);
        }
    }

    private RunningLab awaitReady(String lab, LabFolder folder, Process process)
            throws IOException, LocalLabException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!process.waitFor(POLL)) {
            Optional<RunningLab> running = RunningLab.find(runtime, lab);
            if (running.isPresent()) {
                return running.get();
            }
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new LocalLabException(
                        Message.of("locallab.server-slow", START_LIMIT.toSeconds(), folder.log()));
            }
        }
        String said = Files.readString(folder.log()).strip();
        try (LabLock lock = LabLock.attempt(folder.lock())) {
            // Whoever else starts a lab of this name holds it.
            if (lock.isHeld()) {
                folder.remove();
            }
        }
        throw new LocalLabException(Message.of("locallab.server-failed", lab, said));
    }
}
