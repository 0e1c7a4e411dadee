package org.vxlab.ui;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

import org.vxlab.kernel.HostState;
import org.vxlab.plan.HostPlan;
import org.vxlab.session.PlanPreview;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Problem;
import org.vxlab.topology.ResolvedLab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// What a push would do, kept up with the drawing and with what was last read of the hosts. UI
/// thread only; the planning itself is done elsewhere.
public final class Plans {
    private final Desk desk;
    private final Live live;
    private final Executor elsewhere;
    private final Consumer<List<HostPlan>> planned;
    private final AtomicReference<Request> newest = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<Optional<ResolvedLab>> resolved =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<HostPlan>> plans =
            new ReadOnlyObjectWrapper<>(List.of());

    private record Request(ResolvedLab lab, Map<String, HostState> read) {}

    public Plans(Desk desk, Live live, Executor elsewhere) {
        this.desk = desk;
        this.live = live;
        this.elsewhere = elsewhere;
        this.planned = desk.ui().newest(plans::set);
        desk.stateProperty()
                .subscribe(
                        state -> {
                            if (state.checked()) {
                                plan();
                            }
                        });
        resolved.addListener((_, _, _) -> live.forgetPush());
        live.surveysProperty().subscribe(this::plan);
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
