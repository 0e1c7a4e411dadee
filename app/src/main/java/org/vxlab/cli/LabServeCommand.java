package org.vxlab.cli;

import org.vxlab.locallab.LocalLabException;
import org.vxlab.locallab.LocalLabServer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/// `vxlab lab serve FILE`: keeps a built-in lab in this process; `lab up` and `apply` start it in
/// the background.
@Command(name = "serve", hidden = true, sortOptions = false)
final class LabServeCommand implements Callable<Integer> {
    private final Invocation invocation;
    @Mixin private final LabFileArgument file = new LabFileArgument();

    @Option(names = "--until-down", hidden = true)
    private boolean untilDown;

    LabServeCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Refusal, LocalLabException, InterruptedException {
        invocation.stopsWhenAsked();
        new LocalLabServer().serve(file.load(invocation), untilDown);
        return ExitCode.DONE.number();
    }
}
