package org.vxlab.iproute;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Some commands that run as one process, in their order; a process per command is what makes a
/// push slow.
///
/// `ip -batch -` and `bridge -batch -` read the commands without their first word, a line each, and
/// stop at the first that fails.
///
/// @param run what to run
/// @param commands what it stands for, one if it is not a batch
public record Batch(Command run, List<Command> commands) {
    /// The tools that take batches, and `-n NAMESPACE`.
    static final Set<String> TOOLS = Set.of("ip", "bridge");

    /// Which line failed, counted from 1 (lib/utils.c, do_batch).
    private static final Pattern FAILED_LINE =
            Pattern.compile("^Command failed -:(\\d{1,9})\\R?", Pattern.MULTILINE);

    /// What has a meaning of its own in a line of a batch (lib/utils.c, makeargs).
    private static final String SPECIAL = "\"'#\\";

    /// What an error message puts in quotes.
    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"'\\s]+)[\"']");

    public Batch {
        commands = List.copyOf(commands);
    }

    /// How a batch ended.
    ///
    /// @param failed index of the command that failed; those before it ran, those after it did not.
    ///   Empty if all ran, or if the tool does not say which: then any number of them ran.
    /// @param stderr what the tool said, without the line that numbers the command
    public record Ending(boolean succeeded, OptionalInt failed, String stderr) {}

    /// Groups commands into the fewest processes that keep their order.
    ///
    /// Commands follow each other in one batch if they are for the same tool and namespace. What
    /// changes the namespace of the process itself (`ip netns`), has other options or its own
    /// input, is another tool, or has a word that the batch language cannot carry (a device may be
    /// called `a#b`), stays alone.
    ///
    /// @param most commands in one batch, so that progress can be seen
    public static List<Batch> group(List<Command> commands, int most) {
        List<Batch> batches = new ArrayList<>();
        List<Command> together = new ArrayList<>();
        for (Command command : commands) {
            boolean fits =
                    !together.isEmpty()
                            && together.size() < most
                            && isLine(command)
                            && isLine(together.getFirst())
                            && tool(command).equals(tool(together.getFirst()));
            if (!fits && !together.isEmpty()) {
                batches.add(of(together));
                together.clear();
            }
            together.add(command);
        }
        if (!together.isEmpty()) {
            batches.add(of(together));
        }
        return List.copyOf(batches);
    }

    private static Batch of(List<Command> commands) {
        Command first = commands.getFirst();
        if (commands.size() == 1) {
            return new Batch(first, commands);
        }
        List<String> argv = new ArrayList<>(tool(first));
        argv.addAll(List.of("-batch", "-"));
        StringBuilder input = new StringBuilder();
        for (Command command : commands) {
            List<String> words =
                    command.argv().subList(tool(command).size(), command.argv().size());
            input.append(String.join(" ", words)).append('\n');
        }
        return new Batch(new Command(argv, input.toString()), commands);
    }

    /// Whether a command can stand in a batch.
    public static boolean isLine(Command command) {
        int words = tool(command).size();
        return TOOLS.contains(command.argv().getFirst())
                && command.input().isEmpty()
                && command.argv().size() > words
                && !command.argv().get(words).startsWith("-")
                && !command.argv().get(words).equals("netns")
                && command.argv().stream().allMatch(Batch::isCarriable);
    }

    /// The tool with its namespace: `ip`, or `ip -n NAME`.
    public static List<String> tool(Command command) {
        List<String> argv = command.argv();
        boolean inNamespace = argv.size() > 2 && argv.get(1).equals("-n");
        return argv.subList(0, inNamespace ? 3 : 1);
    }

    private static boolean isCarriable(String word) {
        // No stream: a push of a large lab looks at a hundred thousand words before it begins.
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isISOControl(c) || Character.isWhitespace(c) || SPECIAL.indexOf(c) >= 0) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    /// Which command failed, from how the process ended.
    ///
    /// Some errors end the tool at once, without a line number: a device or an address that does
    /// not exist. They quote the word that is wrong, and the first command that has it is the one.
    public Ending ending(int exitCode, String stderr) {
        Matcher line = FAILED_LINE.matcher(stderr);
        if (exitCode == 0) {
            return new Ending(true, OptionalInt.empty(), stderr);
        }
        if (commands.size() == 1) {
            return new Ending(false, OptionalInt.of(0), stderr);
        }
        if (line.find()) {
            int index = Integer.parseInt(line.group(1)) - 1;
            boolean known = index >= 0 && index < commands.size();
            return new Ending(
                    false,
                    known ? OptionalInt.of(index) : OptionalInt.empty(),
                    line.replaceAll(""));
        }
        return new Ending(false, firstWithQuotedWord(stderr), stderr);
    }

    private OptionalInt firstWithQuotedWord(String stderr) {
        Matcher quoted = QUOTED.matcher(stderr);
        while (quoted.find()) {
            for (int i = 0; i < commands.size(); i++) {
                if (commands.get(i).argv().contains(quoted.group(1))) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }
}
