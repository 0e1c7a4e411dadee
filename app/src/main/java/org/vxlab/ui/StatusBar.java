package org.vxlab.ui;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.observe.HostObservation;
import org.vxlab.observe.Observation;
import org.vxlab.topology.Message;
import org.vxlab.topology.Problem;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the lab stands, in one line: hosts reached, plan, forwarding entries, age of the newest
/// reading, where the hosts are.
final class StatusBar {
    private static final Duration TICK = Duration.millis(500);

    private final Desk desk;
    private final Live live;
    private final Plans plans;
    private final Label hosts = new Label();
    private final Label plan = new Label();
    private final Label fdb = new Label();
    private final Label place = new Label();
    private final Label problems = new Label();

    StatusBar(HBox bar, Desk desk, Live live, Plans plans) {
        this.desk = desk;
        this.live = live;
        this.plans = plans;
        bar.getChildren().addAll(hosts, plan, fdb, problems, place);
        for (Label label : List.of(fdb, problems)) {
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        plans.plansProperty().subscribe(_ -> show());
        live.activityProperty().subscribe(_ -> show());
        live.originProperty().subscribe(_ -> show());
        desk.problemsProperty().subscribe(_ -> show());
        desk.texts().languageProperty().subscribe(_ -> show());
        // Ages grow while nothing happens.
        Timeline ticking = new Timeline(new KeyFrame(TICK, _ -> show()));
        WhileShown.repeat(ticking, bar);
    }

    private void show() {
        Texts texts = desk.texts();
        Optional<Observation> seen = live.observationProperty().get();
        hosts.setText(
                seen.map(all -> texts.of("ui.status.reached", reached(all), all.hosts().size()))
                        .orElseGet(() -> texts.of("ui.status.hosts", desk.lab().hosts().size())));
        plan.setText(
                plans.resolved().isEmpty()
                        ? texts.of("ui.status.no-plan")
                        : texts.of("ui.status.plan", plans.changes()));
        fdb.setText(seen.map(this::forwarding).orElse(""));
        List<Problem> found = desk.problemsProperty().get();
        long errors = found.stream().filter(Problem::isError).count();
        problems.setText(
                found.isEmpty()
                        ? ""
                        : texts.of("ui.status.problems", errors, found.size() - errors));
        place.setText(texts.of(place()));
    }

    private static long reached(Observation seen) {
        return seen.hosts().values().stream()
                .filter(host -> host.status() instanceof HostObservation.Status.Live)
                .count();
    }

    private String forwarding(Observation seen) {
        long entries =
                seen.hosts().values().stream()
                        .flatMap(host -> host.state().fdb().stream())
                        .filter(FdbEntry::forwards)
                        .count();
        Optional<Instant> newest =
                seen.hosts().values().stream()
                        .flatMap(host -> host.currentAt().stream())
                        .max(Comparator.naturalOrder());
        return newest.map(
                        at ->
                                desk.texts()
                                        .of(
                                                "ui.status.fdb",
                                                entries,
                                                seconds(at, live.clock().instant())))
                .orElseGet(() -> desk.texts().of("ui.status.fdb-none"));
    }

    private static String seconds(Instant from, Instant to) {
        long millis = Math.max(0, java.time.Duration.between(from, to).toMillis());
        return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
    }

    private Message place() {
        boolean builtIn = desk.lab().hosts().stream().anyMatch(host -> host.ssh().isEmpty());
        return switch (live.activityProperty().get()) {
            case OPENING -> Message.of("ui.plan.opening");
            case READING -> Message.of("ui.plan.reading");
            case PUSHING -> Message.of("ui.status.pushing");
            case REMOVING -> Message.of("ui.status.removing");
            case PINGING -> Message.of("ui.pings.running");
            case IDLE ->
                    live.isOpen()
                            ? Message.of(builtIn ? "ui.status.built-in" : "ui.status.connected")
                            : Message.of("ui.status.offline");
        };
    }
}
