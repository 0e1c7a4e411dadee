package org.vxlab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

import java.util.concurrent.Callable;

/// The words of the program: `vxlab` and its commands.
@Command(name = "vxlab", versionProvider = Version.class, sortOptions = false)
final class Commands implements Callable<Integer> {
    private final CommandLine line = new CommandLine(this);

    private Commands() {}

    static CommandLine of(Invocation invocation, GlobalOptions options) {
        Commands root = new Commands();
        CommandLine lab =
                new CommandLine(new LabCommand())
                        .addSubcommand(new LabUpCommand(invocation))
                        .addSubcommand(new LabDownCommand(invocation))
                        .addSubcommand(new LabShellCommand(invocation))
                        .addSubcommand(new LabListCommand(invocation))
                        .addSubcommand(new LabServeCommand(invocation));
        root.line
                .addMixin("global", options)
                .addSubcommand(new DemoCommand(invocation))
                .addSubcommand(new CheckCommand(invocation))
                .addSubcommand(new PlanCommand(invocation))
                .addSubcommand(new ApplyCommand(invocation))
                .addSubcommand(new PingCommand(invocation))
                .addSubcommand(new ObserveCommand(invocation))
                .addSubcommand(new DownCommand(invocation))
                .addSubcommand(new CleanCommand(invocation))
                .addSubcommand(lab)
                .addSubcommand(new CompletionCommand(invocation))
                .addSubcommand(new ExplainCommand());
        root.line
                .getCommandSpec()
                .addOption(
                        OptionSpec.builder("--version")
                                .versionHelp(true)
                                .descriptionKey("version")
                                .build());
        return root.line;
    }

    /// Without words: the help page.
    @Override
    public Integer call() {
        line.usage(line.getOut());
        return ExitCode.DONE.number();
    }
}
