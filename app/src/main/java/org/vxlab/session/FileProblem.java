package org.vxlab.session;

import org.vxlab.topology.Message;
import org.vxlab.topology.Problem;
import org.vxlab.topology.Problem.Place;
import org.vxlab.topology.Problem.Severity;

/// A problem and where in the file it stands.
///
/// @param line from 1
/// @param column in code points, from 1
public record FileProblem(Problem problem, int line, int column) {

    static FileProblem error(String path, int line, int column, Message what, Message cure) {
        return new FileProblem(
                new Problem(Severity.ERROR, new Place(path), what, cure), line, column);
    }

    public boolean isError() {
        return problem.isError();
    }
}
