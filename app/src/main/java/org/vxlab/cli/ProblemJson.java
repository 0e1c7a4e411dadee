package org.vxlab.cli;

import org.vxlab.plan.HostProblem;
import org.vxlab.session.FileProblem;
import org.vxlab.topology.Problem.Severity;

import java.util.Locale;
import java.util.Map;

/// Problems for programs; `app/docs/json.md` describes them.
record ProblemJson(Texts texts) {

    Map<String, Object> of(FileProblem problem) {
        return Json.object(
                "severity", word(problem.problem().severity()),
                "line", problem.line(),
                "column", problem.column(),
                "path", problem.problem().place().path(),
                "key", problem.problem().what().key(),
                "what", texts.of(problem.problem().what()),
                "cure", texts.of(problem.problem().cure()));
    }

    Map<String, Object> of(HostProblem problem) {
        return Json.object(
                "severity", word(problem.severity()),
                "host", problem.host(),
                "key", problem.what().key(),
                "what", texts.of(problem.what()),
                "cure", texts.of(problem.cure()));
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
