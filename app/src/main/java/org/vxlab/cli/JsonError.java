package org.vxlab.cli;

import java.util.Map;

/// How a document says that a command did not do what was asked.
final class JsonError {
    private JsonError() {}

    static Map<String, Object> of(ExitCode code, String message) {
        return Json.object("exitCode", code.number(), "kind", kind(code), "message", message);
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
