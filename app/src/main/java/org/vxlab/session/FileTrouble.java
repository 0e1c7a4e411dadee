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

    /// The reason alone, without a full stop, to be put into a sentence.
    public static Message of(IOException failure) {
        return of(Path.of(""), failure);
    }

    /// The same for a sentence that names a file already.
    public static Message of(Path named, IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> reason("denied", named, meant(denied.getFile()));
            case NoSuchFileException missing -> missing(named, meant(missing.getFile()));
            case FileAlreadyExistsException taken ->
                    reason("taken", named, Path.of(taken.getFile()));
            case FileSystemException other when other.getReason() != null ->
                    Message.of("session.trouble.other", other.getReason());
            default -> Message.of("session.trouble.other", String.valueOf(failure.getMessage()));
        };
    }

    /// The same where the file was to be written: it did not have to exist, but its folder did.
    public static Message ofWriting(Path named, IOException failure) {
        return failure instanceof NoSuchFileException missing
                ? missing(named, folder(Path.of(missing.getFile())))
                : of(named, failure);
    }

    private static Message reason(String why, Path named, Path meant) {
        return named.equals(meant)
                ? Message.of("session.trouble.it." + why)
                : Message.of("session.trouble." + why, meant);
    }

    /// There are folders, as `/proc`, that exist and take no files.
    private static Message missing(Path named, Path meant) {
        return reason(Files.isDirectory(meant) ? "closed" : "missing", named, meant);
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
