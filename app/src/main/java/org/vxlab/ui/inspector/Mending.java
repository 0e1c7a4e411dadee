package org.vxlab.ui.inspector;

import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Message;
import org.vxlab.topology.Problem;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An edit that puts a problem right, for those who show problems elsewhere than beside the
/// property they stand at.
///
/// @param label of the button
public record Mending(Message label, LabEdit edit) {
    /// Trying edits on more hosts than this would hold up the list of problems.
    private static final int MOST_HOSTS = 100;

    /// @param all problems of the lab
    /// @param things the problem is about; none where it is about the lab as a whole
    public static Optional<Mending> of(
            Lab lab, List<Problem> all, Problem problem, Set<Thing> things) {
        if (lab.hosts().size() > MOST_HOSTS) {
            return Optional.empty();
        }
        Cures cures = new Cures(lab, all);
        Optional<Property> property =
                Pages.of(lab, things, all, Desk.Mode.DESIGN)
                        .properties()
                        .filter(one -> one.path().equals(problem.place().path()))
                        .findFirst();
        return cures.of(problem, property)
                .map(one -> new Mending(one.label(), one.change().edit()));
    }
}
