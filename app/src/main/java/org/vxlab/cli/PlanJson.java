package org.vxlab.cli;

import org.vxlab.apply.HostSurvey;
import org.vxlab.plan.Step;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Surveys for programs: what would run on each host and why, what stands in the way, who is away;
/// `app/docs/json.md` describes them.
record PlanJson(Texts texts) {

    /// One object a host.
    List<Map<String, Object>> hosts(List<HostSurvey> surveys) {
        return surveys.stream().map(this::host).toList();
    }

    private Map<String, Object> host(HostSurvey survey) {
        ProblemJson problems = new ProblemJson(texts);
        return switch (survey) {
            case HostSurvey.Away away ->
                    Json.object(
                            "host", away.host(),
                            "reached", false,
                            "why", texts.of(away.why()),
                            "problems", List.of(),
                            "steps", List.of());
            case HostSurvey.Read read ->
                    Json.object(
                            "host", read.host(),
                            "reached", true,
                            "ready", read.isReady(),
                            "problems", read.problems().stream().map(problems::of).toList(),
                            "steps", read.plan().steps().stream().map(this::step).toList());
        };
    }

    private Map<String, Object> step(Step step) {
        return Json.object(
                "command", step.text(),
                "change", step.change().name().toLowerCase(Locale.ROOT),
                "why", texts.of(step.why()),
                "key", step.why().key(),
                "device", step.device(),
                "namespace", step.namespace());
    }
}
