package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.cli.TestTerminal.Said;
import org.vxlab.discover.DrawnHosts;
import org.vxlab.session.LabFile;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A lab is pushed, imported, exported, taken down, rebuilt by the exported scripts alone, and
/// imported again; it stays the same lab all along.
@Tag("kernel")
class RoundTripKernelTest {
    private static final Path LABS = Path.of("src/test/resources/cli/round-trip");
    private static final Pattern SSH_CONFIG = Pattern.compile("ssh -F (\\S+)");

    @TempDir private Path folder;
    private String lab = "";

    @AfterEach
    void endsTheLab() {
        if (!lab.isEmpty()) {
            TestTerminal.run("lab", "down", lab);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub", "six"})
    void staysTheSameByImportExportAndImport(String name) throws Exception {
        // A name of its own, so that other runs on this machine are not met.
        lab = name + ProcessHandle.current().pid();
        String text = Files.readString(LABS.resolve(name + ".vxlab.yaml"));
        Path file = folder.resolve("drawn.vxlab.yaml");
        Files.writeString(file, text.replace("name: " + name + "\n", "name: " + lab + "\n"));
        Said up = TestTerminal.run("lab", "up", file.toString());
        assumeTrue(up.code() != 3, up.err());
        Matcher config = SSH_CONFIG.matcher(succeeds(up));
        assertThat(config.find()).isTrue();

        succeeds(TestTerminal.run("apply", file.toString()));
        Path imported = imports("imported");
        assertThat(DrawnHosts.withoutNames(read(imported)))
                .isEqualTo(DrawnHosts.withoutNames(read(file)));

        Path scripts = folder.resolve("scripts");
        succeeds(
                TestTerminal.run(
                        "export", imported.toString(), "--to", "sh", "--out", scripts.toString()));
        succeeds(TestTerminal.run("down", imported.toString()));
        runs(scripts, config.group(1), "up");
        assertThat(imports("again")).hasSameTextualContentAs(imported);
        succeeds(TestTerminal.run("plan", "--expect-empty", file.toString()));
        runs(scripts, config.group(1), "down");
    }

    private Path imports(String name) {
        Path file = folder.resolve(name + ".vxlab.yaml");
        succeeds(TestTerminal.run("import", "--lab", lab, "-o", file.toString()));
        return file;
    }

    private static ResolvedLab read(Path file) throws IOException {
        return ResolvedLab.of(LabFile.read(file).lab().orElseThrow());
    }

    private static String succeeds(Said said) {
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        return said.out();
    }

    /// Runs the exported script with nothing of the program but the way to its hosts.
    private void runs(Path scripts, String sshConfig, String verb) throws Exception {
        Path said = folder.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder("sh", scripts.resolve("lab.sh").toString(), verb)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        builder.environment().put("VXLAB_SSH_CONFIG", sshConfig);
        int code = builder.start().waitFor();
        assertThat(code).as(Files.readString(said)).isZero();
    }
}
