package org.vxlab.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.vxlab.session.LabFile;
import org.vxlab.session.OpenLabHistory;
import org.vxlab.session.Templates;
import org.vxlab.ui.canvas.LabCanvas;
import org.vxlab.ui.canvas.Thumbnail;
import org.vxlab.ui.dialogs.Asking;
import org.vxlab.ui.exchange.Exchange;
import org.vxlab.ui.inspector.Inspector;
import org.vxlab.ui.panes.LowerPanes;
import org.vxlab.ui.welcome.Welcome;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;

/// Puts the parts of the window in their places and leads menus and buttons to what they do.
public final class WindowController {
    private final Desk desk;
    private final Live live;
    private final LowerPanes panes;
    private final Plans plans;
    private final LabFiles files;
    private final LabActions actions;
    private final Languages languages;
    private final Asking asking;
    private final LabCanvas canvas;
    private final Welcome welcome;
    private Runnable quit = () -> {};

    @FXML private BorderPane drawing;
    @FXML private StackPane center;
    @FXML private SplitPane work;
    @FXML private SplitPane upper;
    @FXML private HBox status;
    @FXML private Menu recentMenu;
    @FXML private Menu templateMenu;
    @FXML private Menu editMenu;
    @FXML private Menu historyMenu;
    @FXML private Menu insertMenu;
    @FXML private Menu arrangeMenu;
    @FXML private Menu viewMenu;
    @FXML private CheckMenuItem inspectorItem;
    @FXML private Menu themeMenu;
    @FXML private Menu languageMenu;
    @FXML private MenuItem saveItem;
    @FXML private MenuItem saveAsItem;
    @FXML private MenuItem importItem;
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
    @FXML private ToggleButton designButton;
    @FXML private ToggleButton liveButton;
    @FXML private ToggleButton inspectorButton;
    @FXML private Button applyButton;
    @FXML private Button pingButton;
    @FXML private Button downButton;
    @FXML private TextField search;

    WindowController(
            Desk desk,
            Live live,
            LabFiles files,
            Languages languages,
            Asking asking,
            Exchange exchange,
            Surroundings surroundings) {
        this.desk = desk;
        this.live = live;
        this.asking = asking;
        this.plans =
                new Plans(
                        desk,
                        live,
                        Executors.newSingleThreadExecutor(
                                Thread.ofVirtual().name("plans").factory()));
        this.files = files;
        this.languages = languages;
        this.canvas = new LabCanvas(desk);
        HostShells outside = new HostShells(desk, live, plans, asking, surroundings.environment());
        this.panes =
                new LowerPanes(
                        desk,
                        live,
                        plans,
                        surroundings.zone(),
                        canvas::goTo,
                        outside::open,
                        new ShellRoom(() -> work));
        this.actions = new LabActions(desk, live, plans, files, asking, exchange, panes::show);
        this.welcome =
                new Welcome(
                        desk.texts(),
                        languages,
                        actions,
                        () -> files.recentProperty().get(),
                        this::picture);
        new Watching(desk, live, plans);
        canvas.setOnOpen(
                thing -> {
                    if (desk.modeProperty().get() == Desk.Mode.LIVE) {
                        HostShells.hostOf(thing).ifPresent(panes::openShell);
                    } else {
                        canvas.rename();
                    }
                });
    }

    @FXML
    private void initialize() {
        drawing.setCenter(new Notices(canvas, desk, live, asking).bar());
        Inspector inspector = new Inspector(desk);
        inspector.liveProperty().bind(live.observationProperty());
        desk.liveStateProperty().subscribe(canvas::showLive);
        Sides sides =
                new Sides(desk, new Sides.Places(work, upper, drawing), canvas, inspector, panes);
        inspectorButton.selectedProperty().bindBidirectional(sides.inspectorWanted());
        inspectorItem.selectedProperty().bindBidirectional(sides.inspectorWanted());
        center.getChildren().add(welcome);
        new StatusBar(status, desk, live, plans);
        search.textProperty().addListener((_, _, text) -> canvas.find(text));
        search.setOnAction(_ -> canvas.findNext());
        fillMenus();
        bind();
    }

