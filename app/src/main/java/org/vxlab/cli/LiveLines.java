package org.vxlab.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/// Lines at the end of a terminal's text that are redrawn in place while something goes on.
///
/// For one thread at a time.
final class LiveLines {
    /// Faster than this nobody can read, and a slow terminal would hold up the work.
    private static final Duration LEAST_PAUSE = Duration.ofMillis(50);

    /// More would scroll out of a small window and could not be redrawn.
    private static final int MOST_LINES = 12;

    private static final String LINE_START_AND_CLEAR = "\r\u001b[J";

    private final PrintStream screen;
    private final IntSupplier columns;
    private int drawn;
    private long lastDrawn;

    LiveLines(PrintStream screen, IntSupplier columns) {
        this.screen = screen;
        this.columns = columns;
    }

    /// Draws the lines unless that was done a moment ago.
    void show(List<String> lines) {
        long now = System.nanoTime();
        if (drawn > 0 && now - lastDrawn < LEAST_PAUSE.toNanos()) {
            return;
        }
        lastDrawn = now;
        StringBuilder text = new StringBuilder(clearing());
        int width = columns.getAsInt() - 1;
        List<String> shown = lines.size() > MOST_LINES ? lines.subList(0, MOST_LINES) : lines;
        shown.forEach(line -> text.append(TextWidth.cut(line, width)).append('\n'));
        drawn = shown.size();
        screen.print(text);
        screen.flush();
    }

    /// Takes the lines away, so that ordinary output can follow.
    void clear() {
        screen.print(clearing());
        screen.flush();
        drawn = 0;
    }

    private String clearing() {
        return drawn == 0 ? "" : "\u001b[" + drawn + "A" + LINE_START_AND_CLEAR;
    }
}
