package org.vxlab.ui;

import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;

import org.vxlab.session.OpenLabHistory;
import org.vxlab.ui.canvas.LabCanvas;
import org.vxlab.ui.dialogs.Asking;

/// The menus of the window: every action there is, with its key.
final class LabMenuBar extends MenuBar {
    private final Desk desk;
    private final LabFiles files;
    private final LabActions actions;
    private final Asking asking;
    private final Runnable find;
    private final Runnable quit;

    @FXML private Menu recentMenu;
    @FXML private Menu templateMenu;
    @FXML private Menu editMenu;
    @FXML private Menu historyMenu;
    @FXML private Menu insertMenu;
    @FXML private Menu arrangeMenu;
    @FXML private Menu viewMenu;
    @FXML private CheckMenuItem inspectorItem;
    @FXML private CheckMenuItem largeTabsItem;
    @FXML private Menu themeMenu;
    @FXML private Menu languageMenu;
    @FXML private MenuItem saveItem;
    @FXML private MenuItem saveAsItem;
    @FXML private MenuItem exportItem;
    @FXML private MenuItem pictureItem;
    @FXML private MenuItem handoutItem;
    @FXML private MenuItem closeItem;
    @FXML private MenuItem undoItem;
    @FXML private MenuItem redoItem;
    @FXML private MenuItem designItem;
    @FXML private MenuItem liveItem;
    @FXML private MenuItem applyItem;
    @FXML private MenuItem stopItem;
    @FXML private MenuItem downItem;
    @FXML private MenuItem pingItem;
    @FXML private CheckMenuItem steadyItem;

    /// @param find takes the keyboard to the search field
    LabMenuBar(
            Desk desk,
            LabFiles files,
            LabActions actions,
            Languages languages,
            Asking asking,
            LabCanvas canvas,
            Runnable find,
            Runnable quit) {
        this.desk = desk;
        this.files = files;
        this.actions = actions;
        this.asking = asking;
        this.find = find;
        this.quit = quit;
        Fxml.fill(this, desk.texts());
        Menus menus = new Menus(desk, actions);
        menus.recent(recentMenu, files);
        menus.templates(templateMenu);
        menus.themes(themeMenu);
        menus.languages(languageMenu, languages);
        menus.history(historyMenu);
        editMenu.getItems().addAll(canvas.editItems());
        insertMenu.getItems().addAll(canvas.insertItems());
        arrangeMenu.getItems().addAll(canvas.arrangeItems());
        viewMenu.getItems().addAll(canvas.viewItems());
        desk.stateProperty().subscribe(_ -> showHistory());
    }

    @FXML
    private void initialize() {
        disable(
                actions.noLab(),
                saveItem,
                saveAsItem,
                exportItem,
                pictureItem,
                handoutItem,
                closeItem,
                inspectorItem,
                largeTabsItem,
                designItem,
                liveItem);
        disable(actions.cannotApply(), applyItem);
        disable(actions.notRunning(), downItem, pingItem, steadyItem);
        disable(actions.busy().not(), stopItem);
    }

    /// The items show these, and switch them.
    ///
    /// @param inspector whether the inspector is wanted
    /// @param largeTabs whether the tabs below the drawing have most of the window
    void follow(Property<Boolean> inspector, Property<Boolean> largeTabs) {
        inspectorItem.selectedProperty().bindBidirectional(inspector);
        largeTabsItem.selectedProperty().bindBidirectional(largeTabs);
    }

    private static void disable(ObservableValue<Boolean> when, MenuItem... items) {
        for (MenuItem item : items) {
            item.disableProperty().bind(when);
        }
    }

    private void showHistory() {
        OpenLabHistory history = desk.stateProperty().get().history();
        undoItem.setDisable(history.undoable().isEmpty());
        redoItem.setDisable(history.redoable().isEmpty());
    }

    @FXML
    private void newLab() {
        actions.newLab();
    }

    @FXML
    private void openFile() {
        actions.openFile();
    }

    @FXML
    private void importLab() {
        actions.importLab();
    }

    @FXML
    private void save() {
        files.save();
    }

    @FXML
    private void saveAs() {
        files.saveAs();
    }

    @FXML
    private void export() {
        actions.export();
    }

    @FXML
    private void savePicture() {
        actions.savePicture();
    }

    @FXML
    private void saveHandout() {
        actions.saveHandout();
    }

    @FXML
    private void closeLab() {
        actions.closeLab();
    }

    @FXML
    private void quit() {
        quit.run();
    }

    @FXML
    private void undo() {
        desk.goTo(desk.stateProperty().get().history().position() - 1);
    }

    @FXML
    void redo() {
        desk.goTo(desk.stateProperty().get().history().position() + 1);
    }

    @FXML
    private void find() {
        find.run();
    }

    @FXML
    private void design() {
        actions.design();
    }

    @FXML
    private void live() {
        actions.live();
    }

    @FXML
    private void apply() {
        actions.apply();
    }

    @FXML
    private void stop() {
        actions.stop();
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
    private void pingSteadily() {
        actions.pingSteadily(steadyItem.isSelected());
    }

    @FXML
    private void showKeys() {
        asking.tell(desk.texts().of("ui.help.keys"), desk.texts().of("ui.help.keys.all"));
    }

    @FXML
    private void showAbout() {
        asking.tell(desk.texts().of("ui.help.about"), desk.texts().of("ui.help.about.all"));
    }
}
