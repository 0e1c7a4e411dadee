package org.vxlab.cli;

import org.vxlab.apply.HostResult;
import org.vxlab.apply.HostResult.End;
import org.vxlab.plan.Step;

import java.util.List;
import java.util.Map;

/// A push that has ended, for programs; `app/docs/json.md` describes it.
record PushJson(Texts texts) {

    /// One object a host.
    List<Map<String, Object>> hosts(List<HostResult> results) {
        return results.stream().map(this::host).toList();
    }

    private Map<String, Object> host(HostResult result) {
        return Json.object(
                "host", result.host(),
                "end", word(result.end()),
                "changes", result.plan().steps().size(),
                "milliseconds", result.took().toMillis(),
                "failure",
                        result.failure()
                                .map(
                                        failed ->
                                                Json.object(
                                                        "number", failed.number(),
                                                        "command", failed.step().text(),
                                                        "exitCode", failed.exitCode(),
                                                        "stderr", failed.stderr())),
                "trouble", result.trouble().map(texts::of),
                "left", result.left().stream().map(Step::text).toList());
    }

    private static String word(End end) {
        return switch (end) {
            case UNCHANGED -> "unchanged";
            case APPLIED -> "applied";
            case UNTOUCHED -> "untouched";
            case ROLLED_BACK -> "rolledBack";
            case NOT_STARTED -> "notStarted";
            case BETWEEN -> "between";
        };
    }
}
