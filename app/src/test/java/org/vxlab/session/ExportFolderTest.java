package org.vxlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vxlab.export.ExportedFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class ExportFolderTest {
    private static final ExportedFile SCRIPT = ExportedFile.script("hosts/a.sh", "echo a\n");
    private static final ExportedFile TEXT = ExportedFile.plain("README.md", "中文\n");

    @TempDir private Path parent;

    @Test
    void writesFilesWithTheirRightsIntoANewFolder() throws IOException {
        Path out = parent.resolve("new/out");
        new ExportFolder(out).write(List.of(SCRIPT, TEXT));
        assertThat(files(out)).containsExactly(".vxlab-export", "README.md", "hosts/a.sh");
        assertThat(Files.readString(out.resolve("README.md"))).isEqualTo("中文\n");
        assertThat(Files.isExecutable(out.resolve("hosts/a.sh"))).isTrue();
        assertThat(Files.isExecutable(out.resolve("README.md"))).isFalse();
    }

    @Test
    void replacesWhatItWroteAndRemovesWhatIsNoLongerPartOfTheExport() throws IOException {
        ExportFolder folder = new ExportFolder(parent);
        folder.write(List.of(SCRIPT, TEXT));
        List<ExportedFile> next = List.of(ExportedFile.plain("README.md", "changed\n"));
        assertThat(folder.inTheWay(next)).isEmpty();
        folder.write(next);
        assertThat(files(parent)).containsExactly(".vxlab-export", "README.md");
        assertThat(Files.readString(parent.resolve("README.md"))).isEqualTo("changed\n");
    }

    @Test
    void namesFilesThatAPersonMadeOrEdited() throws IOException {
        ExportFolder folder = new ExportFolder(parent);
        Files.writeString(parent.resolve("README.md"), "mine");
        assertThat(folder.inTheWay(List.of(SCRIPT, TEXT)))
                .containsExactly(parent.resolve("README.md"));
        Files.delete(parent.resolve("README.md"));
        folder.write(List.of(SCRIPT, TEXT));
        Files.writeString(parent.resolve("hosts/a.sh"), "edited");
        assertThat(folder.inTheWay(List.of(SCRIPT, TEXT)))
                .containsExactly(parent.resolve("hosts/a.sh"));
    }

    @Test
    void keepsAnEditedFileThatTheLabNoLongerHas() throws IOException {
        ExportFolder folder = new ExportFolder(parent);
        folder.write(List.of(SCRIPT, TEXT));
        Files.writeString(parent.resolve("hosts/a.sh"), "edited");
        folder.write(List.of(TEXT));
        assertThat(Files.readString(parent.resolve("hosts/a.sh"))).isEqualTo("edited");
    }

    @Test
    void replacesASymbolicLinkAndNotWhatItPointsTo() throws IOException {
        Path elsewhere = Files.writeString(parent.resolve("elsewhere"), "precious");
        Path out = Files.createDirectory(parent.resolve("out"));
        Files.createSymbolicLink(out.resolve("README.md"), elsewhere);
        assertThat(new ExportFolder(out).inTheWay(List.of(TEXT))).isNotEmpty();
        new ExportFolder(out).write(List.of(TEXT));
        assertThat(Files.readString(elsewhere)).isEqualTo("precious");
    }

    @Test
    void followsNoListOutOfTheFolder() throws IOException {
        Path outside = Files.writeString(parent.resolve("outside"), "");
        Path out = Files.createDirectory(parent.resolve("out"));
        String emptyDigest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        Files.writeString(out.resolve(".vxlab-export"), emptyDigest + "  ../outside\n");
        new ExportFolder(out).write(List.of(TEXT));
        assertThat(outside).exists();
    }

    @Test
    void changesNothingWhereAFileCannotBeWritten() throws IOException {
        ExportFolder folder = new ExportFolder(parent);
        folder.write(List.of(TEXT));
        Files.writeString(parent.resolve("hosts"), "a file where a folder is needed");
        List<ExportedFile> next = List.of(ExportedFile.plain("README.md", "new"), SCRIPT);
        assertThatThrownBy(() -> folder.write(next)).isInstanceOf(IOException.class);
        assertThat(files(parent)).containsExactly(".vxlab-export", "README.md", "hosts");
        assertThat(Files.readString(parent.resolve("README.md"))).isEqualTo("中文\n");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
