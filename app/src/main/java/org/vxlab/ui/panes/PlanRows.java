package org.vxlab.ui.panes;

import org.vxlab.apply.HostResult;
import org.vxlab.apply.HostResult.End;
import org.vxlab.apply.HostSurvey;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.HostProblem;
import org.vxlab.plan.Step;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.Thing;
import org.vxlab.ui.HostProgress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lays out plans, what stands in their way, and how far a push of them is, as lines.
final class PlanRows {
    private final ResolvedLab lab;
    private final Map<String, HostProgress> progress;
    private final Map<String, HostSurvey> surveys = new LinkedHashMap<>();
    private final List<PlanRow> rows = new ArrayList<>();

    private PlanRows(
            ResolvedLab lab, List<HostSurvey> surveys, Map<String, HostProgress> progress) {
        this.lab = lab;
        this.progress = progress;
        surveys.forEach(survey -> this.surveys.put(survey.host(), survey));
    }

    static List<PlanRow> of(
            ResolvedLab lab,
            List<HostPlan> plans,
            List<HostSurvey> surveys,
            Map<String, HostProgress> progress) {
        PlanRows rows = new PlanRows(lab, surveys, progress);
        plans.forEach(rows::add);
        return List.copyOf(rows.rows);
    }

    private void add(HostPlan plan) {
        String host = plan.host();
        Set<Thing> hostThing = Set.of(new Thing.Host(host));
        Optional<HostProgress> done = Optional.ofNullable(progress.get(host));
        rows.add(new PlanRow.Head(plan, done, hostThing));
        Optional.ofNullable(surveys.get(host)).ifPresent(survey -> obstacles(survey, hostThing));
        for (int i = 0; i < plan.steps().size(); i++) {
            int number = i + 1;
            Step step = plan.steps().get(i);
            Set<Thing> things = StepThings.of(lab, host, step);
            rows.add(
                    new PlanRow.Command(
                            host,
                            number,
                            step,
                            done.map(one -> progress(one, number)).orElse(PlanRow.Progress.WAITING),
                            things));
            done.flatMap(HostProgress::failed)
                    .filter(failed -> failed.number() == number && !failed.rollback())
                    .ifPresent(
                            failed ->
                                    rows.add(
                                            new PlanRow.Failure(
                                                    host,
                                                    failed.exitCode(),
                                                    failed.stderr(),
                                                    things)));
        }
        done.flatMap(HostProgress::result)
                .flatMap(HostResult::trouble)
                .ifPresent(why -> rows.add(new PlanRow.Away(host, why, hostThing)));
    }

    private void obstacles(HostSurvey survey, Set<Thing> host) {
        switch (survey) {
            case HostSurvey.Away away -> rows.add(new PlanRow.Away(away.host(), away.why(), host));
            case HostSurvey.Read read -> {
                for (HostProblem problem : read.problems()) {
                    rows.add(new PlanRow.Obstacle(problem, host));
                }
            }
        }
    }

    private static PlanRow.Progress progress(HostProgress host, int number) {
        boolean undone =
                host.rollback()
                        || host.result()
                                .map(result -> result.end() == End.ROLLED_BACK)
                                .orElse(false);
        if (host.failed().map(failed -> failed.number() == number).orElse(false)) {
            return PlanRow.Progress.FAILED;
        }
        if (undone) {
            return PlanRow.Progress.UNDONE;
        }
        return number <= host.done() ? PlanRow.Progress.DONE : PlanRow.Progress.WAITING;
    }
}
