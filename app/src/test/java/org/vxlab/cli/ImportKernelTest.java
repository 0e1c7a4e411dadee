package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.vxlab.cli.TestTerminal.Said;
import org.vxlab.discover.DrawnHosts;
import org.vxlab.session.LabFile;
import org.vxlab.session.Templates;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A lab that is pushed and imported again is the same lab.
@Tag("kernel")
class ImportKernelTest {
    private static final List<String> TEMPLATES = Templates.NAMES;
    private static final int LONGEST_NAME = 32;

    @TempDir private Path folder;
    private String lab = "";

    @BeforeEach
    void needsTheBuiltInLab() {
        Said said = TestTerminal.run("plan", "src/test/resources/cli/good.vxlab.yaml");
        assumeTrue(said.code() != 3, said.err());
    }

    @AfterEach
    void endsTheLab() {
        if (!lab.isEmpty()) {
            TestTerminal.run("lab", "down", lab);
        }
    }

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void importsWhatWasPushed(String template) throws IOException {
        Path file = file(template);
        Said applied = TestTerminal.run("apply", file.toString());
        assertThat(applied.code()).as(applied.err()).isZero();
        Path imported = folder.resolve("imported.vxlab.yaml");
        Said said = TestTerminal.run("import", "--lab", lab, "-o", imported.toString());
        assertThat(said.code())
                .as(said.out() + said.err())
                .isEqualTo(template.endsWith("broken") ? 1 : 0);
        assertThat(DrawnHosts.withoutNames(read(imported)))
                .isEqualTo(DrawnHosts.withoutNames(read(file)));
    }

    private static ResolvedLab read(Path file) throws IOException {
        return ResolvedLab.of(LabFile.read(file).lab().orElseThrow());
    }

    /// The template under a name of its own, so that other runs on this machine are not met.
    private Path file(String template) throws IOException {
        String name = "i" + ProcessHandle.current().pid() + "-" + template;
        lab = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        String text =
                new String(Templates.read(template)).replace("name: " + template, "name: " + lab);
        return Files.writeString(folder.resolve(lab + ".vxlab.yaml"), text);
    }
}
