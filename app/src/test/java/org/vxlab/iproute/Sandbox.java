package org.vxlab.iproute;

import org.junit.jupiter.api.Assumptions;
import org.vxlab.iproute.StateReading.Output;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A network of one's own with the real `ip` and `bridge`: a shell in new namespaces, with a `/run`
/// of its own, that runs one command after the other and is gone when it is closed.
public final class Sandbox implements AutoCloseable {
    private static final List<String> ROOT =
            List.of(
                    "unshare",
                    "--net",
                    "--mount",
                    "--propagation",
                    "private",
                    "--pid",
                    "--fork",
                    "--kill-child");

    private final Path folder;
    private final Process shell;
    private final BufferedWriter commands;
    private final BufferedReader codes;

    private Sandbox(List<String> argv) throws IOException {
        folder = Files.createTempDirectory("vxlab-iproute");
        shell =
                new ProcessBuilder(argv)
                        .redirectError(folder.resolve("shell.err").toFile())
                        .start();
        commands = shell.outputWriter();
        codes = shell.inputReader();
    }

    /// Aborts the test where the system allows no namespaces.
    public static Sandbox open() throws IOException {
        List<String> argv = new ArrayList<>(ROOT);
        if (!System.getProperty("user.name").equals("root")) {
            argv.addAll(1, List.of("--user", "--map-root-user"));
        }
        argv.add("sh");
        Sandbox sandbox = new Sandbox(argv);
        Output ready = sandbox.start();
        if (ready.exitCode() != 0) {
            sandbox.close();
            Assumptions.abort("no namespaces to be had here: " + ready.stderr());
        }
        return sandbox;
    }

    private Output start() throws IOException {
        try {
            return run(
                    Command.of("sh", "-c", "mount -t tmpfs tmpfs /run && ip link set dev lo up"));
        } catch (IOException e) {
            return new Output(-1, "", Files.readString(folder.resolve("shell.err")));
        }
    }

    public Output run(Command command) throws IOException {
        Path in = Files.writeString(folder.resolve("in"), command.input());
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        commands.write(
                command.argv().stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" ", "(", ")")));
        commands.write(" <" + in + " >" + out + " 2>" + err + "; echo $?\n");
        commands.flush();
        String code = codes.readLine();
        if (code == null) {
            throw new IOException("the sandbox's shell has ended");
        }
        return new Output(Integer.parseInt(code), Files.readString(out), Files.readString(err));
    }

    /// The words that start the command as a process, where no shell is open.
    public static List<String> asProcess(Command command) {
        List<String> argv = command.argv();
        return argv.getFirst().equals("eval") ? List.of("sh", "-c", argv.getLast()) : argv;
    }

    public void mustRun(Command command) throws IOException {
        Output output = run(command);
        if (output.exitCode() != 0) {
            throw new AssertionError(command + "\n" + command.input() + output.stderr());
        }
    }

    public void mustRun(String... argv) throws IOException {
        mustRun(Command.of(argv));
    }

    /// Runs them as batches, the way a push does.
    public void mustRun(List<Command> list) throws IOException {
        for (Batch batch : Batch.group(list, 64)) {
            mustRun(batch.run());
        }
    }

    public StateReading.Reading read() throws IOException, MalformedOutput {
        List<Output> outputs = new ArrayList<>();
        for (Command command : StateReading.commands()) {
            outputs.add(run(command));
        }
        return StateReading.parse(outputs);
    }

    @Override
    public void close() throws IOException {
        commands.close();
        shell.destroy();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
