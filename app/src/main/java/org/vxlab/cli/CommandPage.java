package org.vxlab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// What is to be said of one command, in one language: the manual and the documentation write it.
///
/// @param name with those of the commands above it, such as `vxlab lab up`
/// @param about what it does, a sentence
/// @param synopsis the command with its own options and words
/// @param words what it works on
/// @param options its own; of `vxlab` itself those of every command
/// @param examples each a command line, without what is said below them
/// @param notes what is said below the examples
record CommandPage(
        String name,
        String about,
        String synopsis,
        List<Argument> words,
        List<Argument> options,
        List<String> examples,
        List<String> notes) {

    /// An option or a word, as it is written and what it means.
    record Argument(String written, String meaning) {}

    CommandPage {
        words = List.copyOf(words);
        options = List.copyOf(options);
        examples = List.copyOf(examples);
        notes = List.copyOf(notes);
    }

    /// The pages of a command and of all commands below it that are not hidden, in their order.
    static List<CommandPage> of(CommandSpec command) {
        List<CommandPage> pages = new ArrayList<>();
        pages.add(page(command));
        // A command with several names is one command.
        for (CommandLine below : new LinkedHashSet<>(command.subcommands().values())) {
            if (!below.getCommandSpec().usageMessage().hidden()) {
                pages.addAll(of(below.getCommandSpec()));
            }
        }
        return pages;
    }

    private static CommandPage page(CommandSpec command) {
        List<OptionSpec> own =
                command.options().stream().filter(o -> !o.inherited() && !o.hidden()).toList();
        List<PositionalParamSpec> words =
                command.positionalParameters().stream().filter(w -> !w.hidden()).toList();
        List<String> footer =
                Stream.of(command.usageMessage().footer())
                        .flatMap(text -> text.replace("%n", "\n").lines())
                        .toList();
        return new CommandPage(
                command.qualifiedName(),
                String.join(" ", command.usageMessage().header()),
                synopsis(command, own, words),
                words.stream().map(w -> argument(label(w), w)).toList(),
                own.stream().map(o -> argument(written(o), o)).toList(),
                footer.stream().filter(CommandPage::isExample).map(String::strip).toList(),
                footer.stream().filter(line -> !isExample(line)).toList());
    }

    private static String synopsis(
            CommandSpec command, List<OptionSpec> own, List<PositionalParamSpec> words) {
        StringBuilder text = new StringBuilder(command.qualifiedName());
        if (command.parent() == null) {
            return text.append(" COMMAND").toString();
        }
        own.forEach(o -> text.append(" [").append(o.longestName()).append(value(o)).append(']'));
        words.forEach(w -> text.append(' ').append(label(w)));
        if (!command.subcommands().isEmpty()) {
            text.append(" COMMAND");
        }
        return text.toString();
    }

    /// In the help pages examples are set in by two columns.
    private static boolean isExample(String line) {
        return line.startsWith("  ");
    }

    private static Argument argument(String written, ArgSpec argument) {
        return new Argument(written, String.join(" ", argument.description()));
    }

    private static String written(OptionSpec option) {
        return String.join(", ", option.names()) + value(option);
    }

    private static String value(OptionSpec option) {
        return option.arity().max() == 0 ? "" : " " + option.paramLabel();
    }

    private static String label(PositionalParamSpec word) {
        String label = word.paramLabel() + (word.arity().max() > 1 ? "..." : "");
        return word.arity().min() == 0 ? "[" + label + "]" : label;
    }
}
