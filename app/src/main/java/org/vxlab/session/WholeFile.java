package org.vxlab.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes a file so that it is always whole: the old one, or the new one.
final class WholeFile {
    private static final String PART = ".part";

    private WholeFile() {}

    /// Whether a file is the new content of another, on its way there.
    static boolean isPart(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") && name.endsWith(PART);
    }

    /// Replaces the content of a file, or makes it; a symbolic link stays one, and so do the
    /// permissions.
    static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The same with bytes of any sort.
    static void write(Path file, byte[] content) throws IOException {
        boolean exists = Files.exists(file);
        Path target = exists ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        Path part = Files.createTempFile(folder, "." + target.getFileName(), PART);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            permissions(part, target, exists);
            Files.move(
                    part,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Temporary files are private; a new lab file is read by others as usual.
    private static void permissions(Path part, Path target, boolean exists) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(part, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(
                    exists
                            ? Files.getPosixFilePermissions(target)
                            : PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
