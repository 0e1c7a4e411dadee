package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.cli.TestTerminal.Said;
import org.vxlab.export.ExportFormat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class ExportCliTest {
    private static final Path TEMPLATES = Path.of("../lab-templates");

    @TempDir private Path folder;

    @Test
    void writesAFormatAndNamesItsFiles() throws IOException {
        Path out = folder.resolve("out");
        Said said = export("--to", "sh", "--out", out.toString());
        assertThat(said.code()).isZero();
        assertThat(said.out().lines())
                .containsExactly(out + "/lab.sh", out + "/hosts/h1.sh", out + "/hosts/h2.sh");
        assertThat(Files.isExecutable(out.resolve("lab.sh"))).isTrue();
    }

    @Test
    void givesSeveralFormatsAFolderEach() {
        assertThat(export("--to", "json", "--to", "sh", "--out", folder.toString()).code())
                .isZero();
        assertThat(folder.resolve("json/lab.json")).exists();
        assertThat(folder.resolve("sh/lab.sh")).exists();
    }

    @Test
    void replacesNoFileOfSomebodyElseUnlessForced() throws IOException {
        Path mine = Files.writeString(folder.resolve("lab.sh"), "mine");
        String[] words = {"--to", "sh", "--out", folder.toString()};
        Said refused = export(words);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains(mine.toString(), "--force");
        assertThat(folder.resolve("hosts")).doesNotExist();
        assertThat(mine).hasContent("mine");
        assertThat(export("--force", "--to", "sh", "--out", folder.toString()).code()).isZero();
        assertThat(Files.readString(mine)).startsWith("#!/bin/sh");
        assertThat(export(words).code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"png,lab.png", "png,LAB.PNG", "json,lab.json", "sh,lab.sh"})
    void makesNoFolderWithTheNameOfAFile(String format, String name) {
        Path out = folder.resolve(name);
        Said said = export("--to", format, "--out", out.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains(
                        out + " looks like the name of a file",
                        "say --out " + name.split("\\.")[0]);
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.2", ".sh", "pictures.d"})
    void takesOtherNamesWithADotForFolders(String name) {
        Path out = folder.resolve(name);
        assertThat(export("--to", "sh", "--out", out.toString()).code()).isZero();
        assertThat(out.resolve("lab.sh")).exists();
    }

    @Test
    void writesIntoAFolderThatIsThereWhateverItsName() throws IOException {
        Path out = Files.createDirectory(folder.resolve("lab.sh"));
        assertThat(export("--to", "sh", "--out", out.toString()).code()).isZero();
        assertThat(out.resolve("lab.sh")).exists();
    }

    @Test
    void namesAllFormatsWhereOneIsUnknown() {
        Said said = export("--to", "nonsense", "--out", folder.resolve("out").toString());
        assertThat(said.code()).isEqualTo(2);
        for (ExportFormat format : ExportFormat.values()) {
            assertThat(said.err()).contains(format.word());
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void tellsProgramsWhatItWroteAndWhatAFormatCannotSay() {
        Said said = export("--json", "--to", "iproute2", "--out", folder.toString());
        assertThat(said.out())
                .contains("{\"path\":\"h1/up.sh\",\"executable\":true}")
                .contains("\"leftOut\":[{\"key\":\"export.iproute2.once\"");
    }

    @Test
    void completesTheFormats() {
        assertThat(TestTerminal.run("completion").out()).contains("netns");
    }

    @Test
    @Tag("kernel")
    void exportedScriptsRunOverPlainSsh() throws Exception {
        String name = "x" + ProcessHandle.current().pid();
        Path lab =
                Files.writeString(
                        folder.resolve("lab.vxlab.yaml"),
                        Files.readString(template())
                                .replace("name: bridge-and-vxlan", "name: " + name));
        TestTerminal.run("export", lab.toString(), "--to", "sh", "--out", folder + "/out");
        Said up = TestTerminal.run("lab", "up", lab.toString(), "--json");
        Matcher config = Pattern.compile("\"sshConfig\":\"([^\"]+)\"").matcher(up.out());
        Assumptions.assumeTrue(config.find(), up.out());
        try {
            assertThat(labScript(config.group(1), "up")).startsWith("0 h1: made");
            assertThat(TestTerminal.run("plan", "--expect-empty", lab.toString()).code()).isZero();
            assertThat(labScript(config.group(1), "status")).startsWith("0 h1: as wanted");
            assertThat(labScript(config.group(1), "ping"))
                    .startsWith("0 ")
                    .contains("12 of 12 pairs answer.");
            assertThat(labScript(config.group(1), "down")).startsWith("0 h1: removed");
        } finally {
            TestTerminal.run("lab", "down", lab.toString());
        }
        assertThat(labScript(config.group(1), "up")).startsWith("2 ").contains("There is no file");
    }

    private String labScript(String config, String verb) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("sh", folder.resolve("out/lab.sh").toString(), verb)
                        .redirectErrorStream(true);
        builder.environment().put("VXLAB_SSH_CONFIG", config);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        return process.waitFor() + " " + said;
    }

    private static Path template() {
        return TEMPLATES.resolve("bridge-and-vxlan/bridge-and-vxlan.vxlab.yaml");
    }

    private static Said export(String... words) {
        return TestTerminal.run(
                List.of(List.of("export", template().toString()), List.of(words)).stream()
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }
}
