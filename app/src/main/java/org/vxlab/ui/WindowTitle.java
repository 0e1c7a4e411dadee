package org.vxlab.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/// What the window is called: the lab, its file, and a star while it is not saved.
final class WindowTitle {
    private static final String PROGRAM = "VXLab";

    private WindowTitle() {}

    static StringBinding of(Desk desk, LabFiles files) {
        return Bindings.createStringBinding(
                () -> files.openProperty().get() ? text(desk) : PROGRAM,
                files.openProperty(),
                desk.stateProperty());
    }

    private static String text(Desk desk) {
        String star = desk.stateProperty().get().dirty() ? "* " : "";
        String file =
                desk.stateProperty()
                        .get()
                        .file()
                        .map(path -> " · " + path.getFileName())
                        .orElse("");
        return star + desk.lab().name() + file + " · " + PROGRAM;
    }
}
