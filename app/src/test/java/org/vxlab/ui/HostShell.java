package org.vxlab.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Runs commands on the hosts of a window's lab past the window, for tests.
final class HostShell {
    private static final String MARK = "OUT:";

    private HostShell() {}

    /// A line of `bridge fdb show`.
    ///
    /// @param vtep empty in the bridge's own entries
    record FdbLine(String mac, String device, String vtep) {}

    /// The lines a command prints. Not on the UI thread.
    static List<String> run(TestWindow window, String host, String command) {
        CompletableFuture<List<String>> words = new CompletableFuture<>();
        window.onUi(() -> window.live().shell(window.resolved(), host, words::complete));
        try {
            Process shell = new ProcessBuilder(words.join()).redirectErrorStream(true).start();
            try (var in = shell.outputWriter(StandardCharsets.UTF_8)) {
                in.write("{ " + command + "; } | sed s/^/" + MARK + "/\nexit\n");
            }
            return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(MARK))
                    .map(line -> line.substring(MARK.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What `bridge fdb show` itself says.
    static List<FdbLine> fdb(TestWindow window, String host) {
        return run(window, host, "bridge fdb show").stream()
                .map(line -> line.split(" "))
                .map(words -> new FdbLine(words[0], words[2], after(words, "dst")))
                .toList();
    }

    private static String after(String[] words, String word) {
        int at = List.of(words).indexOf(word);
        return at < 0 ? "" : words[at + 1];
    }
}
