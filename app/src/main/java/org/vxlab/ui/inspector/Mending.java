package org.vxlab.ui.inspector;

import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Message;
import org.vxlab.topology.Problem;
import org.vxlab.topology.Thing;

import java.util.List;
import java.util.Optional;

/// An edit that puts a problem right, for those who show problems elsewhere than beside the
/// property they stand at.
///
/// @param label of the button
public record Mending(Message label, LabEdit edit) {
    /// Trying edits on more hosts than this would hold up the list of problems.
    private static final int MOST_HOSTS = 100;

    /// @param all problems of the lab
    /// @param things the problem is about
    public static Optional<Mending> of(
            Lab lab, List<Problem> all, Problem problem, Iterable<Thing> things) {
        if (lab.hosts().size() > MOST_HOSTS) {
            return Optional.empty();
        }
        Cures cures = new Cures(lab, all);
        for (Thing thing : things) {
            Optional<Property> property =
                    Pages.page(lab, thing).stream()
                            .flatMap(Page::properties)
                            .filter(one -> one.path().equals(problem.place().path()))
                            .findFirst();
            Optional<Cure> cure = cures.of(problem, property);
            if (cure.isPresent()) {
                return cure.map(one -> new Mending(one.label(), one.change().edit()));
            }
        }
        return Optional.empty();
    }
}
