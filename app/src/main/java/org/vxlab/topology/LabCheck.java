package org.vxlab.topology;

import java.util.List;

/// Finds everything wrong with a lab before any host is touched.
public final class LabCheck {
    private LabCheck() {}

    /// All problems, in the order of the file; a lab without errors can be resolved and planned.
    public static List<Problem> problems(Lab lab) {
        return List.of();
    }
}
