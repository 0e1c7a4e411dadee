package org.vxlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

class LabFileSaveTest {
    private static final String TEXT = "vxlab: 1\nname: 实验\n";

    @TempDir private Path folder;

    @Test
    void writesTheTextAndNothingElse() throws IOException {
        Path file = folder.resolve("a.vxlab.yaml");

        LabFile.save(file, TEXT);
        LabFile.save(file, TEXT + "# again\n");

        assertThat(Files.readString(file)).isEqualTo(TEXT + "# again\n");
        assertThat(names()).containsExactly("a.vxlab.yaml");
    }

    @Test
    void keepsPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("a.vxlab.yaml"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r-x"));

        LabFile.save(file, TEXT);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r-x");
    }

    @Test
    void writesThroughSymbolicLinks() throws IOException {
        Path real = Files.writeString(folder.resolve("real"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), link);

        LabFile.save(second, TEXT);

        assertThat(Files.readString(real)).isEqualTo(TEXT);
        assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("real"));
        assertThat(names()).containsExactly("link", "real", "second");
    }

    @Test
    void saysWhereTheFolderIsMissing() {
        assertThatThrownBy(() -> LabFile.save(folder.resolve("none/a"), TEXT))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void readsWhatItSaved() throws IOException {
        Path file = folder.resolve("a.vxlab.yaml");
        LabFile.save(file, "\uFEFF" + TEXT.replace("实验", "x"));

        LabReading reading = LabFile.read(file);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.text()).startsWith("\uFEFF");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
