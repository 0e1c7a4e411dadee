package org.vxlab.cli;

import org.vxlab.session.FileProblem;
import org.vxlab.session.LabFile;
import org.vxlab.session.LabReading;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/// The lab file a command works on; `-` is the standard input.
final class LabFileArgument {
    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    Path path() {
        return file;
    }

    /// Whether a path stands for the standard input, which can be read once and by nobody else.
    static boolean isStandardInput(Path file) {
        return file.toString().equals(TextSource.STANDARD_INPUT);
    }

    /// Refuses the standard input, where the lab is not only read here.
    void mustBeFile() throws Refusal {
        if (isStandardInput(file)) {
            throw unreadable("cli.file.not-from-input");
        }
    }

    /// Reads the file, whatever is wrong in it.
    LabReading read(Invocation invocation) throws Refusal {
        if (file.toString().isEmpty()) {
            throw unreadable("cli.file.nameless");
        }
        if (Files.isDirectory(file)) {
            throw unreadable("cli.file.folder");
        }
        try {
            return isStandardInput(file)
                    ? LabFile.read(invocation.terminal().in().readNBytes(LabFile.MAX_BYTES + 1))
                    : LabFile.read(file);
        } catch (NoSuchFileException e) {
            throw unreadable("cli.file.missing");
        } catch (AccessDeniedException e) {
            throw unreadable("cli.file.forbidden");
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    Message.of("cli.file.unreadable", file, String.valueOf(e.getMessage())),
                    e);
        }
    }

    /// Reads the file and refuses a lab with errors, which are printed.
    ResolvedLab load(Invocation invocation) throws Refusal {
        return ResolvedLab.of(accepted(invocation, FileProblem::isError));
    }

    /// The same for those who are about to use what is drawn: warnings are printed too.
    ResolvedLab loadWithWarnings(Invocation invocation) throws Refusal {
        return ResolvedLab.of(loadDrawnWithWarnings(invocation));
    }

    /// The same as it was drawn, with its layout.
    Lab loadDrawnWithWarnings(Invocation invocation) throws Refusal {
        return accepted(invocation, _ -> true);
    }

    private Lab accepted(Invocation invocation, Predicate<FileProblem> isTold) throws Refusal {
        LabReading reading = read(invocation);
        List<FileProblem> told = reading.problems().stream().filter(isTold).toList();
        ProblemReport report = new ProblemReport(invocation.texts(), invocation.errorPaint());
        ProblemJson problems = new ProblemJson(invocation.texts());
        if (!invocation.json()) {
            told.forEach(problem -> report.lines(file, problem).forEach(invocation::errorLine));
        }
        if (reading.lab().isEmpty() || reading.hasErrors()) {
            throw new Refusal(
                    ExitCode.of(reading),
                    Message.of("cli.file.refused", file),
                    Json.object(
                            "file", file, "problems", told.stream().map(problems::of).toList()));
        }
        return reading.lab().get();
    }

    private Refusal unreadable(String key) {
        return new Refusal(ExitCode.WRONG_USAGE, Message.of(key, file));
    }
}
