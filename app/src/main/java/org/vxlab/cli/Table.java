package org.vxlab.cli;

import java.util.ArrayList;
import java.util.List;

/// Rows of cells, laid out in columns; the last column is wrapped where the screen ends.
final class Table {
    private static final int GAP = 2;

    /// Narrower than this, wrapping makes a text unreadable, and the screen's own wrap is better.
    private static final int LEAST_LAST = 24;

    private final List<List<String>> rows = new ArrayList<>();

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /// @param indent blanks before each line
    /// @param width of the screen in columns
    List<String> lines(int indent, int width) {
        List<String> lines = new ArrayList<>();
        int[] widths = widths();
        for (List<String> row : rows) {
            StringBuilder start = new StringBuilder(" ".repeat(indent));
            for (int i = 0; i < row.size() - 1; i++) {
                start.append(TextWidth.padded(row.get(i), widths[i] + GAP));
            }
            int used = TextWidth.of(start.toString());
            List<String> last =
                    width - used < LEAST_LAST
                            ? List.of(row.getLast())
                            : TextWidth.wrapped(row.getLast(), width - used);
            lines.add((start + last.getFirst()).stripTrailing());
            for (String more : last.subList(1, last.size())) {
                lines.add(" ".repeat(used) + more);
            }
        }
        return lines;
    }

    private int[] widths() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size() - 1; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        }
        return widths;
    }
}
