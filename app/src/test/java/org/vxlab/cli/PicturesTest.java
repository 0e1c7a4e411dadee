package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vxlab.cli.TestTerminal.Said;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/// `vxlab export --to` pictures and handouts.
class PicturesTest {
    private static final String LAB = "src/test/resources/cli/good.vxlab.yaml";

    @TempDir private Path folder;

    @Test
    void theScaleSaysHowManyPixels() throws IOException {
        BufferedImage small = png("1", "light");
        BufferedImage large = png("2", "light");

        assertThat(large.getWidth()).isBetween(2 * small.getWidth() - 2, 2 * small.getWidth() + 2);
    }

    @Test
    void theThemeSaysWhichColours() throws IOException {
        assertThat(png("1", "dark").getRGB(0, 0)).isNotEqualTo(png("1", "light").getRGB(0, 0));
    }

    @Test
    void aSecondExportReplacesTheFirst() throws IOException {
        png("1", "light");
        assertThat(png("1", "dark")).isNotNull();
    }

    @Test
    void scriptsAndPicturesCanBeWrittenAtOnce() {
        Said said = export("--to", "sh", "--to", "svg", "--to", "handout");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(folder.resolve("sh").resolve("lab.sh")).isExecutable();
        assertThat(folder.resolve("svg").resolve("cli-good.svg")).isNotEmptyFile();
        assertThat(folder.resolve("handout").resolve("cli-good-handout.md")).isNotEmptyFile();
        assertThat(folder.resolve("handout").resolve("cli-good-handout.pdf")).isNotEmptyFile();
    }

    @Test
    void theHandoutSpeaksTheChosenLanguage() throws IOException {
        TestTerminal.run(
                "--lang", "zh", "export", LAB, "--to", "handout", "--out", folder.toString());

        assertThat(Files.readString(folder.resolve("cli-good-handout.md"))).contains("底层网络");
    }

    @ParameterizedTest
    @CsvSource({
        "--scale, 0, A scale is above 0 and at most 100",
        "--scale, NaN, A scale is above 0 and at most 100",
        "--scale, 101, A scale is above 0 and at most 100",
        "--theme, pink, 'There are: light, dark, projector'",
    })
    void refusesALookThatThereIsNot(String option, String value, String why) {
        Said said = export("--to", "png", option, value);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(why);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLivePictureNeedsALabThatRuns() {
        Said said = export("--to", "png", "--live");

        assertThat(said.code()).isEqualTo(3);
        assertThat(folder).isEmptyDirectory();
    }

    private BufferedImage png(String scale, String theme) throws IOException {
        Said said = export("--to", "png", "--scale", scale, "--theme", theme);
        assertThat(said.code()).as(said.err()).isZero();
        return ImageIO.read(folder.resolve("cli-good.png").toFile());
    }

    private Said export(String... options) {
        String[] words = new String[options.length + 4];
        words[0] = "export";
        words[1] = LAB;
        words[2] = "--out";
        words[3] = folder.toString();
        System.arraycopy(options, 0, words, 4, options.length);
        return TestTerminal.run(words);
    }
}
