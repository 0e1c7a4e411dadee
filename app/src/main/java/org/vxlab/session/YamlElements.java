package org.vxlab.session;

import org.vxlab.session.YamlLines.Chunk;

import java.util.ArrayList;
import java.util.List;

/// The elements of one list or mapping in a text: takes some out and puts new ones in.
final class YamlElements {
    private final String text;
    private final String lineBreak;
    private final TextEdits edits;
    private final List<int[]> ranges;
    private final boolean flow;
    private final YamlLines lines;
    private final List<Chunk> chunks = new ArrayList<>();

    /// @param ranges start and end of each element, in their order
    /// @param flow whether they stand in brackets or braces
    YamlElements(String text, String lineBreak, TextEdits edits, List<int[]> ranges, boolean flow) {
        this.text = text;
        this.lineBreak = lineBreak;
        this.edits = edits;
        this.ranges = List.copyOf(ranges);
        this.flow = flow;
        lines = new YamlLines(text);
        int bound = 0;
        for (int[] range : ranges) {
            chunks.add(lines.chunk(range[0], range[1], bound));
            bound = range[1];
        }
    }

    Chunk chunk(int index) {
        return chunks.get(index);
    }

    /// Whether every element begins its line.
    boolean allWhole() {
        return chunks.stream().allMatch(Chunk::whole);
    }

    /// Takes out what is not kept; false where that needs the whole to be rewritten.
    boolean remove(boolean[] kept) {
        int last = kept.length - 1;
        while (last >= 0 && !kept[last]) {
            last--;
        }
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                continue;
            }
            if (!flow) {
                removeLines(chunks.get(i));
            } else if (i < last || !kept[i] && hasComment(ranges.get(last)[1], end())) {
                if (!removeInFlow(i)) {
                    return false;
                }
            } else {
                // All that follow go too.
                edits.delete(ranges.get(last)[1], end());
                return true;
            }
        }
        return true;
    }

    private int end() {
        return ranges.getLast()[1];
    }

    private void removeLines(Chunk chunk) {
        if (!chunk.whole()) {
            edits.delete(chunk.start(), chunk.end());
            return;
        }
        int next = lines.nextLine(chunk.end());
        edits.delete(chunk.start(), next);
    }

    private boolean removeInFlow(int index) {
        int start = ranges.get(index)[0];
        int end = ranges.get(index)[1];
        boolean isLast = index == ranges.size() - 1;
        int next = isLast ? end : ranges.get(index + 1)[0];
        if (!isLast && !hasComment(end, next)) {
            edits.delete(start, next);
            return true;
        }
        // A comment follows: it can be told whose it is only where the element has its own lines.
        Chunk chunk = chunks.get(index);
        boolean alone = chunk.whole() && (isLast || next > chunk.end());
        if (alone && text.substring(end, chunk.end()).matches("\\s*,?\\s*(#.*)?")) {
            edits.delete(chunk.start(), lines.nextLine(chunk.end()));
            return true;
        }
        return false;
    }

    private boolean hasComment(int from, int to) {
        return text.substring(from, to).indexOf('#') >= 0;
    }

    /// Puts a new element in.
    ///
    /// @param anchor the element it follows, or -1 where it comes first
    /// @param first the first element that stays
    /// @param indent of the elements, where they stand on lines
    void insert(int anchor, int first, String written, int indent) {
        if (flow) {
            if (anchor >= 0) {
                edits.insert(ranges.get(anchor)[1], ", " + written);
            } else {
                edits.insert(ranges.get(first)[0], written + ", ");
            }
            return;
        }
        String margin = " ".repeat(indent);
        if (anchor >= 0) {
            edits.insert(chunks.get(anchor).end(), lineBreak + margin + written);
        } else if (chunks.get(first).whole()) {
            edits.insert(chunks.get(first).start(), margin + written + lineBreak);
        } else {
            edits.insert(chunks.get(first).start(), written + lineBreak + margin);
        }
    }
}
