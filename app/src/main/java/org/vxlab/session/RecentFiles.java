package org.vxlab.session;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lab files opened last, the newest first; kept in a text file with one file URI a line.
///
/// A damaged line is passed over, and goes when the list is next written.
public final class RecentFiles {
    public static final int MOST = 20;
    private static final int MAX_BYTES = 256 << 10;

    private final Path list;

    /// @param list the file that holds the list
    public RecentFiles(Path list) {
        this.list = list;
    }

    /// The files, whether they still exist or not; none where the list cannot be read.
    public List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (String line : text().split("\\R", -1)) {
            file(line.strip())
                    .filter(file -> !files.contains(file) && files.size() < MOST)
                    .ifPresent(files::add);
        }
        return List.copyOf(files);
    }

    /// Puts a file in front.
    ///
    /// @throws IOException where the list cannot be written
    public void add(Path file) throws IOException {
        List<Path> files = new ArrayList<>(files());
        Path whole = file.toAbsolutePath().normalize();
        files.remove(whole);
        files.addFirst(whole);
        write(files.subList(0, Math.min(MOST, files.size())));
    }

    /// Takes a file off the list.
    ///
    /// @throws IOException where the list cannot be written
    public void remove(Path file) throws IOException {
        List<Path> files = new ArrayList<>(files());
        files.remove(file.toAbsolutePath().normalize());
        write(files);
    }

    private void write(List<Path> files) throws IOException {
        StringBuilder text = new StringBuilder();
        files.forEach(file -> text.append(file.toUri()).append('\n'));
        Files.createDirectories(list.toAbsolutePath().getParent());
        WholeFile.write(list, text.toString());
    }

    /// A list that cannot be read is no reason to keep a person from working.
    private String text() {
        try (var in = Files.newInputStream(list)) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<Path> file(String line) {
        try {
            return line.startsWith("file:")
                    ? Optional.of(Path.of(URI.create(line)))
                    : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
