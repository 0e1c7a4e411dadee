package org.vxlab.plan;

import org.vxlab.kernel.HostState;

import java.util.List;

/// What has to happen on one host.
///
/// @param before what the lab owned there when the plan was made
/// @param wanted what it will own; an empty list of steps is the proof that both are equal
public record HostPlan(String host, List<Step> steps, HostState before, HostState wanted) {
    public HostPlan {
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
