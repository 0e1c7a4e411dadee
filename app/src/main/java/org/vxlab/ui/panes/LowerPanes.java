package org.vxlab.ui.panes;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Fxml;
import org.vxlab.ui.LabActions.PaneName;
import org.vxlab.ui.Live;
import org.vxlab.ui.Plans;
import org.vxlab.ui.terminal.TerminalPane;

import java.time.ZoneId;
import java.util.function.Consumer;

/// The tabs below the drawing.
public final class LowerPanes extends TabPane {
    private final Desk desk;
    private final Live live;
    private final Plans plans;
    private final ZoneId zone;
    private final Consumer<Thing> goTo;
    private final TerminalPane terminals;
    private final Consumer<Boolean> room;

    @FXML private Tab plan;
    @FXML private Tab fdb;
    @FXML private Tab pings;
    @FXML private Tab events;
    @FXML private Tab problems;
    @FXML private Tab terminal;

    /// @param zone of the times shown
    /// @param goTo brings a thing into view
    /// @param outside opens the system's own terminal on a host
    /// @param room makes room for a shell, or gives it back
    public LowerPanes(
            Desk desk,
            Live live,
            Plans plans,
            ZoneId zone,
            Consumer<Thing> goTo,
            Consumer<String> outside,
            Consumer<Boolean> room) {
        this.desk = desk;
        this.live = live;
        this.plans = plans;
        this.zone = zone;
        this.goTo = goTo;
        this.room = room;
        this.terminals = new TerminalPane(desk, live, plans, outside, () -> room.accept(true));
        Fxml.fill(this, desk.texts());
    }

    @FXML
    private void initialize() {
        plan.setContent(new PlanPane(desk, live, plans));
        showOnlyInFront(fdb, new FdbPane(desk, live, plans));
        pings.setContent(new PingsPane(desk, live, plans));
        showOnlyInFront(events, new EventsPane(desk, live, plans, zone));
        terminal.setContent(terminals);
        terminal.selectedProperty()
                .addListener((_, _, chosen) -> room.accept(chosen && terminals.hasShells()));
        problems.setContent(new ProblemsPane(desk, goTo));
        problems.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::problemsTitle,
                                desk.problemsProperty(),
                                desk.texts().languageProperty()));
    }

    /// A tab pane lays out and styles also what lies behind; with thousands of rows a second that
    /// would cost the frames of what is in front.
    private static void showOnlyInFront(Tab tab, Node pane) {
        tab.contentProperty()
                .bind(Bindings.when(tab.selectedProperty()).then(pane).otherwise((Node) null));
    }

    private String problemsTitle() {
        int found = desk.problemsProperty().get().size();
        String title = desk.texts().of("ui.tab.problems");
        return found == 0 ? title : title + " (" + found + ")";
    }

    /// Brings a tab to the front.
    public void show(PaneName pane) {
        getSelectionModel()
                .select(
                        switch (pane) {
                            case PLAN -> plan;
                            case FDB -> fdb;
                            case PINGS -> pings;
                            case EVENTS -> events;
                            case PROBLEMS -> problems;
                            case TERMINAL -> terminal;
                        });
    }

    /// Opens a shell on a host of the running lab.
    public void openShell(String host) {
        show(PaneName.TERMINAL);
        terminals.open(host);
    }
}
