package org.vxlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.api.Test;
import org.vxlab.topology.Lab;
import org.vxlab.topology.RandomEdit;
import org.vxlab.topology.RandomLab;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Whatever bytes come as a lab file, reading them ends with an answer.
class LabFileFuzzTest {
    private static final Path WRONG = Path.of("src/test/resources/org/vxlab/session/errors");
    private static final int MUTATIONS = 1000;
    private static final String[] PIECES = {
        "[",
        "]",
        "{",
        "}",
        ": ",
        ":",
        "- ",
        "#",
        "&a",
        "*a",
        "!t",
        "|",
        ">",
        "\"",
        "'",
        "%",
        "@",
        "---",
        "...",
        "\n",
        "\r\n",
        "\t",
        "  ",
        "null",
        "~",
        "\u0000",
        "\uFEFF",
        "\uD83D",
        "😀",
        "\u2028",
        "0",
        "-1",
        "99999999999999999999",
        "::",
        "/",
        ",",
        "vni",
        "host",
        "members"
    };

    @FuzzTest
    void anyBytesAreAnswered(byte[] bytes) {
        answer(bytes);
    }

    @Test
    void mutatedFilesAreAnswered() throws IOException {
        List<String> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(WRONG)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".yaml")).toList()) {
                seeds.add(Files.readString(file));
            }
        }
        for (long seed = 0; seed < 20; seed++) {
            seeds.add(LabFile.print(RandomLab.of(seed)));
        }
        Random random = new Random(1);
        for (int i = 0; i < MUTATIONS; i++) {
            String text = seeds.get(random.nextInt(seeds.size()));
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                text = mutate(text, random);
            }
            answer(text.getBytes(StandardCharsets.UTF_8));
            answer(LabFile.read(text), random.nextLong());
        }
    }

    @Test
    void deepNestingIsAnswered() {
        for (String piece : List.of("[", "{a: ", "- ", "? ", "a:\n ")) {
            answer(piece.repeat(100_000).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void tooLargeAndBrokenFilesAreAnswered() {
        answer(new byte[LabFile.MAX_BYTES + 1]);
        assertThat(LabFile.read("vxlab: 1\nname: \u00ff".getBytes(StandardCharsets.ISO_8859_1)))
                .satisfies(
                        reading -> {
                            assertThat(reading.lab()).isEmpty();
                            assertThat(reading.problems())
                                    .singleElement()
                                    .satisfies(
                                            found -> {
                                                assertThat(found.line()).isEqualTo(2);
                                                assertThat(found.column()).isEqualTo(7);
                                            });
                        });
    }

    private static String mutate(String text, Random random) {
        if (text.isEmpty()) {
            return "a";
        }
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(20));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 ->
                    text.substring(0, at)
                            + PIECES[random.nextInt(PIECES.length)]
                            + text.substring(at);
            case 2 ->
                    text.substring(0, at)
                            + PIECES[random.nextInt(PIECES.length)]
                            + text.substring(end);
            default -> text.substring(0, end) + text.substring(at);
        };
    }

    private static void answer(byte[] bytes) {
        answer(LabFile.read(bytes), 0);
    }

    private static void answer(LabReading reading, long seed) {
        assertThat(reading.lab().isPresent() || reading.hasErrors()).isTrue();
        for (FileProblem found : reading.problems()) {
            assertThat(found.line()).isPositive();
            assertThat(found.column()).isPositive();
        }
        if (reading.lab().isEmpty()) {
            return;
        }
        Lab lab = reading.lab().get();
        assertThat(LabFile.read(LabFile.print(lab)).lab()).contains(lab);
        Lab edited = RandomEdit.of(lab, seed);
        LabDocument after = reading.document().orElseThrow().withLab(edited);
        assertThat(LabFile.read(after.text()).lab()).contains(edited);
        if (!reading.hasErrors()) {
            assertThat(ResolvedLab.of(ResolvedLab.of(lab).toLab())).isEqualTo(ResolvedLab.of(lab));
        }
    }
}
