package org.vxlab.cli;

import org.vxlab.apply.HostSurvey;

import java.util.List;
import java.util.Map;

/// How a document says that a command did not do what was asked.
final class JsonError {
    private JsonError() {}

    static Map<String, Object> of(ExitCode code, String message) {
        return Json.object("exitCode", code.number(), "kind", kind(code), "message", message);
    }

    /// The same of a removal, with what was found on its hosts.
    static Map<String, Object> ofRemoval(ExitCode code, List<HostSurvey> surveys, Texts texts) {
        Map<String, Object> error = of(code, texts.of(Verdict.ofRemoval(code)));
        error.put("hosts", new PlanJson(texts).hosts(surveys));
        return error;
    }

    private static String kind(ExitCode code) {
        return switch (code) {
            case DONE -> "none";
            case NOT_AS_IT_SHOULD_BE -> "problems";
            case WRONG_USAGE -> "usage";
            case NOT_REACHED -> "notReached";
            case PUSH_FAILED -> "pushFailed";
            case INTERNAL -> "internal";
            case INTERRUPTED -> "interrupted";
        };
    }
}
