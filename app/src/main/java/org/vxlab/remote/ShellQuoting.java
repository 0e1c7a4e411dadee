package org.vxlab.remote;

import java.util.List;
import java.util.stream.Collectors;

/// Turns words into shell text that a POSIX shell reads back as the same words.
///
/// Single quotes keep every character as it is (POSIX 2.2.2); a single quote itself is written
/// `'\''`.
final class ShellQuoting {
    private ShellQuoting() {}

    /// @throws IllegalArgumentException for a NUL character, which no argument can carry
    static String quote(String word) {
        if (word.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a word of a command cannot hold a NUL character");
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }

    static String quote(List<String> words) {
        return words.stream().map(ShellQuoting::quote).collect(Collectors.joining(" "));
    }
}
