package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.cli.TestTerminal.Said;

import java.nio.file.Path;

/// A lab file that is piped in, as `-`.
class StandardInputTest {
    private static final String LAB =
            """
            vxlab: 1
            name: piped-in
            underlay:
              networks:
                - { name: lan, subnet: 192.168.56.0/24 }
            hosts:
              - { name: h1, underlay: { network: lan, address: 192.168.56.11/24 } }
            segments:
              - { vni: 10, members: [{ host: h1 }] }
            """;

    @TempDir private Path folder;

    @Test
    void isCheckedLikeAFile() {
        Said said = TestTerminal.runWith(LAB, "check", "-");
        assertThat(said).isEqualTo(new Said(0, said.out(), ""));
        assertThat(said.out()).contains("-: no problems. Lab piped-in: 1 host, 1 segment.");
    }

    @Test
    void isToldByItsSignWhereSomethingIsWrong() {
        Said said = TestTerminal.runWith(LAB.replace("vni: 10", "vni: x"), "check", "-");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).startsWith("-:9:12: error: 'x' is not a whole number");
    }

    @Test
    void isExportedLikeAFile() {
        Path out = folder.resolve("out");
        Said said = TestTerminal.runWith(LAB, "export", "--to", "json", "--out", "" + out, "-");
        assertThat(said.code()).isZero();
        assertThat(out.resolve("lab.json")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab up -", "open -"})
    void isRefusedWhereTheFileIsReadAgain(String words) {
        Said said = TestTerminal.runWith(LAB, words.split(" "));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("error: The standard input (-) will not do here");
    }

    @Test
    void startsNoBuiltInHosts() {
        Said said = TestTerminal.runWith(LAB, "apply", "-");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("The built-in lab piped-in is not running.");
    }

    @Test
    void isNoFileOfThatName() {
        Said said = TestTerminal.runWith(LAB, "check", "./-");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).isEqualToIgnoringNewLines("error: There is no file ./-.");
    }

    @Test
    void isNotWhatAnEmptyNameMeans() {
        Said said = TestTerminal.run("check", "");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .isEqualToIgnoringNewLines("error: The name of the lab file is empty.");
    }
}
