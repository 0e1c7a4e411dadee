package org.vxlab.ui;

import javafx.scene.control.SplitPane;

import java.util.OptionalDouble;

/// Gives shells room below the drawing: programs like `vi` need some rows. UI thread only.
final class ShellRoom {
    /// The drawing's part of the height while a shell is looked at.
    private static final double DRAWING_BESIDE_SHELL = 0.42;

    private final SplitPane work;
    private OptionalDouble before = OptionalDouble.empty();

    /// @param work the drawing above, the tabs below
    ShellRoom(SplitPane work) {
        this.work = work;
    }

    /// @param wanted whether a shell is looked at; the room is given back when another tab is
    void give(boolean wanted) {
        double share = work.getDividerPositions()[0];
        if (wanted && share > DRAWING_BESIDE_SHELL) {
            before = OptionalDouble.of(share);
            work.setDividerPositions(DRAWING_BESIDE_SHELL);
        } else if (!wanted) {
            before.ifPresent(work::setDividerPositions);
            before = OptionalDouble.empty();
        }
    }
}
