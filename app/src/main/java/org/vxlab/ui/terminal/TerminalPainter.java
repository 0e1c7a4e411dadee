package org.vxlab.ui.terminal;

import com.techsenger.jeditermfx.core.StyledTextConsumerAdapter;
import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.core.model.CharBuffer;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.core.util.CharUtils;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

import org.vxlab.ui.terminal.EmulationState.Cursor;
import org.vxlab.ui.terminal.TerminalSelection.Cell;

/// Paints the rows of a terminal in cells of one size, what is selected, and the cursor. UI thread
/// only.
final class TerminalPainter {
    private static final String FACE = "Noto Sans Mono CJK SC";
    private static final double SIZE = 13;
    private static final double LEADING = 1.32;
    private static final int MEASURED = 100;

    private final GraphicsContext pen;
    private final TerminalSelection selection;
    private Font plain;
    private Font bold;
    private double cellWidth;
    private double cellHeight;

    TerminalPainter(GraphicsContext pen, TerminalSelection selection, double scale) {
        this.pen = pen;
        this.selection = selection;
        scale(scale);
    }

    void scale(double scale) {
        plain = Font.font(FACE, SIZE * scale);
        bold = Font.font(FACE, FontWeight.BOLD, SIZE * scale);
        Text ruler = new Text("m".repeat(MEASURED));
        ruler.setFont(plain);
        cellWidth = ruler.getLayoutBounds().getWidth() / MEASURED;
        cellHeight = Math.ceil(SIZE * scale * LEADING);
    }

    double cellWidth() {
        return cellWidth;
    }

    double cellHeight() {
        return cellHeight;
    }

    /// The cell at a place of the canvas.
    Cell cell(double x, double y, int back) {
        return new Cell(
                (int) Math.max(0, Math.floor(x / cellWidth + 0.5)),
                (int) Math.floor(y / cellHeight) - back);
    }

    /// @param back how many rows of history are looked at
    void paint(TerminalTextBuffer buffer, EmulationState state, int back, boolean focused) {
        pen.setFill(TerminalInk.GROUND);
        pen.fillRect(0, 0, pen.getCanvas().getWidth(), pen.getCanvas().getHeight());
        pen.setTextBaseline(VPos.CENTER);
        buffer.lock();
        try {
            selection.follow(buffer.getHistoryLinesCount());
            buffer.processHistoryAndScreenLines(
                    -back,
                    buffer.getHeight(),
                    new StyledTextConsumerAdapter() {
                        @Override
                        public void consume(
                                int x, int y, TextStyle style, CharBuffer text, int startRow) {
                            run(x, y - startRow, style, text.toString());
                        }

                        @Override
                        public void consumeNul(
                                int x,
                                int y,
                                int nulIndex,
                                TextStyle style,
                                CharBuffer text,
                                int startRow) {
                            run(x, y - startRow, style, " ".repeat(text.length()));
                        }
                    });
            select(back, buffer.getHeight(), buffer.getWidth());
            Cursor cursor = state.cursor();
            if (cursor.visible() && cursor.row() + back < buffer.getHeight()) {
                char under = buffer.getCharAt(cursor.column(), cursor.row());
                cursor(cursor.column(), cursor.row() + back, under, focused);
            }
        } finally {
            buffer.unlock();
        }
    }

    private void run(int column, int row, TextStyle style, String text) {
        TerminalInk ink = TerminalInk.of(style);
        double x = column * cellWidth;
        double y = row * cellHeight;
        if (!ink.ground().equals(TerminalInk.GROUND)) {
            pen.setFill(ink.ground());
            pen.fillRect(x, y, text.length() * cellWidth, cellHeight);
        }
        if (!text.isBlank()) {
            pen.setFill(ink.text());
            pen.setFont(ink.bold() ? bold : plain);
            letters(text, x, y + cellHeight / 2);
        }
        if (ink.underlined()) {
            pen.setFill(ink.text());
            pen.fillRect(x, y + cellHeight - 2, text.length() * cellWidth, 1);
        }
    }

    /// What is wider than a cell is followed by a mark instead of a letter; each such letter is put
    /// where its cell is, whatever its font makes of it.
    private void letters(String text, double x, double y) {
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length();
            if (end || text.charAt(i) == CharUtils.DWC || text.charAt(i) >= 0x2500) {
                if (i > begin) {
                    pen.fillText(text.substring(begin, i), x + begin * cellWidth, y);
                }
                begin = i;
                if (!end && text.charAt(i) == CharUtils.DWC) {
                    begin = i + 1;
                }
            }
        }
    }

    private void select(int back, int rows, int columns) {
        if (selection.isEmpty()) {
            return;
        }
        Cell first = selection.first();
        Cell last = selection.last();
        pen.setGlobalAlpha(0.5);
        pen.setFill(TerminalInk.SELECTED);
        for (int row = first.row(); row <= last.row(); row++) {
            int begin = row == first.row() ? first.column() : 0;
            int end = row == last.row() ? last.column() : columns;
            int shown = row + back;
            if (shown >= 0 && shown < rows && end > begin) {
                pen.fillRect(
                        begin * cellWidth,
                        shown * cellHeight,
                        (end - begin) * cellWidth,
                        cellHeight);
            }
        }
        pen.setGlobalAlpha(1);
    }

    private void cursor(int column, int row, char under, boolean focused) {
        double x = column * cellWidth;
        double y = row * cellHeight;
        Color colour = TerminalInk.TEXT;
        if (!focused) {
            pen.setStroke(colour);
            pen.setLineWidth(1);
            pen.strokeRect(x + 0.5, y + 0.5, cellWidth - 1, cellHeight - 1);
            return;
        }
        pen.setFill(colour);
        pen.fillRect(x, y, cellWidth, cellHeight);
        if (under > ' ' && under != CharUtils.DWC) {
            pen.setFill(TerminalInk.GROUND);
            pen.setFont(plain);
            pen.fillText(String.valueOf(under), x, y + cellHeight / 2);
        }
    }
}
