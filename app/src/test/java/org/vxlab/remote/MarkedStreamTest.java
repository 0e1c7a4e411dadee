package org.vxlab.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.remote.MarkedStream.Segment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

class MarkedStreamTest {
    private static final String NONCE = "00112233445566778899aabbccddeeff";
    private static final String OTHER = "ffeeddccbbaa99887766554433221100";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 33, 100_000})
    void cutsAtMarksHoweverTheBytesArrive(int chunk) throws Exception {
        String noise = "\036\036" + NONCE.substring(1) + "\n\036" + OTHER + " 0 0\n\036";
        String wrong = "\036" + NONCE + " 0 zero\n\036" + NONCE + " 1\n";
        MarkedStream stream =
                stream(noise + mark("0", 7) + mark("1", 0) + wrong + mark("end", 0) + "x", chunk);
        assertThat(stream.next()).hasValueSatisfying(s -> assertSegment(s, noise, "0", 7));
        assertThat(stream.next()).hasValueSatisfying(s -> assertSegment(s, "", "1", 0));
        assertThat(stream.next()).hasValueSatisfying(s -> assertSegment(s, wrong, "end", 0));
        assertThat(stream.next()).isEmpty();
        assertThat(stream.rest()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100_000})
    void readsLinesUpToTheMark(int chunk) throws Exception {
        MarkedStream stream = stream("a\n\nlast" + mark("end", 130) + "rest", chunk);
        assertThat(text(stream.line())).contains("a");
        assertThat(text(stream.line())).contains("");
        Optional<Segment> mark = stream.markIn(stream.line().orElseThrow());
        assertThat(mark).hasValueSatisfying(s -> assertSegment(s, "last", "end", 130));
        assertThat(text(stream.line())).contains("rest");
        assertThat(stream.line()).isEmpty();
        assertThat(stream.markIn(("x\036" + OTHER + " end 0").getBytes())).isEmpty();
    }

    @Test
    void readsFastWhatIsFullOfMarkCharacters() throws Exception {
        String hostile = "\036".repeat(2_000_000);
        MarkedStream stream = stream(hostile + mark("0", 0), 8192);
        assertThat(stream.next().orElseThrow().text().equals(hostile)).isTrue();
    }

    @Test
    void takesOnlyTheNonceExpectedNow() throws Exception {
        MarkedStream stream = stream(mark("0", 0) + mark("1", 0), 4096);
        stream.expect(OTHER);
        assertThat(stream.next()).isEmpty();
    }

    private static String mark(String word, int number) {
        return "\036" + NONCE + " " + word + " " + number + "\n";
    }

    private static void assertSegment(Segment segment, String before, String word, int number) {
        assertThat(segment.text()).isEqualTo(before);
        assertThat(segment.word()).isEqualTo(word);
        assertThat(segment.number()).isEqualTo(number);
    }

    private static Optional<String> text(Optional<byte[]> line) {
        return line.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static MarkedStream stream(String text, int chunk) {
        InputStream all = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        InputStream slow =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        return all.read();
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        return all.read(bytes, offset, Math.min(chunk, length));
                    }
                };
        return new MarkedStream(slow, Set.of(NONCE));
    }
}
