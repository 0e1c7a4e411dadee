package org.vxlab.iproute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.api.Test;
import org.vxlab.iproute.StateReading.Output;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/// Whatever a host prints, a reader either understands it or says in the declared way that it does
/// not.
class HostOutputFuzzTest {
    private static final int MUTATIONS_PER_FIXTURE = 12;

    private static final List<String> SPLICES =
            List.of(
                    "null",
                    "{}",
                    "[]",
                    "\"\"",
                    "-1",
                    "4294967296",
                    "99999999999999999999",
                    "1e999",
                    "0.5",
                    "true",
                    "\\u0000",
                    "\u0000",
                    "\n",
                    " ",
                    "::",
                    "/",
                    "default",
                    "dev",
                    "Deleted ",
                    "miss ",
                    "[NEIGH]",
                    "Timestamp: ",
                    "@ ",
                    ",",
                    ":",
                    "<",
                    ">",
                    "[",
                    "]",
                    "{",
                    "}");

    @FuzzTest
    void readsAnythingOrSaysThatItCannot(FuzzedDataProvider data) {
        readByAll(data.consumeRemainingAsString());
    }

    @Test
    void readsDamagedFixturesOrSaysThatItCannot() throws Exception {
        List<String> texts = fixtures();
        assertThat(texts).hasSizeGreaterThan(100);
        Random random = new Random(20_261_120);
        for (String text : texts) {
            readByAll(text);
            for (int i = 0; i < MUTATIONS_PER_FIXTURE; i++) {
                String damaged = damage(text, random);
                assertThatCode(() -> readByAll(damaged)).as(damaged).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void doesNotDescendWithoutEnd() {
        readByAll("[".repeat(200_000));
        readByAll("[{\"a\":".repeat(100_000));
        readByAll("[{\"linkinfo\":" + "[".repeat(100_000));
        readByAll(": ".repeat(50_000));
        readByAll("1: " + "a@".repeat(50_000));
        readByAll("From " + "a ".repeat(50_000));
        readByAll("64 bytes from " + ": ".repeat(50_000));
        readByAll("\"'".repeat(50_000));
    }

    /// A part of a line many times over: what a pattern would go through again and again.
    @Test
    void readsVeryLongLinesAtOnce() throws Exception {
        List<String> lines = fixtures().stream().flatMap(String::lines).distinct().toList();
        Random random = new Random(7);
        for (int i = 0; i < 150; i++) {
            String line = lines.get(random.nextInt(lines.size()));
            int from = random.nextInt(line.length() + 1);
            int to = Math.min(line.length(), from + 1 + random.nextInt(6));
            readByAll(
                    line.substring(0, from)
                            + line.substring(from, to).repeat(10_000)
                            + line.substring(to));
        }
    }

    private static void readByAll(String text) {
        Output output = new Output(0, text, text);
        Output links = new Output(0, "[{\"ifname\":\"lo\",\"mtu\":1}]", "");
        Output nothing = new Output(0, "[]", "");
        attempt(() -> StateReading.parse(List.of(output, nothing, nothing)));
        attempt(
                () ->
                        StateReading.parse(
                                List.of(
                                        new Output(0, links.stdout() + text, ""),
                                        nothing,
                                        nothing)));
        attempt(() -> StateReading.parse(List.of(links, output, nothing)));
        attempt(() -> StateReading.parse(List.of(links, nothing, output)));
        attempt(
                () ->
                        StateReading.parse(
                                List.of(
                                        links,
                                        nothing,
                                        new Output(0, "@ vxlab.a\n[]\n" + text, ""))));
        ToolVersion.parse(text, "").objection();
        MonitorParser monitor = new MonitorParser();
        PingParser ping = new PingParser();
        text.lines()
                .forEach(
                        line -> {
                            monitor.accept(line);
                            MonitorParser.acceptError(line);
                            ping.accept(line);
                        });
        ping.finish();
        Command command = Command.of("ip", "link", "show");
        for (Batch batch : Batch.group(List.of(command, command), 2)) {
            batch.ending(1, text);
        }
    }

    /// Something that may end in the declared exception and in no other.
    private interface Reading {
        void read() throws MalformedOutput;
    }

    private static void attempt(Reading reading) {
        try {
            reading.read();
        } catch (MalformedOutput e) {
            assertThat(e.text().key()).startsWith("iproute.");
            assertThat(e.text().arguments().toString()).hasSizeLessThan(500);
        }
    }

    private static String damage(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int n = 1 + random.nextInt(3); n > 0 && !damaged.isEmpty(); n--) {
            int at = random.nextInt(damaged.length());
            int to = Math.min(damaged.length(), at + random.nextInt(30));
            switch (random.nextInt(5)) {
                case 0 -> damaged.setLength(at);
                case 1 -> damaged.delete(at, to);
                case 2 -> damaged.setCharAt(at, (char) random.nextInt(0x250));
                case 3 -> damaged.insert(at, damaged.substring(at, to));
                default ->
                        damaged.replace(
                                at,
                                Math.min(damaged.length(), at + random.nextInt(8)),
                                SPLICES.get(random.nextInt(SPLICES.size())));
            }
        }
        return damaged.toString();
    }

    private static List<String> fixtures() throws IOException, URISyntaxException {
        Path folder =
                Path.of(
                        Objects.requireNonNull(HostOutputFuzzTest.class.getResource("errors.json"))
                                .toURI());
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.getParent())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.toString();
                if (name.endsWith(".json") || name.endsWith(".txt")) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }
}
