package org.vxlab.cli;

import org.vxlab.discover.Discovered;
import org.vxlab.discover.Finding;
import org.vxlab.session.FileProblem;
import org.vxlab.session.LabFile;
import org.vxlab.session.LabReading;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes the lab that was imported, and says what there is to say about it.
final class ImportOutput {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final Invocation invocation;
    private final Optional<Path> out;
    private final boolean force;

    /// @throws Refusal where the file is there already
    ImportOutput(Invocation invocation, Optional<Path> out, boolean force) throws Refusal {
        this.invocation = invocation;
        this.out = out;
        this.force = force;
        if (out.isPresent()) {
            mayWrite(out.get());
        }
    }

    private void mayWrite(Path file) throws Refusal {
        if (!file.equals(STANDARD_OUTPUT)
                && !force
                && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal(ExitCode.WRONG_USAGE, Message.of("cli.import.exists", file));
        }
    }

    ExitCode write(Discovered discovered) throws Refusal {
        Lab lab = discovered.lab();
        if (discovered.isEmpty()) {
            return nothing(discovered);
        }
        Path file = out.orElse(Path.of(lab.name() + LabFile.SUFFIX));
        mayWrite(file);
        String text = LabFile.print(lab);
        boolean toScreen = file.equals(STANDARD_OUTPUT);
        if (!toScreen) {
            save(file, text);
        }
        LabReading reading = LabFile.read(text);
        boolean wrong = reading.hasErrors() || !discovered.of(Finding.Kind.WRONG).isEmpty();
        ExitCode code = wrong ? ExitCode.NOT_AS_IT_SHOULD_BE : ExitCode.DONE;
        if (invocation.json()) {
            invocation.json(json(discovered, reading, file, code));
            return code;
        }
        Consumer<String> line = toScreen ? invocation::errorLine : invocation::line;
        Paint paint = toScreen ? invocation.errorPaint() : invocation.paint();
        findings(discovered, paint).forEach(line);
        ProblemReport problems = new ProblemReport(invocation.texts(), paint);
        for (FileProblem problem : reading.problems()) {
            problems.lines(file, problem).forEach(line);
        }
        if (toScreen) {
            invocation.terminal().out().print(text);
        } else {
            line.accept(
                    invocation.text(
                            wrong ? "cli.import.done-wrong" : "cli.import.done",
                            file,
                            lab.name(),
                            lab.hosts().size(),
                            lab.segments().size()));
        }
        return code;
    }

    private List<String> findings(Discovered discovered, Paint paint) {
        return new FindingReport(invocation.texts(), paint).lines(discovered.findings());
    }

    private ExitCode nothing(Discovered discovered) {
        ExitCode code = ExitCode.NOT_AS_IT_SHOULD_BE;
        Message verdict = Message.of("cli.import.nothing");
        if (invocation.json()) {
            FindingJson findings = new FindingJson(invocation.texts());
            invocation.json(
                    Json.object(
                            "lab",
                            Optional.empty(),
                            "findings",
                            discovered.findings().stream().map(findings::of).toList(),
                            "error",
                            JsonError.of(code, invocation.texts().of(verdict))));
        } else {
            findings(discovered, invocation.errorPaint()).forEach(invocation::errorLine);
            invocation.complain(verdict);
        }
        return code;
    }

    private void save(Path file, String text) throws Refusal {
        try {
            LabFile.save(file, text);
        } catch (IOException e) {
            throw Unwritable.refusal("cli.import.unwritable", file, e);
        }
    }

    private Map<String, Object> json(
            Discovered discovered, LabReading reading, Path file, ExitCode code) {
        Lab lab = discovered.lab();
        boolean toScreen = file.equals(STANDARD_OUTPUT);
        FindingJson findings = new FindingJson(invocation.texts());
        ProblemJson problems = new ProblemJson(invocation.texts());
        Map<String, Object> document =
                Json.object(
                        "lab",
                        lab.name(),
                        "file",
                        toScreen ? Optional.empty() : file,
                        "text",
                        toScreen ? reading.text() : Optional.empty(),
                        "hosts",
                        new ArrayList<>(lab.hosts().stream().map(host -> host.name()).toList()),
                        "segments",
                        lab.segments().stream().map(segment -> segment.shownName()).toList(),
                        "findings",
                        discovered.findings().stream().map(findings::of).toList(),
                        "problems",
                        reading.problems().stream().map(problems::of).toList());
        if (code != ExitCode.DONE) {
            document.put(
                    "error",
                    JsonError.of(
                            code,
                            invocation.text(
                                    "cli.import.done-wrong",
                                    file,
                                    lab.name(),
                                    lab.hosts().size(),
                                    lab.segments().size())));
        }
        return document;
    }
}
