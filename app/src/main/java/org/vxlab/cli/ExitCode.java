package org.vxlab.cli;

import org.vxlab.apply.HostResult;
import org.vxlab.apply.HostSurvey;
import org.vxlab.observe.PingMatrix;
import org.vxlab.observe.PingResult;
import org.vxlab.session.LabReading;

import java.util.List;

/// What the program says to the program that called it; the one place where outcomes become
/// numbers.
public enum ExitCode {
    /// All is as it should be.
    DONE(0),
    /// The lab is not as it should be: problems in the drawing or on a host, a ping lost, a plan
    /// that is not empty with `--expect-empty`. Nothing was changed.
    NOT_AS_IT_SHOULD_BE(1),
    /// Wrong words, or a file that is no lab file.
    WRONG_USAGE(2),
    /// A host could not be reached, did not let us in, or its built-in lab cannot run.
    NOT_REACHED(3),
    /// A push failed; hosts were rolled back, or, if even that failed, are between.
    PUSH_FAILED(4),
    /// A mistake in this program (EX_SOFTWARE of sysexits.h).
    INTERNAL(70),
    /// Stopped by a signal; hosts are as before or after.
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /// Warnings are no reason to refuse a lab.
    static ExitCode of(LabReading reading) {
        return reading.lab().isEmpty()
                ? WRONG_USAGE
                : reading.hasErrors() ? NOT_AS_IT_SHOULD_BE : DONE;
    }

    /// Whether hosts that were read can be pushed to. One that is away weighs more than one that is
    /// not ready: nothing at all is known of it.
    static ExitCode ofSurveys(List<HostSurvey> surveys) {
        ExitCode code = DONE;
        for (HostSurvey survey : surveys) {
            switch (survey) {
                case HostSurvey.Away _ -> {
                    return NOT_REACHED;
                }
                case HostSurvey.Read read when !read.isReady() -> code = NOT_AS_IT_SHOULD_BE;
                case HostSurvey.Read _ -> {}
            }
        }
        return code;
    }

    static ExitCode ofResults(List<HostResult> results, boolean interrupted) {
        if (interrupted) {
            return INTERRUPTED;
        }
        return results.stream().allMatch(HostResult::succeeded) ? DONE : PUSH_FAILED;
    }

    static ExitCode of(PingMatrix matrix) {
        boolean away =
                matrix.results().values().stream()
                        .flatMap(result -> result.failure().stream())
                        .anyMatch(PingResult.Failure.NoSource.class::isInstance);
        return away ? NOT_REACHED : matrix.complete() ? DONE : NOT_AS_IT_SHOULD_BE;
    }

    /// The code of a command of two halves: this, unless all is well here.
    ExitCode or(ExitCode other) {
        return this == DONE ? other : this;
    }
}
