package org.vxlab.iproute;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A command for a host: its words, and what it reads on its standard input.
///
/// The words are data. Only `remote` turns them into shell text, quoting each once.
///
/// @param input the whole standard input; empty for none
public record Command(List<String> argv, String input) {
    /// Words that mean themselves when typed into a shell.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

    public Command {
        argv = List.copyOf(argv);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("a command has at least one word");
        }
    }

    public static Command of(String... argv) {
        return new Command(List.of(argv), "");
    }

    /// The command as a person would type it, for showing only.
    @Override
    public String toString() {
        return argv.stream().map(Command::typed).collect(Collectors.joining(" "));
    }

    private static String typed(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
