package org.vxlab.ui.panes;

import org.vxlab.apply.HostResult;
import org.vxlab.apply.Surveyor.Goal;
import org.vxlab.session.LiveReport;
import org.vxlab.topology.Message;
import org.vxlab.topology.Problem;
import org.vxlab.ui.Desk;
import org.vxlab.ui.HostProgress;
import org.vxlab.ui.Live;
import org.vxlab.ui.Plans;

import java.util.Collection;
import java.util.Optional;

/// Says in one sentence how the plan stands.
final class PlanSummary {
    private final Desk desk;
    private final Live live;
    private final Plans plans;

    private record Said(Message text, Tone tone) {}

    PlanSummary(Desk desk, Live live, Plans plans) {
        this.desk = desk;
        this.live = live;
        this.plans = plans;
    }

    String text() {
        return desk.texts().of(said().text());
    }

    Tone tone() {
        return said().tone();
    }

    /// How much of the push is done, from 0 to 1.
    double share() {
        int of = of();
        return of == 0 ? 1 : (double) done() / of;
    }

    private Said said() {
        return switch (live.activityProperty().get()) {
            case OPENING -> plain("ui.plan.opening");
            case READING -> plain("ui.plan.reading");
            case PUSHING -> plain("ui.plan.pushing", done(), of());
            case REMOVING -> plain("ui.plan.removing", done(), of());
            case IDLE, PINGING -> atRest();
        };
    }

    private Said atRest() {
        Optional<LiveReport.Pushed> pushed = live.pushedProperty().get();
        if (pushed.isPresent()) {
            return ended(pushed.get());
        }
        if (live.refusalProperty().get().isPresent()) {
            return new Said(live.refusalProperty().get().get(), Tone.BAD);
        }
        long errors = desk.problemsProperty().get().stream().filter(Problem::isError).count();
        if (errors > 0) {
            return new Said(Message.of("ui.plan.errors", errors), Tone.BAD);
        }
        long hosts = plans.plansProperty().get().stream().filter(p -> !p.isEmpty()).count();
        if (hosts > 0) {
            return plain("ui.plan.would", plans.changes(), hosts);
        }
        if (desk.lab().hosts().isEmpty()) {
            return plain("ui.plan.empty");
        }
        return plain(live.isOpen() ? "ui.plan.nothing" : "ui.plan.unjoined");
    }

    private Said ended(LiveReport.Pushed pushed) {
        if (pushed.results().stream().anyMatch(r -> r.end() == HostResult.End.BETWEEN)) {
            return new Said(Message.of("ui.plan.between"), Tone.BAD);
        }
        if (pushed.results().stream().anyMatch(r -> r.end() == HostResult.End.ROLLED_BACK)) {
            return new Said(Message.of("ui.plan.rolled-back"), Tone.BAD);
        }
        if (pushed.results().stream().anyMatch(r -> r.end() == HostResult.End.UNTOUCHED)) {
            return new Said(Message.of("ui.plan.untouched"), Tone.BAD);
        }
        if (pushed.results().stream().anyMatch(r -> r.end() == HostResult.End.NOT_STARTED)) {
            return new Said(Message.of("ui.plan.stopped"), Tone.WARNING);
        }
        int ran = pushed.results().stream().mapToInt(r -> r.plan().steps().size()).sum();
        if (pushed.goal() == Goal.NOTHING) {
            return new Said(Message.of("ui.plan.removed", ran), Tone.GOOD);
        }
        return ran == 0
                ? new Said(Message.of("ui.plan.equal"), Tone.GOOD)
                : new Said(Message.of("ui.plan.applied", ran), Tone.GOOD);
    }

    private int done() {
        return progress().stream().mapToInt(HostProgress::done).sum();
    }

    private int of() {
        return progress().stream().mapToInt(host -> host.plan().steps().size()).sum();
    }

    private Collection<HostProgress> progress() {
        return live.progressProperty().get().values();
    }

    private static Said plain(String key, Object... arguments) {
        return new Said(Message.of(key, arguments), Tone.PLAIN);
    }
}
