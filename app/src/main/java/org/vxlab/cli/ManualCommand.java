package org.vxlab.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// `vxlab manual`: the manual page, for packages.
@Command(name = "manual", hidden = true, sortOptions = false)
final class ManualCommand implements Callable<Integer> {
    private final Invocation invocation;
    @Spec private CommandSpec spec;

    ManualCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation
                .terminal()
                .out()
                .print(
                        ManPage.of(
                                CommandPage.of(spec.root()),
                                invocation.texts(),
                                new Version().getVersion()[0]));
        return ExitCode.DONE.number();
    }
}
