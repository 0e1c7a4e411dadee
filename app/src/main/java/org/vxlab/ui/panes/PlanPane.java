package org.vxlab.ui.panes;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;

import org.vxlab.plan.HostPlan;
import org.vxlab.session.LiveReport.Activity;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Fxml;
import org.vxlab.ui.HostProgress;
import org.vxlab.ui.Live;
import org.vxlab.ui.Plans;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The commands that a push would run, runs or ran, host by host, each with its reason.
public final class PlanPane extends BorderPane {
    private final Desk desk;
    private final Live live;
    private final Plans plans;
    private final PlanSummary telling;

    @FXML private Label summary;
    @FXML private ProgressBar bar;
    @FXML private Button stop;
    @FXML private ListView<PlanRow> planRows;

    public PlanPane(Desk desk, Live live, Plans plans) {
        this.desk = desk;
        this.live = live;
        this.plans = plans;
        this.telling = new PlanSummary(desk, live, plans);
        Fxml.fill(this, desk.texts());
    }

    @FXML
    private void initialize() {
        planRows.setCellFactory(_ -> new PlanCell(desk));
        plans.plansProperty().subscribe(this::show);
        live.progressProperty().subscribe(this::show);
        live.pushedProperty().subscribe(this::show);
        live.surveysProperty().subscribe(this::show);
        live.activityProperty().subscribe(this::show);
        live.refusalProperty().subscribe(this::show);
        desk.texts().languageProperty().subscribe(_ -> show());
        planRows.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (_, _, row) -> {
                            if (row != null) {
                                desk.selection().choose(row.things());
                            }
                        });
    }

    private void show() {
        boolean running =
                live.activityProperty().get() == Activity.PUSHING
                        || live.activityProperty().get() == Activity.REMOVING;
        stop.setVisible(running);
        stop.setManaged(running);
        bar.setVisible(running);
        bar.setManaged(running);
        bar.setProgress(telling.share());
        summary.setText(telling.text());
        Tone.of(summary, telling.tone());
        plans.resolved()
                .ifPresentOrElse(
                        lab ->
                                planRows.getItems()
                                        .setAll(
                                                PlanRows.of(
                                                        lab,
                                                        shownPlans(),
                                                        live.surveysProperty().get(),
                                                        live.progressProperty().get())),
                        () -> planRows.getItems().clear());
    }

    /// While a push runs and until the drawing changes, what it does; else what one would do.
    private List<HostPlan> shownPlans() {
        Map<String, HostProgress> progress = live.progressProperty().get();
        return progress.isEmpty()
                ? plans.plansProperty().get()
                : plans.plansProperty().get().stream()
                        .map(
                                plan ->
                                        progress.containsKey(plan.host())
                                                ? progress.get(plan.host()).plan()
                                                : plan)
                        .toList();
    }

    @FXML
    private void stop() {
        live.stop();
    }

    /// Copies the commands as a person would type them on each host.
    @FXML
    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(
                shownPlans().stream()
                        .map(
                                plan ->
                                        plan.steps().stream()
                                                .map(step -> step.text() + "\n")
                                                .collect(
                                                        Collectors.joining(
                                                                "", "# " + plan.host() + "\n", "")))
                        .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
