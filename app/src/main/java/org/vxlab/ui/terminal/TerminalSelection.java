package org.vxlab.ui.terminal;

import com.techsenger.jeditermfx.core.compatibility.Point;
import com.techsenger.jeditermfx.core.model.SelectionUtil;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;

/// What is selected on a terminal: from one cell to another, line by line. It stays on its text
/// when that moves up. UI thread only.
final class TerminalSelection {
    private Cell from = new Cell(0, 0);
    private Cell to = from;

    /// Lines above the screen when it was made; more lines move it up.
    private int history;

    /// A place in the text.
    ///
    /// @param row from 0 on the screen; rows of the history count from -1 upwards
    record Cell(int column, int row) {
        private boolean isBefore(Cell other) {
            return row < other.row || row == other.row && column < other.column;
        }
    }

    void begin(Cell cell) {
        from = cell;
        to = cell;
    }

    void extend(Cell cell) {
        to = cell;
    }

    boolean isEmpty() {
        return from.equals(to);
    }

    Cell first() {
        return from.isBefore(to) ? from : to;
    }

    /// The cell behind the last one selected.
    Cell last() {
        return from.isBefore(to) ? to : from;
    }

    /// @param lines above the screen now
    void follow(int lines) {
        int up = lines - history;
        from = new Cell(from.column(), from.row() - up);
        to = new Cell(to.column(), to.row() - up);
        history = lines;
    }

    /// The text selected; the end of its last line does not belong to it.
    String text(TerminalTextBuffer buffer) {
        return isEmpty()
                ? ""
                : SelectionUtil.getSelectedText(
                                new Point(first().column(), first().row()),
                                new Point(last().column(), last().row()),
                                buffer)
                        .stripTrailing();
    }
}
