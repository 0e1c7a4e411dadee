package org.vxlab.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.picture.Mark.Face;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Where lines are broken.
class TextLinesTest {
    private static final double SIZE = 10;

    /// Room for 20 letters of the mono-spaced font.
    private static final double WIDTH = 101;

    private final Lettering lettering;

    TextLinesTest() throws IOException {
        lettering = Lettering.bundled();
    }

    @Test
    void breaksBetweenWords() throws Exception {
        assertThat(lines(Locale.ENGLISH).wrapped("one two three four five", Face.MONO, SIZE, WIDTH))
                .containsExactly("one two three four", "five");
    }

    @Test
    void cutsAWordThatIsTooLong() throws Exception {
        assertThat(
                        lines(Locale.ENGLISH)
                                .wrapped("a 1234567890123456789012345 b", Face.MONO, SIZE, WIDTH))
                .containsExactly("a", "12345678901234567890", "12345 b");
    }

    @Test
    void breaksChineseAnywhereButBeforeAFullStop() throws Exception {
        List<String> lines =
                lines(Locale.SIMPLIFIED_CHINESE).wrapped("一二三四五六七八九十。下一句", Face.PLAIN, SIZE, WIDTH);

        assertThat(lines).containsExactly("一二三四五六七八九", "十。下一句");
    }

    @Test
    void anEmptyTextIsOneEmptyLine() throws Exception {
        assertThat(lines(Locale.ENGLISH).wrapped("", Face.PLAIN, SIZE, WIDTH)).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip link",
                "ip link add name vxlan10 type vxlan id 10 local 192.168.56.11 dev eth0",
                "ip link set dev br10 alias 'a quoted word that is rather long'",
            })
    void aBrokenCommandIsStillTheCommand(String command) throws Exception {
        List<String> lines = lines(Locale.ENGLISH).command(command, SIZE, WIDTH);

        assertThat(String.join("\n", lines).replaceAll(" \\\\\n *", " ")).isEqualTo(command);
        assertThat(lines).noneMatch(line -> line.chars().filter(c -> c == '\'').count() % 2 == 1);
    }

    private TextLines lines(Locale language) {
        return new TextLines(lettering, language);
    }
}
