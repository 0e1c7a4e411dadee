package org.vxlab.locallab;

import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// The folder of a lab that keeps running between commands; nobody but its user can look inside.
///
/// @param path below the user's runtime folder, one per lab name
record LabFolder(Path path) {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    /// Short, because the path of a Unix-domain socket has at most 107 bytes (unix(7)).
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

    static LabFolder of(Path runtime, String lab) {
        boolean plain = PLAIN_NAME.matcher(lab).matches();
        byte[] bytes = lab.getBytes(StandardCharsets.UTF_8);
        return new LabFolder(
                runtime.resolve(plain ? lab : UUID.nameUUIDFromBytes(bytes).toString()));
    }

    /// Where this user's running labs are kept: `$XDG_RUNTIME_DIR/vxlab`, or where that is not this
    /// user's (as after `su`), `/run/vxlab` for root and `/tmp/vxlab-UID` for others.
    static Path runtime() {
        int uid = uid();
        String xdg = System.getenv("XDG_RUNTIME_DIR");
        if (xdg != null && !xdg.isEmpty() && owner(Path.of(xdg)).equals(Optional.of(uid))) {
            return Path.of(xdg, "vxlab");
        }
        return uid == 0 ? Path.of("/run/vxlab") : Path.of("/tmp", "vxlab-" + uid);
    }

    /// Makes the folder and the one above it, and refuses them when others have access: in a folder
    /// such as `/tmp`, somebody else may have made them before.
    void create() throws LocalLabException {
        try {
            Path parent = path.toAbsolutePath().getParent();
            Files.createDirectories(parent.getParent());
            makePrivate(parent);
            makePrivate(path);
            // In use from here on, though not locked yet.
            Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new LocalLabException(
                    Message.of("locallab.folder", path, String.valueOf(e.getMessage())), e);
        }
    }

    Path lock() {
        return path.resolve("lock");
    }

    Path state() {
        return path.resolve("state");
    }

    Path control() {
        return path.resolve("control");
    }

    Path log() {
        return path.resolve("log");
    }

    Path sshConfig() {
        return path.resolve("ssh_config");
    }

    /// All that a lab puts there.
    Set<Path> files() {
        return Set.of(lock(), state(), control(), log(), sshConfig());
    }

    /// Removes what describes a lab that has ended. The lock and the log stay.
    void forget() throws IOException {
        Files.deleteIfExists(state());
        Files.deleteIfExists(control());
        Files.deleteIfExists(sshConfig());
    }

    /// Removes the folder of a lab that was ended as it should, or whose log was passed on; by
    /// whoever holds the lock. After any other end the log stays, for it may say why.
    void remove() throws IOException {
        forget();
        Files.deleteIfExists(log());
        Files.deleteIfExists(lock());
        Files.deleteIfExists(path);
    }

    private static void makePrivate(Path folder) throws IOException, LocalLabException {
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            PosixFileAttributes found =
                    Files.readAttributes(
                            folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!found.isDirectory()
                    || !owner(folder).equals(Optional.of(uid()))
                    || !OWNER_ONLY.containsAll(found.permissions())) {
                throw new LocalLabException(Message.of("locallab.folder-not-private", folder), e);
            }
        }
    }

    private static int uid() {
        return owner(Path.of("/proc/self"))
                .orElseThrow(() -> new IllegalStateException("Linux without /proc"));
    }

    private static Optional<Integer> owner(Path file) {
        try {
            return Optional.of((Integer) Files.getAttribute(file, "unix:uid"));
        } catch (IOException e) {
            // What cannot be looked at is not this user's.
            return Optional.empty();
        }
    }
}
