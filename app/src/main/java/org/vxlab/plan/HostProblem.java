package org.vxlab.plan;

import org.vxlab.topology.Message;
import org.vxlab.topology.Problem.Severity;

/// Something about a host that stands in the way of a push, found before anything is changed.
///
/// @param severity an error stops the push on all hosts; a warning does not
/// @param what what is wrong and why
/// @param cure what to do about it
public record HostProblem(String host, Severity severity, Message what, Message cure) {
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
