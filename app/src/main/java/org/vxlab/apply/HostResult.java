package org.vxlab.apply;

import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Step;
import org.vxlab.topology.Message;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a push ended on one host.
///
/// @param plan what was to be done
/// @param failure the command that failed, where one did
/// @param left what still differs from the state the result names; empty but for `BETWEEN`
/// @param trouble why the host was lost or could not be verified
public record HostResult(
        String host,
        End end,
        HostPlan plan,
        Optional<Failure> failure,
        List<Step> left,
        Optional<Message> trouble,
        Duration took) {
    public HostResult {
        left = List.copyOf(left);
    }

    /// The states a push can leave a host in.
    public enum End {
        /// There was nothing to do, and nothing was sent.
        UNCHANGED,
        /// As wanted, read back and found equal.
        APPLIED,
        /// As before: the first command failed, so nothing was changed.
        UNTOUCHED,
        /// As before, read back and found equal.
        ROLLED_BACK,
        /// Nothing was sent: the push was interrupted, or another host could not take part.
        NOT_STARTED,
        /// Neither as before nor as wanted, or unknown because the host is lost. The next push or
        /// teardown repairs it.
        BETWEEN
    }

    /// The command that failed.
    ///
    /// @param number from 1
    public record Failure(int number, Step step, int exitCode, String stderr) {}

    public boolean succeeded() {
        return end == End.UNCHANGED || end == End.APPLIED;
    }
}
