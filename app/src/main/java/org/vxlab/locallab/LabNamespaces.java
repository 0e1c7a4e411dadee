package org.vxlab.locallab;

import org.vxlab.locallab.LabScript.Answer;
import org.vxlab.locallab.Underlay.Machine;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The process tree that is a built-in lab: `lab.sh` as pid 1 of a process namespace, a
/// `machine.sh` for each host and router in it.
///
/// The lab ends with its standard input, which only this program holds: however this program ends,
/// the kernel then ends all of the lab.
final class LabNamespaces implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final boolean user;
    private final Process process;
    private final LabScript script;
    private final Map<String, HostNamespaces> hosts = new HashMap<>();

    private LabNamespaces(boolean user, Process process) {
        this.user = user;
        this.process = process;
        this.script = new LabScript(process);
    }

    /// Builds an underlay; when this returns, its machines reach each other.
    ///
    /// @param user whether to use a user namespace, which an ordinary user must
    static LabNamespaces build(Underlay underlay, boolean user)
            throws LocalLabException, InterruptedException {
        LabNamespaces lab = new LabNamespaces(user, launch(user));
        try {
            lab.construct(underlay);
            return lab;
        } catch (IOException e) {
            lab.close();
            String said = lab.script.complaints();
            throw new LocalLabException(
                    Message.of(
                            "locallab.build-failed",
                            said.isEmpty() ? String.valueOf(e.getMessage()) : said),
                    e);
        } catch (LocalLabException | InterruptedException | RuntimeException e) {
            lab.close();
            throw e;
        }
    }

    private static Process launch(boolean user) throws LocalLabException {
        // A session of its own: a Ctrl-C at our terminal is ours to handle, not the lab's end.
        List<String> argv = new ArrayList<>(List.of("setsid", "unshare"));
        if (user) {
            argv.addAll(List.of("--user", "--map-root-user"));
        }
        argv.addAll(List.of("--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"));
        argv.addAll(LabScript.command());
        try {
            ProcessBuilder builder = new ProcessBuilder(argv);
            CleanEnvironment.set(builder.environment());
            return builder.start();
        } catch (IOException e) {
            throw new LocalLabException(
                    Message.of("locallab.cannot-start-process", argv.get(0), e.getMessage()), e);
        }
    }

    /// The namespaces of a host.
    HostNamespaces host(String name) {
        HostNamespaces found = hosts.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no host " + name);
        }
        return found;
    }

    /// A folder in the lab's own file system, for files that end with the lab; only this user can
    /// reach it.
    Path files() throws LocalLabException {
        long init =
                process.children()
                        .findFirst()
                        .orElseThrow(() -> new LocalLabException(Message.of("locallab.ended")))
                        .pid();
        return Path.of("/proc", Long.toString(init), "root", "run", "vxlab");
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /// Has `told` run when the lab has ended, by [#close] or because somebody ended its processes.
    void onEnd(Runnable told) {
        process.onExit().thenRun(told);
    }

    /// Ends the lab and waits until nothing of it is left. May be called more than once.
    @Override
    public void close() {
        script.end();
        try {
            if (!process.waitFor(CLOSE_LIMIT)) {
                process.destroyForcibly().waitFor(CLOSE_LIMIT);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void construct(Underlay underlay)
            throws IOException, LocalLabException, InterruptedException {
        script.awaitMounted();
        List<Machine> machines = underlay.machines();
        Path files = files();
        Files.writeString(files.resolve("links"), UnderlayBatch.links(underlay));
        for (int i = 0; i < machines.size(); i++) {
            Files.writeString(files.resolve("m" + i), UnderlayBatch.machine(machines.get(i)));
        }
        script.order("links", "linked");
        find(startAll(machines));
        script.order("settle", "settled");
    }

    /// Starts all machines at once and waits until they are up.
    ///
    /// @return the pid, in the lab, of the process that started each host
    private Map<Long, String> startAll(List<Machine> machines)
            throws IOException, LocalLabException, InterruptedException {
        for (int i = 0; i < machines.size(); i++) {
            Machine machine = machines.get(i);
            script.order("machine " + i + (machine.forwards() ? " 1 " : " 0 ") + machine.name());
        }
        Map<Long, String> starters = new HashMap<>();
        for (int awaited = 2 * machines.size(); awaited > 0; awaited--) {
            Answer answer = script.answer("machines");
            if (answer.word().equals("machine") && !machines.get(answer.number()).forwards()) {
                starters.put(answer.pid(), machines.get(answer.number()).name());
            }
        }
        return starters;
    }

    /// Finds each host's pid 1: the child of the process that started it. Starters are in the lab's
    /// process namespace, one below ours, their children in their machine's, two below.
    private void find(Map<Long, String> starters) throws LocalLabException {
        Map<Long, String> names = new HashMap<>();
        List<ProcessHandle> tree = process.descendants().toList();
        for (ProcessHandle each : tree) {
            List<Long> pids = ProcessNamespaces.pids(each.pid());
            if (pids.size() == 2 && starters.containsKey(pids.get(1))) {
                names.put(each.pid(), starters.get(pids.get(1)));
            }
        }
        for (ProcessHandle each : tree) {
            Optional<String> name = each.parent().map(ProcessHandle::pid).map(names::get);
            if (name.isPresent() && ProcessNamespaces.pids(each.pid()).size() == 3) {
                HostNamespaces.of(name.get(), each.pid(), user)
                        .ifPresent(found -> hosts.put(found.host(), found));
            }
        }
        if (hosts.size() < starters.size()) {
            throw new LocalLabException(Message.of("locallab.build-failed", "/proc"));
        }
    }
}
