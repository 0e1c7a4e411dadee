package org.vxlab.cli;

import org.vxlab.locallab.LocalLabException;
import org.vxlab.locallab.RunningLab;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.Optional;
import java.util.concurrent.Callable;

/// `vxlab lab down [NAME]`: ends a running built-in lab with everything in it.
@Command(name = "down", sortOptions = false)
final class LabDownCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "lab-name")
    private Optional<String> name = Optional.empty();

    LabDownCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws LocalLabException, Refusal {
        RunningLab lab = RunningLabs.find(name);
        lab.stop();
        if (invocation.json()) {
            invocation.json(Json.object("lab", lab.name(), "ended", true));
        } else {
            invocation.line(invocation.text("cli.lab.down", lab.name()));
        }
        return ExitCode.DONE.number();
    }
}
