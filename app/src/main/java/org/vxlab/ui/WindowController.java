package org.vxlab.ui;

import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.vxlab.session.LabFile;
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

/// Makes the parts of the window and puts them in their places.
public final class WindowController {
    private final Desk desk;
    private final Live live;
    private final LowerPanes panes;
    private final Plans plans;
    private final LabFiles files;
    private final LabActions actions;
    private final Asking asking;
    private final LabCanvas canvas;
    private final Welcome welcome;
    private final LabToolBar toolBar;
    private final LabMenuBar menuBar;
    private final TabRoom tabRoom = new TabRoom(this::work);
    private Runnable quit = () -> {};

    @FXML private VBox top;
    @FXML private BorderPane drawing;
    @FXML private StackPane center;
    @FXML private SplitPane work;
    @FXML private SplitPane upper;
    @FXML private HBox status;

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
                        tabRoom);
        this.actions = new LabActions(desk, live, plans, files, asking, exchange, panes::show);
        this.welcome =
                new Welcome(
                        desk.texts(),
                        languages,
                        actions,
                        () -> files.recentProperty().get(),
                        this::picture);
        this.toolBar = new LabToolBar(desk, plans, actions, languages, canvas);
        this.menuBar =
                new LabMenuBar(
                        desk,
                        files,
                        actions,
                        languages,
                        asking,
                        canvas,
                        toolBar::find,
                        () -> quit.run());
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
        drawing.setCenter(canvas);
        drawing.setTop(new Notices(desk, live, asking).bar());
        Inspector inspector = new Inspector(desk);
        inspector.liveProperty().bind(live.observationProperty());
        desk.liveStateProperty().subscribe(canvas::showLive);
        TabFrame tabs = new TabFrame(panes, tabRoom.enlargedProperty(), desk.texts());
        Sides sides =
                new Sides(desk, new Sides.Places(work, upper, drawing), canvas, inspector, tabs);
        menuBar.follow(sides.inspectorWanted(), tabRoom.enlargedProperty());
        toolBar.follow(sides.inspectorWanted());
        center.getChildren().add(welcome);
        new StatusBar(status, desk, live, plans);
        top.getChildren().addAll(menuBar, toolBar);
        files.openProperty().subscribe(this::showOpen);
    }

    private void showOpen(boolean open) {
        work.setVisible(open);
        welcome.setVisible(!open);
        status.setVisible(open);
        if (open) {
            canvas.requestFocus();
        } else {
            welcome.show();
        }
    }

    private SplitPane work() {
        return work;
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

    LabMenuBar menus() {
        return menuBar;
    }
}
