package org.vxlab.locallab;

import org.vxlab.remote.SshRoute;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A built-in lab that another program of this user keeps running.
public final class RunningLab {
    /// A lab that runs answers at once, unless the machine is very busy.
    private static final Duration STATUS_LIMIT = Duration.ofSeconds(10);

    /// For the end of all its processes.
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final LabFolder folder;
    private final LabState state;

    private RunningLab(LabFolder folder, LabState state) {
        this.folder = folder;
        this.state = state;
    }

    /// The running lab of that name. What a lab that died left in its folder is removed.
    public static Optional<RunningLab> find(String lab) throws LocalLabException {
        return find(LabFolder.runtime(), lab);
    }

    /// All running labs of this user, by name.
    public static List<RunningLab> all() throws LocalLabException {
        return all(LabFolder.runtime());
    }

    static Optional<RunningLab> find(Path runtime, String lab) throws LocalLabException {
        return open(LabFolder.of(runtime, lab));
    }

    static List<RunningLab> all(Path runtime) throws LocalLabException {
        if (!Files.isDirectory(runtime)) {
            return List.of();
        }
        List<RunningLab> running = new ArrayList<>();
        try (Stream<Path> folders = Files.list(runtime)) {
            for (Path folder : folders.sorted().toList()) {
                open(new LabFolder(folder)).ifPresent(running::add);
            }
        } catch (IOException e) {
            throw new LocalLabException(Message.of("locallab.folder", runtime, e.getMessage()), e);
        }
        return running;
    }

    private static Optional<RunningLab> open(LabFolder folder) throws LocalLabException {
        if (!Files.exists(folder.state())) {
            return Optional.empty();
        }
        folder.create();
        try {
            LabState state = LabState.read(folder.state());
            if (answers(folder, state)) {
                return Optional.of(new RunningLab(folder, state));
            }
            forget(folder);
            return Optional.empty();
        } catch (NoSuchFileException e) {
            // It ended between the two looks.
            return Optional.empty();
        } catch (IOException e) {
            throw new LocalLabException(
                    Message.of("locallab.folder", folder.path(), e.getMessage()), e);
        }
    }

    /// Tidies up after a lab that died, unless another of that name is just starting or ending.
    private static void forget(LabFolder folder) throws IOException {
        try (LabLock lock = LabLock.attempt(folder.lock())) {
            if (lock.isHeld()) {
                folder.forget();
            }
        }
    }

    private static boolean answers(LabFolder folder, LabState state) throws LocalLabException {
        try {
            String pid = LabControl.ask(folder.control(), LabControl.STATUS, STATUS_LIMIT);
            return pid.equals(Long.toString(state.pid()));
        } catch (SocketTimeoutException silent) {
            throw silent(state, STATUS_LIMIT, silent);
        } catch (IOException e) {
            // Nobody listens there: the lab has died.
            return false;
        }
    }

    private static LocalLabException silent(
            LabState state, Duration limit, SocketTimeoutException why) {
        return new LocalLabException(
                Message.of(
                        "locallab.silent",
                        state.lab(),
                        Long.toString(state.pid()),
                        limit.toSeconds()),
                why);
    }

    /// The lab's name.
    public String name() {
        return state.lab();
    }

    /// The hosts' names, in the order of the lab.
    public List<String> hosts() {
        return List.copyOf(state.access().routes().keySet());
    }

    /// How to reach each host, by its name, in the order of the lab.
    public Map<String, SshRoute> routes() {
        return state.access().routes();
    }

    /// The command that opens a shell on a host at this program's terminal.
    ///
    /// @throws LocalLabException when there is no such host, or it has ended
    public List<String> shellCommand(String host) throws LocalLabException {
        return state.access().shellCommand(host);
    }

    /// A configuration file for `ssh -F FILE HOST`.
    public Path sshConfig() {
        return folder.sshConfig();
    }

    /// Whether the underlay of `lab` is still what this lab was built from; when not, it must be
    /// taken down and started again.
    public boolean isBuiltFrom(ResolvedLab lab) {
        return Underlay.of(lab).digest().equals(state.digest());
    }

    /// Whether it was started only for a push, so that taking the push down ends it too.
    public boolean endsWithDown() {
        return state.untilDown();
    }

    /// Ends the lab and waits until nothing of it is left. Ending one that has just ended is no
    /// error.
    ///
    /// @throws LocalLabException where it does not end in time
    public void stop() throws LocalLabException {
        try {
            LabControl.ask(folder.control(), LabControl.STOP, STOP_LIMIT);
        } catch (SocketTimeoutException silent) {
            throw silent(state, STOP_LIMIT, silent);
        } catch (IOException e) {
            // It ended by itself meanwhile, which is what was wanted.
            return;
        }
    }
}
