package org.vxlab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/// The words of the program: `vxlab` and its commands.
@Command(name = "vxlab", versionProvider = Version.class, sortOptions = false)
final class Commands implements Callable<Integer> {
    private CommandLine line;

    static CommandLine of(Invocation invocation, GlobalOptions options) {
        Commands root = new Commands();
        CommandLine lab =
                new CommandLine(new LabCommand())
                        .addSubcommand(new LabUpCommand(invocation))
                        .addSubcommand(new LabDownCommand(invocation))
                        .addSubcommand(new LabShellCommand(invocation))
                        .addSubcommand(new LabListCommand(invocation))
                        .addSubcommand(new LabServeCommand(invocation));
        root.line =
                new CommandLine(root)
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
        root.line.addMixin("global", options);
        return root.line;
    }

    /// Prints the version; picocli answers it before any command runs.
    @Option(names = "--version", versionHelp = true, descriptionKey = "version")
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
    private void version(boolean wanted) {}

    /// Without words: the help page.
    @Override
    public Integer call() {
        line.usage(line.getOut());
        return ExitCode.DONE.number();
    }
}
