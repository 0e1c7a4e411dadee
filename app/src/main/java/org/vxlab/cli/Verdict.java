package org.vxlab.cli;

import org.vxlab.apply.HostResult;
import org.vxlab.apply.HostResult.End;
import org.vxlab.topology.Message;

import java.util.List;

/// What is said of a push or a removal that did not come out as it should, in one sentence.
final class Verdict {
    private Verdict() {}

    static Message ofPush(ExitCode code, List<HostResult> results) {
        boolean between = results.stream().anyMatch(result -> result.end() == End.BETWEEN);
        boolean undone = results.stream().anyMatch(result -> result.end() == End.ROLLED_BACK);
        return Message.of(
                between
                        ? "cli.apply.between"
                        : code == ExitCode.INTERRUPTED
                                ? "cli.apply.interrupted"
                                : undone ? "cli.apply.failed" : "cli.apply.untouched");
    }

    /// @param code any but that of success
    static Message ofRemoval(ExitCode code) {
        return Message.of(
                switch (code) {
                    case NOT_REACHED -> "cli.down.away";
                    case NOT_AS_IT_SHOULD_BE -> "cli.down.problems";
                    case INTERRUPTED -> "cli.apply.interrupted";
                    case PUSH_FAILED -> "cli.down.failed";
                    case DONE, WRONG_USAGE, INTERNAL ->
                            throw new IllegalArgumentException(code.toString());
                });
    }
}
