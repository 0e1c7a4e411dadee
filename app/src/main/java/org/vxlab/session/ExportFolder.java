package org.vxlab.session;

import org.vxlab.export.WrittenFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder that holds an export, and knows what it wrote there itself.
///
/// The file `.vxlab-export` beside the files lists each with its SHA-256. A file that is listed and
/// unchanged may be replaced, or removed when the lab no longer has it; any other file of the same
/// name was made or edited by a person.
public final class ExportFolder {
    private static final String LIST = ".vxlab-export";
    private static final String STAGE = ".vxlab-export.part";
    private static final String BETWEEN = "  ";

    private final Path folder;

    public ExportFolder(Path folder) {
        this.folder = folder;
    }

    /// Which of the files to be written would replace somebody's work, in their order.
    public List<Path> inTheWay(List<? extends WrittenFile> files) throws IOException {
        Map<String, String> written = list();
        List<Path> found = new ArrayList<>();
        for (WrittenFile file : files) {
            Path there = folder.resolve(file.path());
            if (Files.exists(there, LinkOption.NOFOLLOW_LINKS)
                    && !isOurs(there, written.get(file.path()))
                    && !isSame(there, file)) {
                found.add(there);
            }
        }
        return List.copyOf(found);
    }

    /// Writes all files, and removes those of an earlier export that are no longer part of it. All
    /// are written aside first, so that a full disk or a missing right changes nothing.
    public void write(List<? extends WrittenFile> files) throws IOException {
        Map<String, String> before = list();
        Map<String, String> after = new LinkedHashMap<>();
        Files.createDirectories(folder);
        Path stage = folder.resolve(STAGE);
        removeAll(stage);
        try {
            for (WrittenFile file : files) {
                Path part = stage.resolve(file.path());
                Files.createDirectories(part.getParent());
                Files.write(part, file.bytes());
                setPermissions(part, file.executable());
                after.put(file.path(), digest(file.bytes()));
            }
            Files.writeString(stage.resolve(LIST), text(after));
            for (WrittenFile file : files) {
                Files.createDirectories(folder.resolve(file.path()).getParent());
            }
            for (String path : Stream.concat(after.keySet().stream(), Stream.of(LIST)).toList()) {
                Files.move(
                        stage.resolve(path),
                        folder.resolve(path),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            removeAll(stage);
        }
        for (Map.Entry<String, String> old : before.entrySet()) {
            Path there = folder.resolve(old.getKey());
            if (!after.containsKey(old.getKey()) && isOurs(there, old.getValue())) {
                Files.delete(there);
            }
        }
    }

    private Map<String, String> list() throws IOException {
        Map<String, String> written = new LinkedHashMap<>();
        Path list = folder.resolve(LIST);
        if (!Files.isRegularFile(list)) {
            return written;
        }
        for (String line : Files.readAllLines(list)) {
            int at = line.indexOf(BETWEEN);
            String path = at < 0 ? "" : line.substring(at + BETWEEN.length());
            if (isInside(path)) {
                written.put(path, line.substring(0, at));
            }
        }
        return written;
    }

    /// Somebody may have edited the list: it must not lead out of the folder.
    private boolean isInside(String path) {
        return !path.isEmpty()
                && folder.resolve(path).normalize().startsWith(folder.normalize())
                && !Path.of(path).isAbsolute();
    }

    /// As `sha256sum` prints and checks it.
    private static String text(Map<String, String> written) {
        StringBuilder lines = new StringBuilder();
        written.forEach((path, digest) -> lines.append(digest + BETWEEN + path + "\n"));
        return lines.toString();
    }

    private static boolean isOurs(Path file, String digest) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && digest(Files.readAllBytes(file)).equals(digest);
    }

    private static boolean isSame(Path there, WrittenFile file) throws IOException {
        return Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)
                && Arrays.equals(Files.readAllBytes(there), file.bytes());
    }

    private static void setPermissions(Path file, boolean executable) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && executable) {
            view.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void removeAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(folder);
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
