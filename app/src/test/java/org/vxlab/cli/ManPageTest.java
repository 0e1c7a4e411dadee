package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.cli.TestTerminal.Said;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tries the manual page, which packages install.
class ManPageTest {
    private static final Path GROFF = Path.of("/usr/bin/groff");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void hasEveryCommandAndOptionOfTheHelpPages(String language) {
        String page = TestTerminal.run("manual", "--lang", language).out();
        for (CommandPage command : CommandLines.pages(language)) {
            assertThat(page).contains(command.about().replace("-", "\\-"));
            command.options()
                    .forEach(o -> assertThat(page).contains(o.written().replace("-", "\\-")));
        }
        assertThat(page).contains("vxlab lab up").doesNotContain("%n", "lab serve");
    }

    @Test
    void keepsWhatManWouldTakeForItsOwnWords() {
        String page = TestTerminal.run("manual").out();
        // Every line is a request of man(7), or text.
        assertThat(page.lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|PP|nf|fi|RS|RE|br)( .*)?"));
        assertThat(page.lines().filter(line -> line.startsWith("'"))).isEmpty();
    }

    @Test
    void isReadByGroffWithoutAWarning() throws IOException, InterruptedException {
        assumeThat(GROFF).as("groff reads manual pages").isExecutable();
        Said said = TestTerminal.run("manual");
        Path page = Files.writeString(folder.resolve("vxlab.1"), said.out());
        Process groff =
                new ProcessBuilder(
                                GROFF.toString(),
                                "-ww",
                                "-man",
                                "-K",
                                "utf8",
                                "-Tutf8",
                                "-z",
                                page.toString())
                        .redirectErrorStream(true)
                        .start();
        String complaints =
                new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(groff.waitFor()).as(complaints).isZero();
        assertThat(complaints).isEmpty();
    }
}
