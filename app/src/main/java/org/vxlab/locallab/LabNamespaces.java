package org.vxlab.locallab;

import org.vxlab.locallab.Underlay.Machine;
import org.vxlab.topology.Message;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The process tree that is a built-in lab: `lab.sh` as pid 1 of a process namespace, a
/// `machine.sh` for each host and router in it.
///
/// The lab ends with its standard input, which only this program holds: however this program ends,
/// the kernel then ends all of the lab.
final class LabNamespaces implements AutoCloseable {
    /// For one step of the construction; seconds are normal only for hundreds of machines.
    private static final Duration STEP_LIMIT = Duration.ofSeconds(60);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final String LAB = script("lab.sh");
    private static final String MACHINE = script("machine.sh");

    /// What a lab says on its standard output when it has ended.
    private static final String END = "end";

    private final boolean user;
    private final Process process;
    private final Writer orders;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final StringBuffer complaints = new StringBuffer();
    private final Map<String, HostNamespaces> machines = new HashMap<>();
    private Thread complaintReader;

    /// Whether the system has let us have our namespaces.
    private boolean mounted;

    private LabNamespaces(boolean user, Process process) {
        this.user = user;
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /// Builds an underlay; when this returns, its machines reach each other.
    ///
    /// @param user whether to use a user namespace, which an ordinary user must
    static LabNamespaces build(Underlay underlay, boolean user)
            throws LocalLabException, InterruptedException {
        List<String> argv = new ArrayList<>(List.of("setsid", "unshare"));
        if (user) {
            argv.addAll(List.of("--user", "--map-root-user"));
        }
        argv.addAll(List.of("--net", "--mount", "--pid", "--fork", "--kill-child"));
        argv.addAll(List.of("--mount-proc", "sh", "-c", LAB, "vxlab-lab", MACHINE));
        LabNamespaces lab;
        try {
            ProcessBuilder builder = new ProcessBuilder(argv);
            CleanEnvironment.set(builder.environment());
            lab = new LabNamespaces(user, builder.start());
        } catch (IOException e) {
            throw new LocalLabException(
                    Message.of("locallab.cannot-start-process", argv.get(0), e.getMessage()), e);
        }
        try {
            lab.listen();
            lab.construct(underlay);
            return lab;
        } catch (IOException e) {
            throw lab.closedAfter(Message.of("locallab.build-failed", lab.why(e.getMessage())), e);
        } catch (LocalLabException | InterruptedException | RuntimeException e) {
            lab.close();
            throw e;
        }
    }

    /// The namespaces of a host or router.
    HostNamespaces machine(String name) {
        HostNamespaces found = machines.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no machine " + name);
        }
        return found;
    }

