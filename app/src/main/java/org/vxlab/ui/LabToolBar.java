package org.vxlab.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.Property;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;

import org.vxlab.ui.canvas.LabCanvas;

/// What is wanted most, always in view: the mode, apply, ping, tear down, the search.
final class LabToolBar extends ToolBar {
    private final Desk desk;
    private final LabActions actions;
    private final Languages languages;
    private final LabCanvas canvas;
    private final BooleanBinding busy;

    @FXML private ToggleButton designButton;
    @FXML private ToggleButton liveButton;
    @FXML private ToggleButton inspectorButton;
    @FXML private Button applyButton;
    @FXML private Button pingButton;
    @FXML private Button downButton;
    @FXML private TextField search;

    LabToolBar(Desk desk, Plans plans, LabActions actions, Languages languages, LabCanvas canvas) {
        this.desk = desk;
        this.actions = actions;
        this.languages = languages;
        this.canvas = canvas;
        this.busy = actions.busy();
        Fxml.fill(this, desk.texts());
        applyButton
                .textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> desk.texts().of("ui.tool.apply", plans.changes()),
                                plans.plansProperty(),
                                desk.texts().languageProperty()));
    }

    @FXML
    private void initialize() {
        search.textProperty().addListener((_, _, text) -> canvas.find(text));
        search.setOnAction(_ -> canvas.findNext());
        applyButton.disableProperty().bind(actions.cannotApply());
        pingButton.disableProperty().bind(actions.notRunning());
        downButton.disableProperty().bind(actions.notRunning());
        designButton.disableProperty().bind(actions.noLab());
        liveButton.disableProperty().bind(actions.noLab());
        inspectorButton.disableProperty().bind(actions.noLab());
        search.disableProperty().bind(actions.noLab());
        desk.modeProperty().subscribe(this::showMode);
        busy.subscribe(this::handOnTheKeyboard);
    }

    /// A button that is switched off while it has the keyboard would hand it to the search field.
    private void handOnTheKeyboard(boolean busy) {
        if (busy && isFocusWithin()) {
            canvas.requestFocus();
        }
    }

    /// @param inspector whether the inspector is wanted; the button shows it and switches it
    void follow(Property<Boolean> inspector) {
        inspectorButton.selectedProperty().bindBidirectional(inspector);
    }

    /// Takes the keyboard to the search field.
    void find() {
        search.requestFocus();
        search.selectAll();
    }

    private void showMode(Desk.Mode mode) {
        designButton.setSelected(mode == Desk.Mode.DESIGN);
        liveButton.setSelected(mode == Desk.Mode.LIVE);
    }

    /// A press switches the button itself, also where the mode stays.
    @FXML
    private void design() {
        actions.design();
        showMode(desk.modeProperty().get());
    }

    @FXML
    private void live() {
        actions.live();
        showMode(desk.modeProperty().get());
    }

    @FXML
    private void apply() {
        actions.apply();
    }

    @FXML
    private void tearDown() {
        actions.tearDown();
    }

    @FXML
    private void ping() {
        actions.ping();
    }

    @FXML
    private void switchLanguage() {
        languages.chooseOther();
    }
}
