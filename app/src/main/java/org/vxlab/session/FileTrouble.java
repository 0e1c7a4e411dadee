package org.vxlab.session;

import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Why the system does not let a file be read or written, in words for a person: its own messages
/// are often no more than the name of a temporary file.
public final class FileTrouble {
    private FileTrouble() {}

    /// The reason alone, without a full stop, to be put into a sentence about the file.
    public static Message of(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied ->
                    Message.of("session.trouble.denied", meant(denied.getFile()));
            case NoSuchFileException missing -> missing(meant(missing.getFile()));
            case FileAlreadyExistsException taken ->
                    Message.of("session.trouble.taken", taken.getFile());
            case FileSystemException other when other.getReason() != null ->
                    Message.of("session.trouble.other", other.getReason());
            default -> Message.of("session.trouble.other", String.valueOf(failure.getMessage()));
        };
    }

    /// The same where a file was to be written, which did not have to exist: its folder did.
    public static Message ofWriting(IOException failure) {
        return failure instanceof NoSuchFileException missing
                ? missing(folder(Path.of(missing.getFile())))
                : of(failure);
    }

    /// There are folders, as `/proc`, that exist and take no files.
    private static Message missing(Path path) {
        return Message.of(
                Files.isDirectory(path) ? "session.trouble.closed" : "session.trouble.missing",
                path);
    }

    /// For a temporary file the folder that was to have it.
    private static Path meant(String file) {
        Path path = Path.of(file);
        return WholeFile.isPart(path) ? folder(path) : path;
    }

    private static Path folder(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null ? path : folder;
    }
}
