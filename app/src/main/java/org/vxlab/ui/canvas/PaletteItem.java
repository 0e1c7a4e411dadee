package org.vxlab.ui.canvas;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

import org.kordamp.ikonli.javafx.FontIcon;
import org.vxlab.ui.Texts;

import java.util.Locale;

/// One sort of thing that can be dragged onto the drawing. UI thread only.
final class PaletteItem extends Button {
    private final Insertable kind;
    private boolean carried;

    PaletteItem(Insertable kind, Texts texts, Runnable add) {
        this.kind = kind;
        getStyleClass().add("flat");
        setAccessibleRole(AccessibleRole.BUTTON);
        setId("palette-" + kind.name().toLowerCase(Locale.ROOT));
        setContentDisplay(ContentDisplay.TOP);
        setGraphic(new FontIcon(icon(kind)));
        setMaxWidth(Double.MAX_VALUE);
        textProperty().bind(texts.bound("ui.palette." + kind.name().toLowerCase(Locale.ROOT)));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bound(kind.key() + ".tip"));
        setTooltip(tip);
        accessibleHelpProperty().bind(tip.textProperty());
        // A key adds at once; a mouse drags, or adds by a double click.
        addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getClickCount() == 2) {
                        add.run();
                    }
                });
        addEventHandler(
                MouseEvent.DRAG_DETECTED,
                _ -> {
                    carried = true;
                    startFullDrag();
                });
        setOnKeyPressed(
                event -> {
                    switch (event.getCode()) {
                        case ENTER, SPACE -> {
                            add.run();
                            event.consume();
                        }
                        default -> {}
                    }
                });
    }

    Insertable kind() {
        return kind;
    }

    /// Ends the dragging: the toolkit may go on naming this as the source of a drag that is over,
    /// and the next click would drop it a second time.
    ///
    /// @return whether it was being dragged
    boolean putDown() {
        boolean was = carried;
        carried = false;
        return was;
    }

    private static String icon(Insertable kind) {
        return switch (kind) {
            case HOST -> "mdi2s-server";
            case NETWORK -> "mdi2l-lan";
            case ROUTER -> "mdi2r-router";
            case SEGMENT -> "mdi2v-vector-polyline";
            case WORKLOAD -> "mdi2d-desktop-classic";
            case NOTE -> "mdi2n-note-text-outline";
        };
    }
}
