package org.vxlab.cli;

import org.vxlab.topology.Message;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/// `vxlab lab ...`: the built-in lab on its own.
@Command(name = "lab", sortOptions = false)
final class LabCommand implements Callable<Integer> {

    /// Only a group: one of its commands must follow.
    @Override
    public Integer call() throws Refusal {
        throw new Refusal(
                ExitCode.WRONG_USAGE, Message.of("cli.usage.missing", "up|down|shell|list"));
    }
}
