package org.vxlab.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The terminal program of this desktop.
public final class SystemTerminal {
    /// Programs and what stands before a command, in the order of trying.
    private static final List<List<String>> KNOWN =
            List.of(
                    List.of("x-terminal-emulator", "-e"),
                    List.of("gnome-terminal", "--"),
                    List.of("konsole", "-e"),
                    List.of("xfce4-terminal", "-x"),
                    List.of("kitty"),
                    List.of("xterm", "-e"));

    private final List<String> start;

    private SystemTerminal(List<String> start) {
        this.start = start;
    }

    /// The first terminal program that is installed.
    public static Optional<SystemTerminal> find(Map<String, String> environment) {
        List<Path> folders =
                List.of(environment.getOrDefault("PATH", "").split(":")).stream()
                        .filter(folder -> folder.startsWith("/"))
                        .map(Path::of)
                        .toList();
        return KNOWN.stream()
                .filter(
                        start ->
                                folders.stream()
                                        .map(folder -> folder.resolve(start.getFirst()))
                                        .anyMatch(Files::isExecutable))
                .findFirst()
                .map(SystemTerminal::new);
    }

    /// Opens a window that runs a command, and does not wait for it.
    ///
    /// @throws IOException where the program cannot be started
    public void run(List<String> command) throws IOException {
        List<String> words = new ArrayList<>(start);
        words.addAll(command);
        new ProcessBuilder(words)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
