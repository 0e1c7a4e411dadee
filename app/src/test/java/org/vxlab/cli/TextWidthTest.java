package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class TextWidthTest {
    @Test
    void countsChineseCharactersTwiceAndColoursNotAtAll() {
        assertThat(TextWidth.of("br10")).isEqualTo(4);
        assertThat(TextWidth.of("网桥 br10")).isEqualTo(9);
        assertThat(TextWidth.of("错误：")).isEqualTo(6);
        assertThat(TextWidth.of(new Paint(true).bad("LOST"))).isEqualTo(4);
        assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
    }

    @Test
    void wrapsAtBlanksAndBetweenChineseCharactersButBeforeNoStop() {
        assertThat(TextWidth.wrapped("one two three", 8)).isEqualTo(List.of("one two", "three"));
        assertThat(TextWidth.wrapped("把隧道和网桥连在一起。", 10)).isEqualTo(List.of("把隧道和网", "桥连在一", "起。"));
        assertThat(TextWidth.wrapped("aaaaaaaaaaaa b", 5)).isEqualTo(List.of("aaaaaaaaaaaa", "b"));
        assertThat(TextWidth.wrapped("a\nb", 5)).isEqualTo(List.of("a", "b"));
    }

    @Test
    void cutsToTheColumnsThereAre() {
        assertThat(TextWidth.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(TextWidth.cut("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(TextWidth.of(TextWidth.cut("网桥网桥网桥", 6))).isLessThanOrEqualTo(6);
    }

    @Test
    void alignsColumnsOfBothScripts() {
        List<String> lines = new Table().row("网桥", "x", "end").row("br", "yy", "end").lines(1, 80);
        assertThat(lines).isEqualTo(List.of(" 网桥  x   end", " br    yy  end"));
    }

    @Test
    void hangsWrappedLastColumnsBelowTheirBeginning() {
        assertThat(
                        new Table()
                                .row("h1", "applied", "twenty-one commands that were sent")
                                .lines(0, 40))
                .isEqualTo(
                        List.of("h1  applied  twenty-one commands that", "             were sent"));
    }

    @Test
    void makesControlCharactersVisible() {
        assertThat(Texts.visible("a\u001b[31mb\u0007\tc\nd")).isEqualTo("a\ufffd[31mb\ufffd c\nd");
    }
}
