package org.vxlab.iproute;

import java.util.List;

/// A command for a host: its words, and what it reads on its standard input.
///
/// The words are data. Only `remote` turns them into shell text, quoting each once.
///
/// @param input the whole standard input; empty for none
public record Command(List<String> argv, String input) {
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
        return String.join(" ", argv);
    }
}
