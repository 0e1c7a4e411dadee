package org.vxlab.cli;

import org.vxlab.locallab.LocalLabException;
import org.vxlab.locallab.RunningLab;

import picocli.CommandLine.Command;

import java.util.List;
import java.util.concurrent.Callable;

/// `vxlab lab list`: the built-in labs that run.
@Command(name = "list", sortOptions = false)
final class LabListCommand implements Callable<Integer> {
    private final Invocation invocation;

    LabListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws LocalLabException {
        List<RunningLab> labs = RunningLab.all();
        if (invocation.json()) {
            invocation.json(
                    Json.object(
                            "labs",
                            labs.stream()
                                    .map(
                                            lab ->
                                                    Json.object(
                                                            "lab", lab.name(),
                                                            "hosts", List.copyOf(lab.hosts()),
                                                            "sshConfig", lab.sshConfig()))
                                    .toList()));
        } else if (labs.isEmpty()) {
            invocation.line(invocation.text("cli.lab.none"));
        } else {
            Table table = new Table();
            labs.forEach(
                    lab ->
                            table.row(
                                    invocation.paint().strong(lab.name()),
                                    String.join(", ", lab.hosts())));
            invocation.lines(table.lines(0, invocation.columns()));
        }
        return ExitCode.DONE.number();
    }
}
