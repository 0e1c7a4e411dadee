package org.vxlab.apply;

import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Step;
import org.vxlab.topology.Message;

import java.time.Duration;

/// What happens while a plan is carried out, host by host and command by command.
public sealed interface PushEvent {
    String host();

    /// The commands are on their way.
    ///
    /// @param rollback whether they undo an earlier, failed push
    record Started(String host, HostPlan plan, boolean rollback) implements PushEvent {}

    /// A command ended well.
    ///
    /// @param number from 1, of `of`
    /// @param took as seen from here; commands of one batch end together and share its time
    record StepDone(String host, int number, int of, Step step, Duration took, boolean rollback)
            implements PushEvent {}

    /// A command failed; none after it ran.
    record StepFailed(
            String host,
            int number,
            int of,
            Step step,
            int exitCode,
            String stderr,
            boolean rollback)
            implements PushEvent {}

    /// The host was lost on the way; it is being reached again to see how far it got.
    record Lost(String host, Message why) implements PushEvent {}

    /// The host is through.
    record Ended(String host, HostResult result) implements PushEvent {}
}
