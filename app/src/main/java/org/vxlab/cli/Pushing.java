package org.vxlab.cli;

import org.vxlab.apply.HostResult;
import org.vxlab.apply.HostSurvey;
import org.vxlab.apply.LabPush;
import org.vxlab.apply.LabPush.OnFailure;
import org.vxlab.apply.PushEvent;
import org.vxlab.plan.HostPlan;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Carries plans out in front of a person: shows how far it is, and lets them stop it so that no
/// host is left between.
final class Pushing {
    private final Invocation invocation;
    private final boolean everyCommand;

    Pushing(Invocation invocation) {
        this(invocation, true);
    }

    /// @param everyCommand whether to print a line a command where nothing can be redrawn
    Pushing(Invocation invocation, boolean everyCommand) {
        this.invocation = invocation;
        this.everyCommand = everyCommand;
    }

    /// Pushes.
    ///
    /// @param push makes the push, given who is told its events
    List<HostResult> run(
            Function<Consumer<PushEvent>, LabPush> push, List<HostPlan> plans, OnFailure onFailure)
            throws InterruptedException {
        try (PushProgress progress = new PushProgress(invocation, everyCommand)) {
            LabPush under = push.apply(progress);
            try (var _ = invocation.terminal().interrupts().on(() -> stop(under))) {
                return under.run(plans, onFailure);
            }
        }
    }

    private void stop(LabPush push) {
        push.stop();
        invocation.note("cli.push.stopping");
    }

    /// The plans of the hosts that can be pushed to.
    static List<HostPlan> plans(List<HostSurvey> surveys) {
        return surveys.stream()
                .filter(HostSurvey.Read.class::isInstance)
                .map(HostSurvey.Read.class::cast)
                .filter(HostSurvey.Read::isReady)
                .map(HostSurvey.Read::plan)
                .toList();
    }
}
