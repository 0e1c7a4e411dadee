package org.vxlab.ui;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;

import org.vxlab.ui.canvas.LabCanvas;
import org.vxlab.ui.canvas.Palette;
import org.vxlab.ui.inspector.Inspector;

import java.util.Locale;

/// Puts the parts of the window in their places.
public final class WindowController {
    private final Desk desk;
    private final LabCanvas canvas;

    @FXML private BorderPane drawing;
    @FXML private ScrollPane inspectorPlace;
    @FXML private Menu editMenu;
    @FXML private Menu insertMenu;
    @FXML private Menu arrangeMenu;
    @FXML private Menu viewMenu;
    @FXML private ToggleButton designButton;
    @FXML private ToggleButton liveButton;
    @FXML private Button applyButton;

    WindowController(Desk desk) {
        this.desk = desk;
        this.canvas = new LabCanvas(desk);
    }

    @FXML
    private void initialize() {
        drawing.setCenter(canvas);
        drawing.setLeft(new Palette(desk, canvas));
        inspectorPlace.setContent(new Inspector(desk));
        editMenu.getItems().addAll(canvas.editItems());
        insertMenu.getItems().addAll(canvas.insertItems());
        arrangeMenu.getItems().addAll(canvas.arrangeItems());
        viewMenu.getItems().addAll(canvas.viewItems());
        desk.modeProperty().subscribe(this::showMode);
        applyButton.textProperty().bind(desk.texts().bound("ui.tool.apply", 0));
    }

    private void showMode(Desk.Mode mode) {
        designButton.setSelected(mode == Desk.Mode.DESIGN);
        liveButton.setSelected(mode == Desk.Mode.LIVE);
    }

    @FXML
    private void design() {
        desk.modeProperty().set(Desk.Mode.DESIGN);
    }

    @FXML
    private void live() {
        desk.modeProperty().set(Desk.Mode.LIVE);
    }

    @FXML
    private void switchLanguage() {
        desk.texts()
                .speak(
                        desk.texts().language().equals(Locale.ENGLISH)
                                ? Locale.SIMPLIFIED_CHINESE
                                : Locale.ENGLISH);
    }
}
