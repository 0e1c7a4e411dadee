package org.vxlab.cli;

import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Why the system does not let a file be written, in words for a person.
final class Unwritable {
    private Unwritable() {}

    /// @param key of a text with the file and the reason
    static Refusal refusal(String key, Path file, IOException failure) {
        return new Refusal(ExitCode.WRONG_USAGE, message(key, file, failure), failure);
    }

    static Message message(String key, Path file, IOException failure) {
        return Message.of(key, file, reason(failure));
    }

    private static Object reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied ->
                    Message.of("cli.unwritable.denied", denied.getFile());
            case NoSuchFileException missing ->
                    Message.of("cli.unwritable.missing", missing.getFile());
            case FileAlreadyExistsException taken ->
                    Message.of("cli.unwritable.taken", taken.getFile());
            case FileSystemException other when other.getReason() != null ->
                    other.getFile() + ": " + other.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
