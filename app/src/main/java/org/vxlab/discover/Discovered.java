package org.vxlab.discover;

import org.vxlab.topology.Lab;

import java.util.List;

/// The lab that was made out of what was found, and everything that has to be said about it.
///
/// @param lab opens in any case; what is wrong with it as a lab, `LabCheck` says
public record Discovered(Lab lab, List<Finding> findings) {
    public Discovered {
        findings = List.copyOf(findings);
    }

    /// Whether there was nothing to make a lab of.
    public boolean isEmpty() {
        return lab.hosts().isEmpty();
    }

    /// The findings of one kind, in their order.
    public List<Finding> of(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }
}
