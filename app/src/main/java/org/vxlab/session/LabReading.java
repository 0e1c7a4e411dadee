package org.vxlab.session;

import org.vxlab.topology.Lab;

import java.util.List;
import java.util.Optional;

/// What a lab file says, and everything wrong with it.
///
/// @param text the whole file
/// @param lab absent where the file does not describe one; a lab that is there may have errors
///   still, then `problems` holds them
/// @param problems in the order of the file
public record LabReading(String text, Optional<Lab> lab, List<FileProblem> problems) {
    public LabReading {
        problems = List.copyOf(problems);
    }

    /// Whether something must be cured before a push.
    public boolean hasErrors() {
        return problems.stream().anyMatch(FileProblem::isError);
    }

    /// The text with its lab, for editing; absent where the file does not describe one.
    public Optional<LabDocument> document() {
        return lab.map(found -> new LabDocument(text, found));
    }
}
