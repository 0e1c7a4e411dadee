package org.vxlab.session;

import org.vxlab.session.YamlNode.Sequence;

import java.util.ArrayList;
import java.util.List;

/// The lines that belong to the elements of block lists and block mappings: their own and the
/// comments that are about them.
final class YamlLines {
    private final String text;

    YamlLines(String text) {
        this.text = text;
    }

    /// The lines of one element.
    ///
    /// @param start of its first comment line above, or of the element itself where something
    ///   stands before it on the line
    /// @param end of its last line, before the line break
    /// @param whole whether the element begins its line
    record Chunk(int start, int end, boolean whole) {}

    /// The lines of an element.
    ///
    /// @param begin of its dash or key
    /// @param end of its content
    /// @param bound end of the element before it, or 0
    Chunk chunk(int begin, int end, int bound) {
        int lineStart = lineStart(begin);
        int column = begin - lineStart;
        boolean whole = text.substring(lineStart, begin).isBlank();
        return new Chunk(
                whole ? withCommentsAbove(lineStart, column, bound) : begin,
                withCommentsBelow(lineEnd(end), column),
                whole);
    }

    /// Comment lines directly above; those further in belong to what comes before.
    private int withCommentsAbove(int lineStart, int column, int bound) {
        int start = lineStart;
        while (start > 0) {
            int above = lineStart(start - 1);
            if (above < bound || !isComment(above) || bound > 0 && indent(above) > column) {
                break;
            }
            start = above;
        }
        return start;
    }

    /// Comment lines directly below that stand further in than the element.
    private int withCommentsBelow(int lineEnd, int column) {
        int end = lineEnd;
        while (true) {
            int below = nextLine(end);
            if (below >= text.length() || !isComment(below) || indent(below) <= column) {
                return end;
            }
            end = lineEnd(below);
        }
    }

    private boolean isComment(int lineStart) {
        int first = lineStart + indent(lineStart);
        return first < text.length() && text.charAt(first) == '#';
    }

    private int indent(int lineStart) {
        int at = lineStart;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at - lineStart;
    }

    int lineStart(int at) {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        // A byte order mark is no part of the first line.
        return start == 0 && text.startsWith("\uFEFF") && at > 0 ? 1 : start;
    }

    /// The end of the line, before its break.
    int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        if (end < 0) {
            return text.length();
        }
        return end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /// The beginning of the line after the one that ends here.
    int nextLine(int lineEnd) {
        int end = text.indexOf('\n', lineEnd);
        return end < 0 ? text.length() : end + 1;
    }

    /// Where the dashes of a block list stand.
    List<Integer> dashes(Sequence sequence) {
        List<Integer> dashes = new ArrayList<>();
        int first = sequence.span().start();
        int column = first - lineStart(first);
        dashes.add(first);
        for (int i = 1; i < sequence.items().size(); i++) {
            int line = lineStart(sequence.items().get(i).span().start());
            while (line > first && !isDash(line + column, line)) {
                line = lineStart(line - 1);
            }
            dashes.add(line + column);
        }
        return dashes;
    }

    private boolean isDash(int at, int line) {
        return at < text.length()
                && text.charAt(at) == '-'
                && text.substring(line, at).isBlank()
                && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
    }
}
