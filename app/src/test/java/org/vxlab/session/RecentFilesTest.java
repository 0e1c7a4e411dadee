package org.vxlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class RecentFilesTest {
    @TempDir Path folder;
    private Path list;
    private RecentFiles recent;

    @BeforeEach
    void choosePlace() {
        list = folder.resolve("config/vxlab/recent");
        recent = new RecentFiles(list);
    }

    @Test
    void theNewestStandsFirstAndOnce() throws IOException {
        recent.add(Path.of("/labs/one.vxlab.yaml"));
        recent.add(Path.of("/labs/two words\n实验.vxlab.yaml"));
        recent.add(Path.of("/labs/x/../one.vxlab.yaml"));

        assertThat(new RecentFiles(list).files())
                .containsExactly(
                        Path.of("/labs/one.vxlab.yaml"), Path.of("/labs/two words\n实验.vxlab.yaml"));
    }

    @Test
    void onlySoManyAreKept() throws IOException {
        for (int i = 0; i < RecentFiles.MOST + 5; i++) {
            recent.add(Path.of("/labs/" + i));
        }

        assertThat(recent.files()).hasSize(RecentFiles.MOST).startsWith(Path.of("/labs/24"));
    }

    @Test
    void damagedLinesArePassedOver() throws IOException {
        Files.createDirectories(list.getParent());
        Files.write(
                list,
                "file:///a\nfile://host/b\nhttp://c\n%%%\nfile:%00\n\u0000\u0001\nfile:///d\n"
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(recent.files()).containsExactly(Path.of("/a"), Path.of("/d"));
    }

    @Test
    void aListThatCannotBeReadIsEmpty() throws IOException {
        Files.createDirectories(list);

        assertThat(recent.files()).isEmpty();
    }

    @Test
    void foldersFollowTheEnvironmentWhereItIsSensible() {
        Path home = Path.of("/home/x");

        assertThat(XdgFolders.of(Map.of("XDG_CONFIG_HOME", "/etc/x"), home))
                .isEqualTo(
                        new XdgFolders(
                                Path.of("/etc/x/vxlab"), Path.of("/home/x/.local/state/vxlab")));
        assertThat(XdgFolders.of(Map.of("XDG_CONFIG_HOME", "relative"), home).config())
                .isEqualTo(Path.of("/home/x/.config/vxlab"));
    }
}
