package org.vxlab.session;

import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;
import org.vxlab.topology.Problem;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The open lab at one moment.
///
/// @param problems of the lab as it is now
/// @param file absent for a lab never saved
/// @param dirty whether the file does not have this lab
/// @param trouble why the newest changes are in no side file; absent when they are, or will be
public record OpenLabState(
        OpenLabHistory history,
        List<Problem> problems,
        Optional<Path> file,
        boolean dirty,
        Optional<Message> trouble) {
    public OpenLabState {
        problems = List.copyOf(problems);
    }

    public Lab lab() {
        return history.lab();
    }
}
