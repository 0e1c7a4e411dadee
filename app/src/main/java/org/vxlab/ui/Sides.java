package org.vxlab.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;

import org.vxlab.ui.Desk.Mode;
import org.vxlab.ui.Looks.Theme;
import org.vxlab.ui.canvas.LabCanvas;
import org.vxlab.ui.canvas.Palette;

/// What stands about the drawing: the palette left, the inspector right, the tabs below. In the
/// projector's look the drawing gets more of the room: the inspector is folded away until somebody
/// wants it, and the palette stands there only where something can be drawn. UI thread only.
final class Sides {
    /// How much of the width the drawing has beside the inspector.
    private static final double BESIDE_INSPECTOR = 0.78;

    /// How much of the height the drawing has at first.
    private static final double ABOVE_TABS = 0.64;

    private static final double ABOVE_TABS_PROJECTED = 0.68;

    /// Whoever leaves the drawing less than this wants the tabs to be large, or has a shell there.
    private static final double TABS_ENLARGED = 0.58;

    private final Desk desk;
    private final SplitPane work;
    private final SplitPane upper;
    private final ScrollPane inspector;
    private final ScrollPane palette;
    private final BooleanProperty inspectorWanted = new SimpleBooleanProperty(true);
    private boolean projected;

    /// The drawing's share of the height where the window is projected if it is not, and the other
    /// way round.
    private double shareOtherwise = ABOVE_TABS_PROJECTED;

    /// Where they stand.
    ///
    /// @param work has the tabs below what is above
    /// @param upper has the inspector at the right of the drawing
    /// @param drawing has the palette at its left
    record Places(SplitPane work, SplitPane upper, BorderPane drawing) {}

    Sides(Desk desk, Places places, LabCanvas canvas, Node inspector, Node tabs) {
        this.desk = desk;
        this.work = places.work;
        this.upper = places.upper;
        this.inspector = scrolling(inspector, "inspector-place");
        this.palette = scrolling(new Palette(desk, canvas), "palette-place");
        palette.setFitToHeight(true);
        palette.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        SplitPane.setResizableWithParent(this.inspector, false);
        places.drawing.setLeft(palette);
        SplitPane.setResizableWithParent(tabs, false);
        work.getItems().add(tabs);
        work.setDividerPositions(ABOVE_TABS);
        inspectorWanted.subscribe(this::fold);
        desk.modeProperty().subscribe(_ -> showPalette());
        desk.looks().themeProperty().subscribe(this::wear);
    }

    /// Whether the inspector stands at the right of the drawing.
    BooleanProperty inspectorWanted() {
        return inspectorWanted;
    }

    private void wear(Theme theme) {
        boolean now = theme == Theme.PROJECTOR;
        showPalette();
        if (now != projected) {
            projected = now;
            inspectorWanted.set(!now);
            double share = work.getDividerPositions()[0];
            if (share > TABS_ENLARGED) {
                share(shareOtherwise);
                shareOtherwise = share;
            }
        }
    }

    private void fold(boolean wanted) {
        if (wanted) {
            upper.getItems().add(inspector);
            upper.setDividerPositions(BESIDE_INSPECTOR);
        } else {
            upper.getItems().remove(inspector);
        }
    }

    /// What the new look makes of menus and bars comes first: the tabs would keep their height.
    private void share(double height) {
        if (work.getScene() != null) {
            work.getScene().getRoot().applyCss();
            work.getScene().getRoot().layout();
        }
        work.setDividerPositions(height);
    }

    private void showPalette() {
        boolean useless = desk.modeProperty().get() == Mode.LIVE;
        boolean shown = !useless || desk.looks().themeProperty().get() != Theme.PROJECTOR;
        palette.setVisible(shown);
        palette.setManaged(shown);
    }

    /// What is higher than a low window has room for.
    private static ScrollPane scrolling(Node content, String style) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setMinHeight(0);
        pane.getStyleClass().addAll(style, "edge-to-edge");
        return pane;
    }
}
