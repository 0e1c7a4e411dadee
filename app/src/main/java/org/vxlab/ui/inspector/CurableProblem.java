package org.vxlab.ui.inspector;

import org.vxlab.topology.Problem;

import java.util.Optional;

/// A problem, and the edit that puts it right where there is one.
record CurableProblem(Problem problem, Optional<Cure> cure) {
    /// The same where nothing can be edited.
    CurableProblem uncured() {
        return new CurableProblem(problem, Optional.empty());
    }
}
