package org.vxlab.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// An output stream of a shell, cut at the marks our own scripts print into it.
///
/// A mark is the character 0x1e, a nonce, a word, a number and a line end. What does not carry a
/// nonce that is expected now is output, whatever it looks like. One thread reads.
final class MarkedStream {
    private static final byte MARK = 0x1e;
    private static final int FIRST_BUFFER = 8 * 1024;

    /// A host that sends without end must not take all memory; 20,000 forwarding entries have 3 MB.
    /// Bytes.
    private static final int LONGEST_OUTPUT = 64 * 1024 * 1024;

    /// Above this a buffer is given back once it is empty.
    private static final int LARGEST_KEPT = 512 * 1024;

    /// What stood before a mark, and what the mark says.
    record Segment(byte[] before, String word, int number) {
        String text() {
            return new String(before, StandardCharsets.UTF_8);
        }
    }

    private final InputStream in;
    private volatile Set<String> expected;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int start;
    private int end;

    MarkedStream(InputStream in, Set<String> expected) {
        this.in = in;
        this.expected = Set.copyOf(expected);
    }

    /// From now on only marks with this nonce count. To be called before the host is told it.
    void expect(String nonce) {
        expected = Set.of(nonce);
    }

    /// @return everything up to the next mark; empty where the stream ends before one
    Optional<Segment> next() throws IOException {
        int scanned = start;
        while (true) {
            for (; scanned < end; scanned++) {
                if (buffer[scanned] != MARK) {
                    continue;
                }
                if (end - scanned <= Nonce.LENGTH) {
                    break;
                }
                if (isExpected(scanned)) {
                    int lineEnd = indexOf(buffer, (byte) '\n', scanned, end);
                    if (lineEnd < 0) {
                        break;
                    }
                    byte[] before = Arrays.copyOfRange(buffer, start, scanned);
                    Optional<Segment> segment = parse(before, scanned + 1, lineEnd);
                    if (segment.isPresent()) {
                        start = lineEnd + 1;
                        return segment;
                    }
                }
            }
            int offset = scanned - start;
            if (!fill()) {
                return Optional.empty();
            }
            scanned = start + offset;
        }
    }

    /// What was read and not yet returned, where [#next] found the end.
    String rest() {
        return new String(buffer, start, end - start, StandardCharsets.UTF_8);
    }

    /// @return the next line without its end; the last one may lack it; empty at the end
    Optional<byte[]> line() throws IOException {
        int scanned = start;
        while (true) {
            int lineEnd = indexOf(buffer, (byte) '\n', scanned, end);
            if (lineEnd >= 0) {
                byte[] line = Arrays.copyOfRange(buffer, start, lineEnd);
                start = lineEnd + 1;
                return Optional.of(line);
            }
            int offset = end - start;
            if (!fill()) {
                byte[] rest = Arrays.copyOfRange(buffer, start, end);
                start = end;
                return rest.length == 0 ? Optional.empty() : Optional.of(rest);
            }
            scanned = start + offset;
        }
    }

    /// @return the mark a line ends with, if it ends with one
    Optional<Segment> markIn(byte[] line) {
        int at = indexOf(line, MARK, 0, line.length);
        while (at >= 0) {
            String words = new String(line, at + 1, line.length - at - 1, StandardCharsets.UTF_8);
            if (words.length() > Nonce.LENGTH
                    && expected.contains(words.substring(0, Nonce.LENGTH))) {
                return parse(Arrays.copyOf(line, at), words);
            }
            at = indexOf(line, MARK, at + 1, line.length);
        }
        return Optional.empty();
    }

    private boolean isExpected(int mark) {
        return expected.contains(
                new String(buffer, mark + 1, Nonce.LENGTH, StandardCharsets.US_ASCII));
    }

    private Optional<Segment> parse(byte[] before, int from, int to) {
        return parse(before, new String(buffer, from, to - from, StandardCharsets.US_ASCII));
    }

    private static Optional<Segment> parse(byte[] before, String mark) {
        String[] words = mark.split(" ", -1);
        if (words.length != 3 || !words[2].matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(new Segment(before, words[1], Integer.parseInt(words[2])));
    }

    private boolean fill() throws IOException {
        if (start > 0 && (start == end || end == buffer.length)) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            if (buffer.length >= LONGEST_OUTPUT) {
                throw new IOException("a command's output is longer than " + LONGEST_OUTPUT);
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        } else if (end == 0 && buffer.length > LARGEST_KEPT) {
            buffer = new byte[FIRST_BUFFER];
        }
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            return false;
        }
        end += count;
        return true;
    }

    private static int indexOf(byte[] bytes, byte wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
