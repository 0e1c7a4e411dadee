package org.vxlab.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.SplitPane;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The room the drawing lends to the tabs below it: all of them while somebody wants to read a
/// table, and a shell while it is in front, since programs like `vi` need some rows. UI thread
/// only.
final class TabRoom implements Consumer<Boolean> {
    /// How much of the height the drawing keeps beside a shell.
    private static final double BESIDE_SHELL = 0.42;

    /// How much it keeps beside enlarged tabs: a dozen rows can be read from afar, and of the hosts
    /// still which one is meant.
    private static final double BESIDE_ENLARGED = 0.34;

    private final Supplier<SplitPane> work;
    private final BooleanProperty enlarged = new SimpleBooleanProperty();
    private boolean shell;
    private OptionalDouble before = OptionalDouble.empty();

    /// @param work drawing above, tabs below
    TabRoom(Supplier<SplitPane> work) {
        this.work = work;
        enlarged.addListener((_, _, _) -> arrange());
    }

    /// Whether the tabs have most of the height.
    BooleanProperty enlargedProperty() {
        return enlarged;
    }

    /// @param wanted whether a shell is in front
    @Override
    public void accept(Boolean wanted) {
        shell = wanted;
        arrange();
    }

    private void arrange() {
        SplitPane pane = work.get();
        if (!enlarged.get() && !shell) {
            before.ifPresent(pane::setDividerPositions);
            before = OptionalDouble.empty();
            return;
        }
        double kept = enlarged.get() ? BESIDE_ENLARGED : BESIDE_SHELL;
        double share = pane.getDividerPositions()[0];
        if (share > kept && before.isEmpty()) {
            before = OptionalDouble.of(share);
        }
        if (before.isPresent()) {
            pane.setDividerPositions(kept);
        }
    }
}
