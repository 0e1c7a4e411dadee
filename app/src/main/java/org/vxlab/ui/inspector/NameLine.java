package org.vxlab.ui.inspector;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

import java.util.Arrays;
import java.util.regex.Pattern;

/// A name as a title. Where it is too long for one line it goes on in the next after a hyphen, dot
/// or underscore: JavaFX itself breaks such names anywhere.
public final class NameLine extends FlowPane {
    private static final Pattern BREAK = Pattern.compile("(?<=[-_. ])");

    public NameLine() {
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /// A line without a name takes no room.
    void show(String name) {
        getChildren().setAll(Arrays.stream(BREAK.split(name)).map(Label::new).toList());
        setAccessibleText(name);
        setVisible(!name.isEmpty());
        setManaged(!name.isEmpty());
    }
}