    /// A folder in the lab's own file system, for files that end with the lab; only this user can
    /// reach it.
    Path files() throws LocalLabException {
        return Path.of("/proc", Long.toString(init()), "root", "run", "vxlab");
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
        try {
            orders.close();
        } catch (IOException e) {
            // The lab has ended before: there is nobody left to tell.
            complaints.append(e.getMessage());
        }
        boolean interrupted = false;
        try {
            if (!process.waitFor(CLOSE_LIMIT)) {
                process.destroyForcibly().waitFor(CLOSE_LIMIT);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void construct(Underlay underlay)
            throws IOException, LocalLabException, InterruptedException {
        expect("mounted");
        mounted = true;
        List<Machine> all = underlay.machines();
        Path files = files();
        Files.writeString(files.resolve("links"), UnderlayBatch.links(underlay));
        for (int i = 0; i < all.size(); i++) {
            Files.writeString(files.resolve("m" + i), UnderlayBatch.machine(all.get(i)));
        }
        order("links");
        expect("linked");
        StringBuilder starts = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            starts.append("machine ").append(i);
            starts.append(all.get(i).forwards() ? " 1 " : " 0 ");
            starts.append(all.get(i).name()).append('\n');
        }
        orders.write(starts.toString());
        orders.flush();
        Map<Long, String> names = new HashMap<>();
        int up = 0;
        while (up < all.size()) {
            String[] words = answer("machines").split(" ");
            switch (words[0]) {
                case "machine" ->
                        names.put(
                                Long.parseLong(words[2]),
                                all.get(Integer.parseInt(words[1])).name());
                case "up" -> up++;
                default -> throw failed(words, all);
            }
        }
        find(names);
        order("settle");
        expect("settled");
    }

    /// Finds each machine's first process: the child of the process the lab started for it.
    private void find(Map<Long, String> names) throws LocalLabException {
        Map<Long, Long> starters = new HashMap<>();
        List<ProcessHandle> tree = process.descendants().toList();
        for (ProcessHandle each : tree) {
            List<Long> pids = ProcessNamespaces.pids(each.pid());
            // A starter is in the lab's process namespace, one below ours; its child in the
            // machine's, two below.
            if (pids.size() == 2) {
                starters.put(each.pid(), pids.get(1));
            }
        }
        for (ProcessHandle each : tree) {
            Long starter = each.parent().map(ProcessHandle::pid).map(starters::get).orElse(null);
            List<Long> pids = ProcessNamespaces.pids(each.pid());
            if (starter != null && names.containsKey(starter) && pids.size() == 3) {
                String name = names.get(starter);
                machines.put(name, new HostNamespaces(name, each.pid(), user));
            }
        }
        if (machines.size() < names.size()) {
            throw new LocalLabException(Message.of("locallab.build-failed", "/proc"));
        }
    }

    private long init() throws LocalLabException {
        return process.children()
                .findFirst()
                .orElseThrow(() -> new LocalLabException(Message.of("locallab.ended")))
                .pid();
    }

    private void listen() {
        Thread.ofPlatform()
                .daemon()
                .name("lab answers")
                .start(
                        () -> {
                            try (BufferedReader reader = process.inputReader()) {
                                reader.lines().forEach(answers::add);
                            } catch (IOException | UncheckedIOException e) {
                                complaints.append(e.getMessage());
                            }
                            answers.add(END);
                        });
        complaintReader =
                Thread.ofPlatform()
                        .daemon()
                        .name("lab complaints")
                        .start(
                                () -> {
                                    try (BufferedReader reader = process.errorReader()) {
                                        reader.lines()
                                                .forEach(line -> complaints.append(line + "\n"));
                                    } catch (IOException | UncheckedIOException e) {
                                        complaints.append(e.getMessage());
                                    }
                                });
    }

    private void order(String word) throws IOException {
        orders.write(word + "\n");
        orders.flush();
    }

    private void expect(String wanted) throws LocalLabException, InterruptedException {
        String[] words = answer(wanted).split(" ");
        if (!words[0].equals(wanted)) {
            throw failed(words, List.of());
        }
    }

    private String answer(String step) throws LocalLabException, InterruptedException {
        String answer = answers.poll(STEP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        if (answer == null) {
            throw new LocalLabException(
                    Message.of("locallab.build-slow", step, STEP_LIMIT.toSeconds()));
        }
        return answer;
    }

    private LocalLabException failed(String[] words, List<Machine> all)
            throws InterruptedException {
        complaintReader.join(Duration.ofMillis(200));
        String why = why("");
        if (words[0].equals(END)) {
            return new LocalLabException(
                    mounted
                            ? Message.of("locallab.build-failed", why)
                            : SystemSettings.here().refusal(why));
        }
        return new LocalLabException(
                switch (words[1]) {
                    case "mount" -> SystemSettings.here().refusal(why);
                    case "vxlan" -> Message.of("locallab.no-vxlan", why);
                    case "machine" ->
                            Message.of(
                                    "locallab.machine-failed",
                                    all.get(Integer.parseInt(words[2])).name(),
                                    why);
                    default -> Message.of("locallab.build-failed", why);
                });
    }

    private String why(String otherwise) {
        String said = complaints.toString().strip();
        return said.isEmpty() ? otherwise : said;
    }

    private LocalLabException closedAfter(Message text, Throwable cause) {
        close();
        return new LocalLabException(text, cause);
    }

    private static String script(String name) {
        try (InputStream in = LabNamespaces.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
