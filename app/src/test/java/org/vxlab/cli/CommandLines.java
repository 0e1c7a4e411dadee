package org.vxlab.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import java.util.List;
import java.util.Optional;

/// The real command line, read but not run.
public final class CommandLines {
    private CommandLines() {}

    /// What is said of every command.
    static List<CommandPage> pages(String language) {
        return CommandPage.of(line(language).getCommandSpec());
    }

    /// What the command line has against some words, which are those behind `vxlab`.
    public static Optional<String> complaint(List<String> words) {
        try {
            line("en").parseArgs(words.toArray(String[]::new));
            return Optional.empty();
        } catch (ParameterException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    private static CommandLine line(String language) {
        Texts texts = Texts.in(Texts.locale(language));
        GlobalOptions options = new GlobalOptions();
        // Nothing is run, so that there need be no terminal.
        CommandLine line =
                Commands.of(
                        new Invocation(TestTerminal.quiet(), options, texts),
                        _ -> false,
                        options,
                        List.of("help"));
        line.setResourceBundle(new UsageTexts(texts));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }
}
