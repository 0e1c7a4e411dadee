package org.vxlab.iproute;

import java.util.List;
import java.util.stream.Collectors;

/// A command for a host: its words, and what it reads on its standard input.
///
/// The words are data. Only `remote` turns them into shell text, quoting each once.
///
/// @param input the whole standard input; empty for none
public record Command(List<String> argv, String input) {
    /// What means itself when typed into a shell, beside letters and digits.
    private static final String PLAIN = "_./:@%+=,-";

    public Command {
        argv = List.copyOf(argv);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("a command has at least one word");
        }
    }

    public static Command of(String... argv) {
        return new Command(List.of(argv), "");
    }

    /// Some lines of shell, for the shell that the commands of a run are given to anyway: to start
    /// one of their own takes a host longer than most of them. Its `$$` is that shell.
    public static Command script(String lines) {
        return of("eval", lines);
    }

    /// The command as a person would type it, for showing only.
    @Override
    public String toString() {
        return argv.stream().map(Command::typed).collect(Collectors.joining(" "));
    }

    private static String typed(String word) {
        return isPlain(word) ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean isLetterOrDigit =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!isLetterOrDigit && PLAIN.indexOf(c) < 0) {
                return false;
            }
        }
        return !word.isEmpty();
    }
}
