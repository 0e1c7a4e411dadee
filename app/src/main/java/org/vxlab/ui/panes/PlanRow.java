package org.vxlab.ui.panes;

import org.vxlab.plan.HostPlan;
import org.vxlab.plan.HostProblem;
import org.vxlab.plan.Step;
import org.vxlab.topology.Message;
import org.vxlab.topology.Thing;
import org.vxlab.ui.HostProgress;

import java.util.Optional;
import java.util.Set;

/// A line of the plan.
sealed interface PlanRow {
    String host();

    /// What on the drawing it belongs to.
    Set<Thing> things();

    /// How far a command has come.
    enum Progress {
        WAITING,
        DONE,
        FAILED,
        /// Undone again, or never run because one before it failed.
        UNDONE
    }

    /// The head of a host.
    ///
    /// @param progress absent while nothing was pushed to it
    record Head(HostPlan plan, Optional<HostProgress> progress, Set<Thing> things)
            implements PlanRow {
        @Override
        public String host() {
            return plan.host();
        }
    }

    /// A command.
    record Command(String host, int number, Step step, Progress progress, Set<Thing> things)
            implements PlanRow {}

    /// What a failed command said.
    record Failure(String host, int exitCode, String stderr, Set<Thing> things)
            implements PlanRow {}

    /// Something about a host that stands in the way.
    record Obstacle(HostProblem problem, Set<Thing> things) implements PlanRow {
        @Override
        public String host() {
            return problem.host();
        }
    }

    /// A host that could not be reached, or was lost.
    record Away(String host, Message why, Set<Thing> things) implements PlanRow {}
}
