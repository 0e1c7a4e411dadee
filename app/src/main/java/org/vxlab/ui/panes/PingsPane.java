package org.vxlab.ui.panes;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

import org.vxlab.observe.PingPair;
import org.vxlab.observe.PingPlan;
import org.vxlab.session.LiveReport.Activity;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Fxml;
import org.vxlab.ui.Live;
import org.vxlab.ui.PairState;
import org.vxlab.ui.Plans;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Who reaches whom over the overlay: one matrix a segment.
public final class PingsPane extends BorderPane {
    private final Desk desk;
    private final Live live;
    private final Plans plans;
    private final Map<String, PingMatrixView> views = new LinkedHashMap<>();

    @FXML private Button all;
    @FXML private Label summary;
    @FXML private HBox matrices;

    public PingsPane(Desk desk, Live live, Plans plans) {
        this.desk = desk;
        this.live = live;
        this.plans = plans;
        Fxml.fill(this, desk.texts());
    }

    @FXML
    private void initialize() {
        plans.resolvedProperty().subscribe(_ -> build());
        live.pingsProperty().subscribe(_ -> show());
        live.activityProperty().subscribe(_ -> tell());
        desk.texts().languageProperty().subscribe(_ -> show());
        all.disableProperty()
                .bind(
                        desk.modeProperty()
                                .isNotEqualTo(Desk.Mode.LIVE)
                                .or(live.activityProperty().isNotEqualTo(Activity.IDLE)));
    }

    private void build() {
        views.clear();
        plans.resolved()
                .ifPresent(
                        lab ->
                                bySegment(lab)
                                        .forEach(
                                                (name, pairs) ->
                                                        views.put(
                                                                name,
                                                                new PingMatrixView(
                                                                        desk,
                                                                        pairs,
                                                                        pair -> ping(lab, pair)))));
        matrices.getChildren().setAll(views.values());
        show();
    }

    private static Map<String, List<PingPair>> bySegment(ResolvedLab lab) {
        return PingPlan.of(lab).pairs().stream()
                .collect(
                        Collectors.groupingBy(
                                PingPair::segment, LinkedHashMap::new, Collectors.toList()));
    }

    private void show() {
        views.values().forEach(view -> view.show(live.pingsProperty().get()));
        tell();
    }

    private void tell() {
        Map<PingPair, PairState> pings = live.pingsProperty().get();
        long lossy = pings.values().stream().filter(pair -> pair.lossPercent() > 0).count();
        boolean running = live.activityProperty().get() == Activity.PINGING;
        summary.setText(
                pings.isEmpty()
                        ? desk.texts().of(running ? "ui.pings.running" : "ui.pings.none")
                        : lossy == 0
                                ? desk.texts().of("ui.pings.all", pings.size())
                                : desk.texts().of("ui.pings.some", pings.size(), lossy));
        Tone.of(summary, pings.isEmpty() ? Tone.PLAIN : lossy == 0 ? Tone.GOOD : Tone.BAD);
    }

    @FXML
    private void pingAll() {
        plans.resolved().ifPresent(live::ping);
    }

    private void ping(ResolvedLab lab, PingPair pair) {
        if (desk.modeProperty().get() == Desk.Mode.LIVE) {
            live.ping(lab, List.of(pair));
        }
    }
}
