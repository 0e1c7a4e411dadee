package org.vxlab.apply;

import org.vxlab.kernel.HostState;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.HostProblem;
import org.vxlab.topology.Message;

import java.util.List;

/// What was found on one host before a push.
public sealed interface HostSurvey {
    String host();

    /// The host was read.
    ///
    /// @param plan what would have to happen; without steps where an error stands in the way
    /// @param state the whole host, foreign things among it
    record Read(String host, HostPlan plan, HostState state, List<HostProblem> problems)
            implements HostSurvey {
        public Read {
            problems = List.copyOf(problems);
        }

        public boolean isReady() {
            return problems.stream().noneMatch(HostProblem::isError);
        }
    }

    /// The host could not be reached or read.
    ///
    /// @param why what happened and what to do
    record Away(String host, Message why) implements HostSurvey {}
}
