package org.vxlab.ui;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import javafx.util.Subscription;

import org.vxlab.kernel.HostState;
import org.vxlab.observe.HostObservation;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Step;
import org.vxlab.session.LiveReport.Activity;
import org.vxlab.session.PlanPreview;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Problem;
import org.vxlab.topology.ResolvedLab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// What a push would do, kept up with the drawing and with what was last read of the hosts. UI
/// thread only; the planning itself is done elsewhere.
public final class Plans {
    /// So often must the hosts be seen to differ before it is told.
    private static final int OFTEN_ENOUGH = 2;

    private final Desk desk;
    private final Live live;
    private final Executor elsewhere;
    private final Consumer<List<HostPlan>> planned;
    private final Consumer<Seen> seen;
    private final AtomicReference<Request> newest = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<Optional<ResolvedLab>> resolved =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<HostPlan>> plans =
            new ReadOnlyObjectWrapper<>(List.of());

    private final PauseTransition looking = new PauseTransition(Duration.seconds(1));

    /// How often in a row what was seen of the hosts differed from the drawing.
    private int apart;

    private record Request(ResolvedLab lab, Map<String, HostState> read) {}

    private record Seen(ResolvedLab lab, List<HostPlan> plans) {}

    public Plans(Desk desk, Live live, Executor elsewhere) {
        this.desk = desk;
        this.live = live;
        this.elsewhere = elsewhere;
        this.planned = desk.ui().newest(plans::set);
        this.seen = desk.ui().newest(this::compare);
        desk.stateProperty()
                .subscribe(
                        state -> {
                            if (state.checked()) {
                                plan();
                            }
                        });
        resolved.addListener((_, _, _) -> live.forgetPush());
        live.surveysProperty().subscribe(this::plan);
        live.activityProperty().subscribe(_ -> apart = 0);
        live.observationProperty()
                .addListener(
                        (_, _, _) -> {
                            if (looking.getStatus() != Animation.Status.RUNNING) {
                                looking.playFromStart();
                            }
                        });
        looking.setOnFinished(_ -> look());
    }

    /// The drawing with every default filled in; empty while it has errors.
    public ReadOnlyObjectProperty<Optional<ResolvedLab>> resolvedProperty() {
        return resolved.getReadOnlyProperty();
    }

    public Optional<ResolvedLab> resolved() {
        return resolved.get();
    }

    /// The plan of each host, in the lab's order.
    public ReadOnlyObjectProperty<List<HostPlan>> plansProperty() {
        return plans.getReadOnlyProperty();
    }

    /// How many commands a push would run.
    public int changes() {
        return plans.get().stream().mapToInt(plan -> plan.steps().size()).sum();
    }

    /// Does something once it is known whether the drawing has errors: at once, or when it has been
    /// looked through.
    void whenChecked(Runnable work) {
        if (desk.stateProperty().get().checked()) {
            work.run();
            return;
        }
        Subscription[] waiting = new Subscription[1];
        waiting[0] =
                desk.stateProperty()
                        .subscribe(
                                (_, state) -> {
                                    if (state.checked()) {
                                        waiting[0].unsubscribe();
                                        work.run();
                                    }
                                });
    }

    /// What was read of the hosts, and what their monitors have told since.
    private Map<String, HostState> known() {
        Map<String, HostState> now = new HashMap<>(live.lastRead());
        live.observationProperty().get().stream()
                .flatMap(all -> all.hosts().values().stream())
                .filter(host -> host.status() instanceof HostObservation.Status.Live)
                .forEach(
                        host ->
                                now.computeIfPresent(
                                        host.host(),
                                        (_, state) -> PlanPreview.since(state, host.state())));
        return now;
    }

    /// Plans with what is known now: somebody may have changed a host by hand.
    private void look() {
        if (isWatchedOnly() && resolved.get().isPresent()) {
            Request request = new Request(resolved.get().get(), known());
            elsewhere.execute(
                    () ->
                            seen.accept(
                                    new Seen(
                                            request.lab(),
                                            PlanPreview.of(request.lab(), request.read()))));
        }
    }

    private boolean isWatchedOnly() {
        return live.isOpen() && live.activityProperty().get() == Activity.IDLE;
    }

    /// A difference counts when it stands a second time: the lines of monitors come one by one.
    /// What a host has beside that, such as the state of a link that comes up, is no difference.
    private void compare(Seen found) {
        if (isWatchedOnly() && resolved.get().equals(Optional.of(found.lab()))) {
            apart = steps(found.plans()).equals(steps(plans.get())) ? 0 : apart + 1;
            if (apart >= OFTEN_ENOUGH) {
                live.forgetPush();
                plans.set(found.plans());
            }
        }
    }

    private static List<List<Step>> steps(List<HostPlan> plans) {
        return plans.stream().map(HostPlan::steps).toList();
    }

    private void plan() {
        Lab lab = desk.lab();
        boolean sound = desk.problemsProperty().get().stream().noneMatch(Problem::isError);
        resolved.set(sound ? Optional.of(ResolvedLab.of(lab)) : Optional.empty());
        if (resolved.get().isEmpty()) {
            newest.set(null);
            plans.set(List.of());
            return;
        }
        Request request = new Request(resolved.get().get(), live.lastRead());
        newest.set(request);
        elsewhere.execute(
                () -> {
                    // An older drawing is of no interest any more.
                    if (request.equals(newest.get())) {
                        planned.accept(PlanPreview.of(request.lab(), request.read()));
                    }
                });
    }
}
