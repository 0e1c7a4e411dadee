package org.vxlab.ui;

import javafx.scene.control.SplitPane;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The room the drawing lends to a shell: programs like `vi` need some rows, and it gets them back
/// when another tab is looked at. UI thread only.
final class ShellRoom implements Consumer<Boolean> {
    /// How much of the height the drawing keeps.
    private static final double KEPT = 0.42;

    private final Supplier<SplitPane> work;
    private OptionalDouble before = OptionalDouble.empty();

    /// @param work drawing above, tabs below
    ShellRoom(Supplier<SplitPane> work) {
        this.work = work;
    }

    @Override
    public void accept(Boolean wanted) {
        SplitPane pane = work.get();
        double share = pane.getDividerPositions()[0];
        if (wanted && share > KEPT) {
            before = OptionalDouble.of(share);
            pane.setDividerPositions(KEPT);
        } else if (!wanted) {
            before.ifPresent(pane::setDividerPositions);
            before = OptionalDouble.empty();
        }
    }
}
