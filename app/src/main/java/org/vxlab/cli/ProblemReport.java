package org.vxlab.cli;

import org.vxlab.plan.HostProblem;
import org.vxlab.session.FileProblem;
import org.vxlab.topology.Problem.Severity;

import java.nio.file.Path;
import java.util.List;

/// How problems are told: place, severity, what and why, and the cure on a line of its own.
record ProblemReport(Texts texts, Paint paint) {

    /// In the form of compilers, which editors make into links: `file:line:column: error: what`.
    List<String> lines(Path file, FileProblem problem) {
        String place = file + ":" + problem.line() + ":" + problem.column();
        return lines(
                place,
                problem.problem().severity(),
                texts.of(problem.problem().what()),
                texts.of(problem.problem().cure()));
    }

    List<String> lines(HostProblem problem) {
        return lines(
                problem.host(),
                problem.severity(),
                texts.after(problem.host(), problem.what()),
                texts.of(problem.cure()));
    }

    private List<String> lines(String place, Severity severity, String what, String cure) {
        return List.of(
                paint.strong(Texts.visible(place)) + ": " + word(severity) + what,
                "    " + texts.of("cli.cure", cure));
    }

    private String word(Severity severity) {
        return switch (severity) {
            case ERROR -> paint.bad(texts.of("cli.error"));
            case WARNING -> paint.warning(texts.of("cli.warning"));
        };
    }
}
