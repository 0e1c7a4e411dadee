package org.vxlab.ui.terminal;

import javafx.scene.Node;

/// What a person sees of a terminal of the window, for tests.
public final class TerminalView {
    private final TerminalScreen screen;

    /// @param node the screen, as a look-up by its id finds it
    public TerminalView(Node node) {
        this.screen = (TerminalScreen) node;
    }

    /// The rows of the screen.
    public String text() {
        return screen.text();
    }

    public int columns() {
        return screen.columns();
    }

    public int rows() {
        return screen.rows();
    }

    public String selected() {
        return screen.selected();
    }
}
