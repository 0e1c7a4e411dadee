package org.vxlab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// The words of the program: `vxlab` and its commands.
@Command(name = "vxlab", versionProvider = Version.class, sortOptions = false)
final class Commands implements Callable<Integer> {
    private static final String COMPLETION = "completion";
    private static final String HELP = "help";

    private final CommandLine line = new CommandLine(this);

    private Commands() {}

    /// Where the first word names a command it is the only one prepared: preparing all of them
    /// takes longer than everything else before a command runs.
    static CommandLine of(Invocation invocation, GlobalOptions options, String... words) {
        Map<String, Supplier<Object>> commands = commands(invocation);
        String first = words.length > 0 ? words[0] : "";
        boolean speaksOfOthers = Set.of(COMPLETION, HELP).contains(first);
        if (commands.containsKey(first) && !speaksOfOthers) {
            commands.keySet().retainAll(Set.of(first));
        }
        Commands root = new Commands();
        root.line.addMixin("global", options);
        commands.forEach((name, command) -> root.line.addSubcommand(name, command.get()));
        root.line
                .getCommandSpec()
                .addOption(
                        OptionSpec.builder("--version")
                                .versionHelp(true)
                                .descriptionKey("version")
                                .build());
        return root.line;
    }

    private static Map<String, Supplier<Object>> commands(Invocation invocation) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("demo", () -> new DemoCommand(invocation));
        commands.put("check", () -> new CheckCommand(invocation));
        commands.put("plan", () -> new PlanCommand(invocation));
        commands.put("apply", () -> new ApplyCommand(invocation));
        commands.put("ping", () -> new PingCommand(invocation));
        commands.put("observe", () -> new ObserveCommand(invocation));
        commands.put("down", () -> new DownCommand(invocation));
        commands.put("clean", () -> new CleanCommand(invocation));
        commands.put("lab", () -> lab(invocation));
        commands.put(COMPLETION, () -> new CompletionCommand(invocation));
        commands.put(HELP, ExplainCommand::new);
        return commands;
    }

    private static CommandLine lab(Invocation invocation) {
        return new CommandLine(new LabCommand())
                .addSubcommand(new LabUpCommand(invocation))
                .addSubcommand(new LabDownCommand(invocation))
                .addSubcommand(new LabShellCommand(invocation))
                .addSubcommand(new LabListCommand(invocation))
                .addSubcommand(new LabServeCommand(invocation));
    }

    /// Without words: the help page.
    @Override
    public Integer call() {
        line.usage(line.getOut());
        return ExitCode.DONE.number();
    }
}
