package org.vxlab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;

/// The words of the program: `vxlab` and its commands.
@Command(name = "vxlab", versionProvider = Version.class, sortOptions = false)
final class Commands implements Callable<Integer> {
    /// Commands that, as a rule, log in to hosts.
    static final Set<String> CONNECTING =
            Set.of("demo", "plan", "apply", "ping", "observe", "down", "clean", "import");

    private static final String VERSION = "--version";

    /// Commands that speak of all others.
    private static final Set<String> ABOUT_ALL = Set.of("help", "completion", "manual");

    private final CommandLine line = new CommandLine(this);

    private Commands() {}

    /// The command line for some words. Only the commands that occur among them are made: making
    /// one takes milliseconds of every start.
    static CommandLine of(
            Invocation invocation, Screen screen, GlobalOptions options, List<String> words) {
        Map<String, Function<Invocation, Object>> all = all(screen);
        boolean some =
                words.contains(VERSION)
                        || words.stream().anyMatch(all::containsKey)
                                && words.stream().noneMatch(ABOUT_ALL::contains);
        CommandLine line = new Commands().line;
        line.addMixin("global", options);
        all.forEach(
                (name, command) -> {
                    if (!some || words.contains(name)) {
                        line.addSubcommand(command.apply(invocation));
                    }
                });
        line.getCommandSpec()
                .addOption(
                        OptionSpec.builder(VERSION)
                                .versionHelp(true)
                                .descriptionKey("version")
                                .build());
        return line;
    }

    private static Map<String, Function<Invocation, Object>> all(Screen screen) {
        Map<String, Function<Invocation, Object>> all = new LinkedHashMap<>();
        all.put("open", _ -> new OpenCommand(screen));
        all.put("demo", DemoCommand::new);
        all.put("check", CheckCommand::new);
        all.put("plan", PlanCommand::new);
        all.put("apply", ApplyCommand::new);
        all.put("ping", PingCommand::new);
        all.put("observe", ObserveCommand::new);
        all.put("down", DownCommand::new);
        all.put("clean", CleanCommand::new);
        all.put("export", ExportCommand::new);
        all.put("import", ImportCommand::new);
        all.put("lab", Commands::lab);
        all.put("completion", CompletionCommand::new);
        all.put("manual", ManualCommand::new);
        all.put("help", _ -> new ExplainCommand());
        return all;
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
