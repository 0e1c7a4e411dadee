package org.vxlab.locallab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What stays after a killed program goes, unless somebody may still want it.
class LeftoversTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(1));

    @TempDir private Path runtime;

    @Test
    void removesFoldersThatSayNothing() throws IOException {
        folder("killed", Map.of("lock", "x", "log", ""), LONG_AGO);
        folder("sooner", Map.of(), LONG_AGO);
        assertThat(left()).isEmpty();
    }

    @Test
    void keepsWhatIsInUseOrTellsOfAFailureOrIsNoLabs() throws IOException {
        folder("starting", Map.of("log", ""), NOW.plusSeconds(1));
        folder("failed", Map.of("lock", "x", "log", "out of memory"), LONG_AGO);
        folder("notes", Map.of("todo", ""), LONG_AGO);
        Files.createSymbolicLink(runtime.resolve("link"), runtime.resolve("notes"));
        Files.createFile(runtime.resolve("file"));
        assertThat(left()).containsExactly("failed", "file", "link", "notes", "starting");
        assertThat(runtime.resolve("failed/log")).hasContent("out of memory");
    }

    @Test
    void doesWithoutAFolderOfLabs() {
        Path none = runtime.resolve("none");
        new Leftovers(NOW).sweep(none);
        assertThat(none).doesNotExist();
    }

    private List<String> left() throws IOException {
        new Leftovers(NOW).sweep(runtime);
        try (var files = Files.list(runtime)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void folder(String name, Map<String, String> files, Instant used) throws IOException {
        Path folder = Files.createDirectory(runtime.resolve(name));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Files.setLastModifiedTime(folder, FileTime.from(used));
    }
}
