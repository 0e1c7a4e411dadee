package org.vxlab.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/// Replaces a file as a whole: whatever happens, it holds the old text or the new one.
final class LabFileSave {
    private LabFileSave() {}

    static void save(Path file, String text) throws IOException {
        Path target = realTarget(file.toAbsolutePath());
        Path folder = target.getParent();
        // Hidden, and in the same folder since a rename is atomic only within a file system.
        String name = "." + target.getFileName() + "." + UUID.randomUUID() + ".new";
        Path fresh = folder.resolve(name);
        try {
            create(target, fresh);
            write(fresh, text);
            keepOwnerAndPermissions(target, fresh);
            move(fresh, target);
        } finally {
            Files.deleteIfExists(fresh);
        }
        sync(folder);
    }

    /// The file behind symbolic links, which stay links.
    private static Path realTarget(Path file) throws IOException {
        Path target = file;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == 40) {
                throw new IOException(file + ": too many symbolic links in a row");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /// Makes the new file, for nobody else to read until it has the old one's permissions.
    private static void create(Path old, Path fresh) throws IOException {
        boolean posix = Files.getFileAttributeView(fresh, PosixFileAttributeView.class) != null;
        if (posix && Files.exists(old)) {
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(fresh);
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void keepOwnerAndPermissions(Path old, Path fresh) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (view == null || !Files.exists(old)) {
            return;
        }
        PosixFileAttributes kept =
                Files.readAttributes(old, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributes made = view.readAttributes();
        if (!kept.group().equals(made.group())) {
            view.setGroup(kept.group());
        }
        // Only root may give files away, and must when it saves another user's lab.
        if (!kept.owner().equals(made.owner())) {
            view.setOwner(kept.owner());
        }
        view.setPermissions(kept.permissions());
    }

    private static void move(Path fresh, Path target) throws IOException {
        try {
            Files.move(
                    fresh,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(target + ": this file system cannot replace a file at once", e);
        }
    }

    /// Makes the rename itself survive a power cut.
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
