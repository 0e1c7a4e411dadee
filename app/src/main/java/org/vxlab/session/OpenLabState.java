package org.vxlab.session;

import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;
import org.vxlab.topology.Problem;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The open lab at one moment.
///
/// @param problems of the lab, as last looked for
/// @param checked whether they are those of the lab as it is now; newer ones follow if not
/// @param file absent for a lab never saved
/// @param dirty whether the file does not have this lab
/// @param trouble why the newest changes are in no side file; absent when they are, or will be
public record OpenLabState(
        OpenLabHistory history,
        List<Problem> problems,
        boolean checked,
        Optional<Path> file,
        boolean dirty,
        Optional<Message> trouble) {
    public OpenLabState {
        problems = List.copyOf(problems);
    }

    public Lab lab() {
        return history.lab();
    }

    OpenLabState withHistory(OpenLabHistory changed, boolean nowDirty, boolean nowChecked) {
        return new OpenLabState(changed, problems, nowChecked, file, nowDirty, trouble);
    }

    OpenLabState withProblems(List<Problem> found) {
        return new OpenLabState(history, found, true, file, dirty, trouble);
    }

    OpenLabState withFile(Path changed, boolean nowDirty) {
        return new OpenLabState(
                history, problems, checked, Optional.of(changed), nowDirty, trouble);
    }

    OpenLabState withTrouble(Optional<Message> changed) {
        return new OpenLabState(history, problems, checked, file, dirty, changed);
    }
}
