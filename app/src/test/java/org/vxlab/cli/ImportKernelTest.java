package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.vxlab.cli.TestTerminal.Said;
import org.vxlab.discover.DrawnHosts;
import org.vxlab.session.LabFile;
import org.vxlab.session.Templates;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A lab that is pushed and imported again is the same lab.
@Tag("kernel")
class ImportKernelTest {
    private static final List<String> TEMPLATES = Templates.NAMES;

    @TempDir private Path folder;
    @RegisterExtension final OwnLab lab = new OwnLab();

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void importsWhatWasPushed(String template) throws IOException {
        Path file = Path.of(lab.template(template, folder));
        Said applied = TestTerminal.run("apply", file.toString());
        assertThat(applied.code()).as(applied.err()).isZero();
        Path imported = folder.resolve("imported.vxlab.yaml");
        Said said = TestTerminal.run("import", "--lab", lab.name(), "-o", imported.toString());
        assertThat(said.code())
                .as(said.out() + said.err())
                .isEqualTo(template.endsWith("broken") ? 1 : 0);
        assertThat(DrawnHosts.withoutNames(read(imported)))
                .isEqualTo(DrawnHosts.withoutNames(read(file)));
    }

    private static ResolvedLab read(Path file) throws IOException {
        return ResolvedLab.of(LabFile.read(file).lab().orElseThrow());
    }
}
