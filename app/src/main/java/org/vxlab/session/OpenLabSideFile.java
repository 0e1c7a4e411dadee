package org.vxlab.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where unsaved changes are kept: a hidden file beside the lab's, or where that folder cannot be
/// written and for labs never saved, one in the state folder. It is a lab file like any other.
public final class OpenLabSideFile {
    private static final String SUFFIX = ".autosave";
    private static final Pattern UNTITLED = Pattern.compile("untitled-(\\d{1,18})-\\d+\\.autosave");

    private final Path stateFolder;

    public OpenLabSideFile(Path stateFolder) {
        this.stateFolder = stateFolder;
    }

    /// Unsaved changes found from an earlier run.
    ///
    /// @param file the lab's own file; absent for a lab never saved
    /// @param reading what the side file says
    /// @param at when it was written
    public record Recovery(Path sideFile, Optional<Path> file, LabReading reading, Instant at) {
        /// Forgets the changes.
        ///
        /// @throws IOException where the side file cannot be removed
        public void discard() throws IOException {
            Files.deleteIfExists(sideFile);
        }
    }

    /// The name in the state folder of a lab never saved.
    ///
    /// @param number tells several such labs of one process apart
    public static String untitled(long process, int number) {
        return "untitled-" + process + "-" + number + SUFFIX;
    }

    /// Unsaved changes to a file that are newer than it and differ from it.
    ///
    /// @throws IOException where a side file is there and cannot be read
    public Optional<Recovery> find(Path file) throws IOException {
        for (Path side : places(file)) {
            if (Files.isRegularFile(side) && newer(side, file)) {
                Recovery recovery = recovery(side, Optional.of(file));
                boolean same =
                        Files.isRegularFile(file)
                                && LabFile.read(file).text().equals(recovery.reading().text());
                if (recovery.reading().lab().isPresent() && !same) {
                    return Optional.of(recovery);
                }
            }
        }
        return Optional.empty();
    }

    /// Labs never saved whose process is gone.
    ///
    /// @throws IOException where the state folder cannot be read
    public List<Recovery> findUntitled() throws IOException {
        List<Recovery> found = new ArrayList<>();
        if (!Files.isDirectory(stateFolder)) {
            return List.of();
        }
        List<Path> sides;
        try (var files = Files.list(stateFolder)) {
            sides = files.sorted().toList();
        }
        for (Path side : sides) {
            Matcher name = UNTITLED.matcher(side.getFileName().toString());
            if (name.matches() && !isRunning(Long.parseLong(name.group(1)))) {
                Recovery recovery = recovery(side, Optional.empty());
                if (recovery.reading().lab().isPresent()) {
                    found.add(recovery);
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean isRunning(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    private static Recovery recovery(Path side, Optional<Path> file) throws IOException {
        FileTime written = Files.getLastModifiedTime(side);
        return new Recovery(side, file, LabFile.read(side), written.toInstant());
    }

    private static boolean newer(Path side, Path file) throws IOException {
        return !Files.isRegularFile(file)
                || Files.getLastModifiedTime(side).compareTo(Files.getLastModifiedTime(file)) >= 0;
    }

    /// @param untitled name for a lab without a file
    void write(Optional<Path> file, String untitled, String text) throws IOException {
        if (file.isPresent() && Files.isWritable(folder(file.get()))) {
            WholeFile.write(beside(file.get()), text);
            return;
        }
        Files.createDirectories(stateFolder);
        WholeFile.write(
                file.map(this::inState).orElseGet(() -> stateFolder.resolve(untitled)), text);
    }

    void delete(Optional<Path> file, String untitled) throws IOException {
        List<Path> sides =
                file.map(this::places).orElseGet(() -> List.of(stateFolder.resolve(untitled)));
        for (Path side : sides) {
            Files.deleteIfExists(side);
        }
    }

    private List<Path> places(Path file) {
        return List.of(beside(file), inState(file));
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().getParent();
    }

    private static Path beside(Path file) {
        return folder(file).resolve("." + file.getFileName() + SUFFIX);
    }

    /// Named after the whole path, since files in different folders have the same name.
    private Path inState(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        String id = UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString();
        return stateFolder.resolve(id + SUFFIX);
    }
}
