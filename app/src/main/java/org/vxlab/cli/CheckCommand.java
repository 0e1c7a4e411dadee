package org.vxlab.cli;

import org.vxlab.session.FileProblem;
import org.vxlab.session.LabFile;
import org.vxlab.session.LabReading;
import org.vxlab.topology.ResolvedLab;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// `vxlab check FILE`: everything wrong with a lab file, all at once.
@Command(name = "check", sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Invocation invocation;
    @Mixin private final LabFileArgument file = new LabFileArgument();

    @Option(names = "--resolved", descriptionKey = "resolved")
    private boolean resolved;

    CheckCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Refusal {
        LabReading reading = file.read(invocation);
        ExitCode code = ExitCode.of(reading);
        Optional<ResolvedLab> lab =
                reading.hasErrors() ? Optional.empty() : reading.lab().map(ResolvedLab::of);
        if (invocation.json()) {
            invocation.json(json(reading, lab, code));
        } else if (resolved) {
            // The lab itself is the result, so that it can be sent to a file.
            print(reading, invocation::errorLine, invocation.errorPaint());
            lab.ifPresent(whole -> invocation.terminal().out().print(LabFile.printResolved(whole)));
        } else {
            print(reading, invocation::line, invocation.paint());
            invocation.line(summary(reading, lab));
        }
        return code.number();
    }

    private void print(LabReading reading, Consumer<String> line, Paint paint) {
        ProblemReport report = new ProblemReport(invocation.texts(), paint);
        for (FileProblem problem : reading.problems()) {
            report.lines(file.path(), problem).forEach(line);
        }
    }

    private String summary(LabReading reading, Optional<ResolvedLab> lab) {
        long errors = reading.problems().stream().filter(FileProblem::isError).count();
        long warnings = reading.problems().size() - errors;
        return lab.map(
                        whole ->
                                invocation.text(
                                        warnings == 0 ? "cli.check.good" : "cli.check.warnings",
                                        file.path(),
                                        whole.name(),
                                        whole.hosts().size(),
                                        whole.segments().size(),
                                        warnings))
                .orElseGet(() -> invocation.text("cli.check.bad", file.path(), errors, warnings));
    }

    private Map<String, Object> json(LabReading reading, Optional<ResolvedLab> lab, ExitCode code) {
        ProblemJson problems = new ProblemJson(invocation.texts());
        Map<String, Object> document =
                Json.object(
                        "file", file.path(),
                        "lab", lab.map(ResolvedLab::name),
                        "valid", code == ExitCode.DONE,
                        "problems", reading.problems().stream().map(problems::of).toList());
        if (resolved) {
            document.put("resolved", lab.map(LabFile::printResolved));
        }
        return document;
    }
}