    private void fillMenus() {
        Menus menus = new Menus(desk, actions);
        menus.recent(recentMenu, files);
        menus.templates(templateMenu);
        menus.themes(themeMenu);
        menus.languages(languageMenu, languages);
        menus.history(historyMenu);
        menus.exchange(importItem, exportItem, pictureItem, handoutItem);
        editMenu.getItems().addAll(canvas.editItems());
        insertMenu.getItems().addAll(canvas.insertItems());
        arrangeMenu.getItems().addAll(canvas.arrangeItems());
        viewMenu.getItems().addAll(canvas.viewItems());
    }

    private void bind() {
        desk.modeProperty().subscribe(this::showMode);
        files.openProperty().subscribe(this::showOpen);
        applyButton
                .textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> desk.texts().of("ui.tool.apply", plans.changes()),
                                plans.plansProperty(),
                                desk.texts().languageProperty()));
        BooleanBinding closed = files.openProperty().isEqualTo(false);
        BooleanBinding cannotStart = closed.or(actions.busy()).or(nothingDrawn());
        BooleanBinding notRunning = closed.or(actions.busy()).or(actions.closed());
        disable(
                closed,
                saveItem,
                saveAsItem,
                exportItem,
                pictureItem,
                handoutItem,
                closeItem,
                designItem,
                liveItem);
        disable(cannotStart, applyItem);
        disable(notRunning, downItem, pingItem, steadyItem);
        stopItem.disableProperty().bind(actions.busy().not());
        applyButton.disableProperty().bind(cannotStart);
        pingButton.disableProperty().bind(notRunning);
        downButton.disableProperty().bind(notRunning);
        designButton.disableProperty().bind(closed);
        liveButton.disableProperty().bind(closed);
        inspectorButton.disableProperty().bind(closed);
        search.disableProperty().bind(closed);
        desk.stateProperty().subscribe(_ -> showHistory());
    }

    private BooleanBinding nothingDrawn() {
        return Bindings.createBooleanBinding(
                () -> desk.lab().hosts().isEmpty(), desk.labProperty());
    }

    private static void disable(BooleanBinding when, MenuItem... items) {
        for (MenuItem item : items) {
            item.disableProperty().bind(when);
        }
    }

    private void showHistory() {
        OpenLabHistory history = desk.stateProperty().get().history();
        undoItem.setDisable(history.undoable().isEmpty());
        redoItem.setDisable(history.redoable().isEmpty());
    }

    private void showMode(Desk.Mode mode) {
        designButton.setSelected(mode == Desk.Mode.DESIGN);
        liveButton.setSelected(mode == Desk.Mode.LIVE);
    }

    private void showOpen(boolean open) {
        work.setVisible(open);
        welcome.setVisible(!open);
        if (open) {
            canvas.requestFocus();
        } else {
            welcome.show();
        }
    }

    private Node picture(String template) {
        return new Thumbnail(
                () -> LabFile.read(Templates.read(template)).lab().orElseThrow(),
                desk.looks(),
                desk.ui());
    }

    StringBinding title() {
        return WindowTitle.of(desk, files);
    }

    void setOnQuit(Runnable closing) {
        quit = closing;
    }

    /// Once the window is on the screen.
    ///
    /// @param file what the program was started to show
    void start(Optional<Path> file) {
        welcome.show();
        file.map(Path::toAbsolutePath).ifPresentOrElse(actions::open, files::recoverUntitled);
    }

    /// Asks before anything would be lost.
    ///
    /// @param then what follows unless the person wants to stay
    void leave(Runnable then) {
        actions.leave(then);
    }

    Desk desk() {
        return desk;
    }

    Live liveLab() {
        return live;
    }

    Plans plans() {
        return plans;
    }

    LabActions actions() {
        return actions;
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
    private void save() {
        files.save();
    }

    @FXML
    private void saveAs() {
        files.saveAs();
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
        search.requestFocus();
        search.selectAll();
    }

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
        // A button that switches itself off would hand the keyboard to the search field.
        canvas.requestFocus();
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
        canvas.requestFocus();
        actions.ping();
    }

    @FXML
    private void pingSteadily() {
        actions.pingSteadily(steadyItem.isSelected());
    }

    @FXML
    private void showKeys() {
        asking.tell(desk.texts().of("ui.help.keys"), desk.texts().of("ui.help.keys.all"), false);
    }

    @FXML
    private void showAbout() {
        asking.tell(desk.texts().of("ui.help.about"), desk.texts().of("ui.help.about.all"), false);
    }

    @FXML
    private void switchLanguage() {
        languages.chooseOther();
    }
}
