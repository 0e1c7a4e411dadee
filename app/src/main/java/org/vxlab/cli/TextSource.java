package org.vxlab.cli;

import org.vxlab.topology.Message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads texts that a command line names: files, or the standard input as `-`.
record TextSource(Invocation invocation) {
    static final String STANDARD_INPUT = "-";

    /// More is no text that somebody wrote.
    private static final int MAX_BYTES = 4 << 20;

    String read(String file) throws Refusal {
        try {
            byte[] bytes =
                    file.equals(STANDARD_INPUT)
                            ? invocation.terminal().in().readNBytes(MAX_BYTES + 1)
                            : bytes(Path.of(file));
            if (bytes.length > MAX_BYTES) {
                throw refused("cli.import.too-large", file, MAX_BYTES >> 20);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw refused("cli.file.missing", file);
        } catch (InvalidPathException | IOException e) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    Message.of("cli.file.unreadable", file, String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    private static Refusal refused(String key, Object... arguments) {
        return new Refusal(ExitCode.WRONG_USAGE, Message.of(key, arguments));
    }
}
