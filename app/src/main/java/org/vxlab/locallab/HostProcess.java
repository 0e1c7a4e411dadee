package org.vxlab.locallab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/// A process on a host of the lab, with pipes to it or on a terminal of its own.
final class HostProcess {
    /// bash where there is one, for its prompt and its history; without a prompt where a script is
    /// piped in.
    static final String SHELL =
            "[ ! -t 0 ] || set -- -i; exec \"$(command -v bash || echo sh)\" \"$@\"";

    /// What clients may set, as OpenSSH's servers are set up by distributions.
    private static final Pattern ACCEPTED_VARIABLE = Pattern.compile("LANG|LC_[A-Z]+|TERM");

    private static final String TERMINAL_FOLDER = "/dev/pts/";

    /// What stands before a command on a terminal: a new one has no size until it is given one. In
    /// parentheses, so that the command finds no variable of this.
    private static final String AWAIT_SIZE =
            "(n=0; while [ \"$(stty size)\" = '0 0' ] && [ $n -lt 200 ];"
                    + " do n=$((n+1)); sleep 0.01; done); ";

    private static final Duration SIZE_PAUSE = Duration.ofMillis(5);
    private static final int SIZE_TRIES = 400;

    private final Process process;
    private final boolean terminal;
    private final ReentrantLock sizing = new ReentrantLock();

    private HostProcess(Process process, boolean terminal) {
        this.process = process;
        this.terminal = terminal;
    }

    /// Starts a command with three pipes.
    static HostProcess start(
            HostNamespaces host, List<String> argv, Map<String, String> wantedVariables)
            throws IOException {
        return new HostProcess(launch(host, argv, wantedVariables), false);
    }

    /// Starts a shell command on a terminal, which `script` makes: Java cannot.
    static HostProcess onTerminal(
            HostNamespaces host, String command, Map<String, String> wantedVariables)
            throws IOException {
        List<String> argv =
                List.of("script", "-q", "-e", "-f", "-c", AWAIT_SIZE + command, "/dev/null");
        HostProcess process = new HostProcess(launch(host, argv, wantedVariables), true);
        Thread.ofVirtual()
                .name(host.host() + " terminal")
                .start(() -> process.sizeFirst(wantedVariables));
        return process;
    }

    /// Gives the new terminal its size as soon as it is there: the size that is wanted then, which
    /// may be another one than at the start.
    private void sizeFirst(Map<String, String> variables) {
        try {
            for (int i = 0; i < SIZE_TRIES && process.isAlive() && !resize(variables); i++) {
                Thread.sleep(SIZE_PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean canMakeTerminals() {
        return SystemSettings.isInstalled("script") && SystemSettings.isInstalled("stty");
    }

    private static Process launch(
            HostNamespaces host, List<String> argv, Map<String, String> wantedVariables)
            throws IOException {
        if (!host.stand()) {
            throw new IOException(host.host() + " has ended");
        }
        ProcessBuilder builder = new ProcessBuilder(host.detached(argv));
        Map<String, String> variables = builder.environment();
        CleanEnvironment.set(variables);
        wantedVariables.forEach(
                (name, value) -> {
                    if (ACCEPTED_VARIABLE.matcher(name).matches()) {
                        variables.put(name, value);
                    }
                });
        return builder.start();
    }

    OutputStream in() {
        return process.getOutputStream();
    }

    InputStream out() {
        return process.getInputStream();
    }

    InputStream err() {
        return process.getErrorStream();
    }

    /// @return 128 + n when signal n ended it
    int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    /// Sends a signal to the command and what it started.
    ///
    /// @param name without `SIG`
    void signal(String name) {
        onHost().ifPresent(command -> run("kill", "-s", name, "--", "-" + command.pid()));
    }

    /// Tells the terminal its size and waits until it is set, one size after the other.
    ///
    /// @param variables `LINES` and `COLUMNS` as they are now
    /// @return whether there is a terminal yet
    boolean resize(Map<String, String> variables) throws InterruptedException {
        Optional<String> file = terminalFile();
        if (file.isPresent()) {
            sizing.lockInterruptibly();
            try {
                List<String> argv = new ArrayList<>(List.of("stty", "-F", file.get()));
                argv.addAll(List.of(size(variables).split(" ")));
                run(argv.toArray(String[]::new)).waitFor();
            } finally {
                sizing.unlock();
            }
        }
        return file.isPresent();
    }

    /// The client is gone: a command on a terminal is hung up on, others lose their pipes.
    void hangUp() {
        if (terminal && process.isAlive()) {
            signal("HUP");
        }
    }

    /// The command itself, below the `nsenter` that brought it there.
    private Optional<ProcessHandle> onHost() {
        return process.children().findFirst();
    }

    private Optional<String> terminalFile() {
        return process.descendants()
                .map(each -> Path.of("/proc", Long.toString(each.pid()), "fd", "0"))
                .flatMap(
                        link -> {
                            try {
                                return Optional.of(Files.readSymbolicLink(link).toString())
                                        .stream();
                            } catch (IOException e) {
                                // The process has just ended: it has no terminal any more.
                                return Optional.<String>empty().stream();
                            }
                        })
                .filter(file -> file.startsWith(TERMINAL_FOLDER))
                .findFirst();
    }

    private static Process run(String... argv) {
        try {
            ProcessBuilder builder = new ProcessBuilder(argv);
            CleanEnvironment.set(builder.environment());
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + argv[0], e);
        }
    }

    private static String size(Map<String, String> variables) {
        return "rows "
                + number(variables, "LINES", 24)
                + " cols "
                + number(variables, "COLUMNS", 80);
    }

    private static int number(Map<String, String> variables, String name, int otherwise) {
        String text = variables.getOrDefault(name, "");
        return text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : otherwise;
    }
}
