package org.vxlab.export;

import org.vxlab.iproute.Command;

import java.util.List;
import java.util.stream.Collectors;

/// Writes words, comments and blocks of POSIX shell; whatever is not plain is quoted.
final class ShellText {
    static final String INDENT = "    ";

    private ShellText() {}

    /// A text as one word that means itself.
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /// A text as one word, quoted only where it has to be.
    static String word(String text) {
        return Command.of(text).toString();
    }

    /// Words as a command line.
    static String line(List<String> words) {
        return new Command(words, "").toString();
    }

    /// A sentence as comment lines.
    static String comment(String text) {
        return text.lines().map(line -> "# " + line + "\n").collect(Collectors.joining());
    }

    /// Lines moved to the right by one step; empty lines stay empty.
    static String indented(String lines) {
        return lines.lines()
                .map(line -> line.isEmpty() ? "\n" : INDENT + line + "\n")
                .collect(Collectors.joining());
    }

    /// A function; a body without lines becomes the command that does nothing.
    static String function(String name, String body) {
        return name + "() {\n" + indented(body.isEmpty() ? ":\n" : body) + "}\n";
    }

    /// A command that prints lines as they are; it may stand in a function without being moved.
    static String lines(List<String> lines) {
        return lines.isEmpty()
                ? ":\n"
                : "printf '%s\\n' \\\n"
                        + lines.stream()
                                .map(line -> INDENT + quoted(line))
                                .collect(Collectors.joining(" \\\n"))
                        + "\n";
    }

    /// A function that prints lines as they are.
    static String printing(String name, List<String> lines) {
        return name
                + "() {\n"
                + INDENT
                + "cat <<'END'\n"
                + lines.stream().map(line -> line + "\n").collect(Collectors.joining())
                + "END\n}\n";
    }
}
