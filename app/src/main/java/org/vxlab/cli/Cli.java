package org.vxlab.cli;

import org.vxlab.locallab.LocalLabException;
import org.vxlab.session.SshAccess;
import org.vxlab.topology.Message;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The command line: words in, an exit code out.
public final class Cli {
    /// A little less than terminals have: picocli is some columns off with Chinese texts.
    private static final int HELP_COLUMNS = 77;

    /// The longest option with its value.
    private static final int HELP_OPTIONS = 36;

    private final Terminal terminal;
    private final Screen screen;

    public Cli(Terminal terminal, Screen screen) {
        this.terminal = terminal;
        this.screen = screen;
    }

    /// Carries out a command on the calling thread.
    ///
    /// @return the exit code, see [ExitCode]
    public int run(String... words) {
        if (Stream.of(words).anyMatch(Commands.CONNECTING::contains)) {
            SshAccess.getReady();
        }
        Run run = new Run(words);
        try {
            return run.execute();
        } finally {
            run.invocation.close();
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /// A start without words where no window can be shown: says so, and does the demo here.
    ///
    /// @return the exit code of the demo
    public int runWithoutDisplay() {
        Texts texts = Texts.in(Texts.locale(terminal.environment()));
        terminal.err().println(texts.of("cli.no-display"));
        return run("demo");
    }

    /// One run with its words.
    private final class Run {
        private final String[] words;
        private final Texts texts;
        private final GlobalOptions options = new GlobalOptions();
        private final Invocation invocation;

        Run(String[] words) {
            this.words = words;
            this.texts = Texts.in(language(words));
            this.invocation = new Invocation(terminal, options, texts);
        }

        int execute() {
            CommandLine line = Commands.of(invocation, screen, options, List.of(words));
            line.setResourceBundle(new UsageTexts(texts));
            line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
            line.setUsageHelpWidth(HELP_COLUMNS);
            line.setUsageHelpLongOptionsMaxWidth(HELP_OPTIONS);
            line.setCaseInsensitiveEnumValuesAllowed(true);
            line.setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()));
            line.setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()));
            line.setParameterExceptionHandler((wrong, _) -> misused(wrong));
            line.setExecutionExceptionHandler((failure, _, _) -> failed(failure));
            line.setExecutionStrategy(
                    parsed -> {
                        try {
                            if (options.debug.isPresent()) {
                                DebugLog.write(options.debug.get(), words);
                            }
                        } catch (IOException e) {
                            return report(
                                    ExitCode.WRONG_USAGE,
                                    Unwritable.message(
                                            "cli.debug.unwritable", options.debug.get(), e),
                                    Map.of());
                        }
                        return new CommandLine.RunLast().execute(parsed);
                    });
            return line.execute(words);
        }

        private int misused(ParameterException wrong) {
            String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
            Message what = misuse(wrong);
            // The options may not have been parsed up to --json.
            if (options.json || List.of(words).contains(GlobalOptions.JSON)) {
                reportAsJson(ExitCode.WRONG_USAGE, what, Map.of());
            } else {
                invocation.complain(what);
                invocation.errorLine(texts.of("cli.usage.see", name));
            }
            return ExitCode.WRONG_USAGE.number();
        }

        private Message misuse(ParameterException wrong) {
            return switch (wrong) {
                case UnmatchedArgumentException unknown ->
                        Message.of("cli.usage.unknown", String.join(" ", unknown.getUnmatched()));
                case MissingParameterException missing when !missing.getMissing().isEmpty() ->
                        Message.of(
                                "cli.usage.missing", missing.getMissing().getFirst().paramLabel());
                case ParameterException other
                        when other.getArgSpec() != null && other.getValue() != null ->
                        Message.of(
                                "cli.usage.value",
                                other.getValue(),
                                other.getArgSpec().isOption()
                                        ? ((CommandLine.Model.OptionSpec) other.getArgSpec())
                                                .longestName()
                                        : other.getArgSpec().paramLabel(),
                                other.getArgSpec().paramLabel());
                case ParameterException other ->
                        Message.of("cli.usage.other", String.valueOf(other.getMessage()));
            };
        }

        private int failed(Exception failure) {
            return switch (failure) {
                case Refusal refusal -> report(refusal.code(), refusal.text(), refusal.details());
                case LocalLabException lab -> report(ExitCode.NOT_REACHED, lab.text(), Map.of());
                case InterruptedException _ ->
                        report(ExitCode.INTERRUPTED, Message.of("cli.interrupted"), Map.of());
                default -> {
                    DebugLog.mistake(failure);
                    yield report(
                            ExitCode.INTERNAL,
                            Message.of(
                                    options.debug.isPresent()
                                            ? "cli.internal.logged"
                                            : "cli.internal",
                                    failure.getClass().getSimpleName(),
                                    String.valueOf(failure.getMessage()),
                                    options.debug.map(Object::toString).orElse("")),
                            Map.of());
                }
            };
        }

        private int report(ExitCode code, Message what, Map<String, Object> details) {
            if (options.json) {
                reportAsJson(code, what, details);
            } else {
                invocation.complain(what);
            }
            return code.number();
        }

        private void reportAsJson(ExitCode code, Message what, Map<String, Object> details) {
            Map<String, Object> error = JsonError.of(code, texts.of(what));
            error.putAll(details);
            invocation.json(Json.object("error", error));
        }

        private Locale language(String[] words) {
            for (int i = 0; i < words.length; i++) {
                String[] parts = words[i].split("=", 2);
                if (parts[0].equals(GlobalOptions.LANG)) {
                    String value =
                            parts.length == 2 ? parts[1] : i + 1 < words.length ? words[i + 1] : "";
                    return Texts.locale(value);
                }
            }
            return Texts.locale(terminal.environment());
        }
    }
}
