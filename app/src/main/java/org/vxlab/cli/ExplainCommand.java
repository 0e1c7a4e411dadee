package org.vxlab.cli;

import org.vxlab.topology.Message;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.concurrent.Callable;

/// `vxlab help [COMMAND...]`: the help page of a command.
@Command(name = "help", sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", descriptionKey = "command")
    private List<String> words = List.of();

    @Override
    public Integer call() throws Refusal {
        CommandLine explained = spec.root().commandLine();
        for (String word : words) {
            CommandLine next = explained.getSubcommands().get(word);
            if (next == null) {
                throw new Refusal(
                        ExitCode.WRONG_USAGE,
                        Message.of("cli.usage.unknown", String.join(" ", words)));
            }
            explained = next;
        }
        explained.usage(explained.getOut());
        return ExitCode.DONE.number();
    }
}
