package org.vxlab.ui;

import org.vxlab.apply.HostResult;
import org.vxlab.apply.PushEvent;
import org.vxlab.plan.HostPlan;

import java.util.Optional;

/// How far a push is on one host.
///
/// @param plan what is being done
/// @param done commands of it that ended well
/// @param rollback whether it is being undone, or was
/// @param failed the command that failed
/// @param result how it ended; absent while it runs
public record HostProgress(
        HostPlan plan,
        int done,
        boolean rollback,
        Optional<PushEvent.StepFailed> failed,
        Optional<HostResult> result) {

    /// The progress of a host of which `event` is the first that is told.
    static HostProgress first(PushEvent event) {
        return switch (event) {
            case PushEvent.Started(_, HostPlan plan, _) -> at(plan, Optional.empty());
            case PushEvent.Ended(_, HostResult result) -> ended(result);
            case PushEvent.StepDone _, PushEvent.StepFailed _, PushEvent.Lost _ ->
                    throw new IllegalArgumentException("nothing of the push was told before");
        };
    }

    /// The progress after one more event of the same host.
    HostProgress after(PushEvent event) {
        return switch (event) {
            case PushEvent.Started(_, _, boolean undoing) ->
                    new HostProgress(plan, done, undoing, failed, Optional.empty());
            case PushEvent.StepDone step ->
                    step.rollback()
                            ? this
                            : new HostProgress(plan, step.number(), rollback, failed, result);
            case PushEvent.StepFailed step ->
                    step.rollback()
                            ? this
                            : new HostProgress(plan, done, rollback, Optional.of(step), result);
            case PushEvent.Lost _ -> this;
            case PushEvent.Ended(_, HostResult ended) ->
                    new HostProgress(plan, done, rollback, failed, Optional.of(ended));
        };
    }

    /// The progress of a host of which nothing but the end is told.
    static HostProgress ended(HostResult result) {
        return at(result.plan(), Optional.of(result));
    }

    private static HostProgress at(HostPlan plan, Optional<HostResult> result) {
        return new HostProgress(plan, 0, false, Optional.empty(), result);
    }
}
