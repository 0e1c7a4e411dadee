package org.vxlab.ui.terminal;

import com.techsenger.jeditermfx.core.CursorShape;
import com.techsenger.jeditermfx.core.TerminalDisplay;
import com.techsenger.jeditermfx.core.emulator.mouse.MouseFormat;
import com.techsenger.jeditermfx.core.emulator.mouse.MouseMode;
import com.techsenger.jeditermfx.core.model.TerminalSelection;

/// What the emulation says besides text: cursor, title, modes. Written by the reading thread, read
/// by the UI thread.
final class EmulationState implements TerminalDisplay {
    private final Runnable changed;
    private volatile Cursor cursor = new Cursor(0, 0, true);
    private volatile String title = "";
    private volatile boolean alternate;
    private volatile boolean pasteBracketed;

    /// Where the cursor is on the screen, both from 0.
    record Cursor(int column, int row, boolean visible) {}

    EmulationState(Runnable changed) {
        this.changed = changed;
    }

    Cursor cursor() {
        return cursor;
    }

    /// Whether a program like `vi` has the whole screen, which has no history then.
    boolean isAlternate() {
        return alternate;
    }

    boolean isPasteBracketed() {
        return pasteBracketed;
    }

    @Override
    public void setCursor(int x, int y) {
        cursor = new Cursor(x, y - 1, cursor.visible());
        changed.run();
    }

    @Override
    public void setCursorShape(CursorShape shape) {
        changed.run();
    }

    @Override
    public void setCursorVisible(boolean visible) {
        cursor = new Cursor(cursor.column(), cursor.row(), visible);
        changed.run();
    }

    @Override
    public void useAlternateScreenBuffer(boolean use) {
        alternate = use;
        changed.run();
    }

    @Override
    public void setBracketedPasteMode(boolean on) {
        pasteBracketed = on;
    }

    @Override
    public String getWindowTitle() {
        return title;
    }

    @Override
    public void setWindowTitle(String wanted) {
        title = wanted;
    }

    /// A classroom of terminals that beep helps nobody.
    @Override
    public void beep() {}

    /// The text buffer tells of this itself.
    @Override
    public void scrollArea(int top, int height, int by) {}

    /// The screen keeps the selection; the emulation would only move it along with the text.
    @Override
    public TerminalSelection getSelection() {
        return null;
    }

    /// The mouse selects text; programs do not get it.
    @Override
    public void terminalMouseModeSet(MouseMode mode) {}

    @Override
    public void setMouseFormat(MouseFormat format) {}

    @Override
    public boolean ambiguousCharsAreDoubleWidth() {
        return false;
    }
}
