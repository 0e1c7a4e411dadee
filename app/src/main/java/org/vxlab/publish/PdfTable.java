package org.vxlab.publish;

import org.vxlab.picture.Ink;
import org.vxlab.picture.Mark.Face;
import org.vxlab.picture.Palette;
import org.vxlab.picture.Rgb;
import org.vxlab.publish.Block.Table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Sets a table on pages: columns as wide as they need, cells broken where the paper is too narrow,
/// and the head again on each page.
final class PdfTable {
    private static final double SIZE = 8.5;
    private static final double LEADING = 1.5;
    private static final double BETWEEN = 12;
    private static final double RULE = 0.75;

    private static final Rgb INK = Palette.PROJECTOR.of(Ink.Plain.TEXT);
    private static final Rgb LINES = Palette.LIGHT.of(Ink.Plain.CARD_EDGE);

    private final PageFlow flow;
    private final Lettering lettering;
    private final TextLines lines;

    PdfTable(PageFlow flow, Lettering lettering, TextLines lines) {
        this.flow = flow;
        this.lettering = lettering;
        this.lines = lines;
    }

    void write(Table table) throws IOException {
        double[] widths = widths(table);
        double one = SIZE * LEADING;
        flow.need(3 * one);
        row(table.head(), Face.BOLD, widths);
        for (List<String> cells : table.rows()) {
            double height =
                    one
                            * cells(cells, Face.MONO, widths).stream()
                                    .mapToInt(List::size)
                                    .max()
                                    .orElse(1);
            if (flow.need(height)) {
                row(table.head(), Face.BOLD, widths);
            }
            row(cells, Face.MONO, widths);
        }
    }

    private void row(List<String> content, Face face, double[] widths) throws IOException {
        List<List<String>> cells = cells(content, face, widths);
        int rows = cells.stream().mapToInt(List::size).max().orElse(1);
        double one = SIZE * LEADING;
        for (int line = 0; line < rows; line++) {
            double x = PageFlow.MARGIN;
            for (int column = 0; column < cells.size(); column++) {
                List<String> cell = cells.get(column);
                if (line < cell.size()) {
                    flow.place(cell.get(line), face, SIZE, INK, x, one);
                }
                x += widths[column] + BETWEEN;
            }
            flow.advance(one);
        }
        flow.ground(PageFlow.MARGIN, PageFlow.WIDTH, RULE, LINES);
        flow.advance(RULE);
    }

    private List<List<String>> cells(List<String> content, Face face, double[] widths)
            throws IOException {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < content.size(); i++) {
            cells.add(lines.wrapped(content.get(i), face, SIZE, widths[i]));
        }
        return cells;
    }

    /// What the columns need; where that is more than there is, the widest give.
    private double[] widths(Table table) throws IOException {
        double[] widths = new double[table.head().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = lettering.width(table.head().get(i), SIZE, Face.BOLD);
            for (List<String> row : table.rows()) {
                widths[i] = Math.max(widths[i], lettering.width(row.get(i), SIZE, Face.MONO));
            }
            // A rounding error must not break a line.
            widths[i] += 0.1;
        }
        double room = PageFlow.WIDTH - BETWEEN * (widths.length - 1);
        double most = widest(widths, room);
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.min(widths[i], most);
        }
        return widths;
    }

    /// The largest width that all columns may have without being too wide together.
    private static double widest(double[] widths, double room) {
        double[] sorted = widths.clone();
        Arrays.sort(sorted);
        double left = room;
        for (int i = 0; i < sorted.length; i++) {
            double share = left / (sorted.length - i);
            if (sorted[i] > share) {
                return share;
            }
            left -= sorted[i];
        }
        return room;
    }
}
