package org.vxlab.discover.text;

import java.util.Optional;

/// What a line of a text is for the reader of commands.
///
/// @param number from 1; of a command that goes over several lines, the first
/// @param prompt the machine's name in the prompt before the command
sealed interface TextLine {
    int number();

    /// One or more commands.
    record Code(int number, Optional<String> prompt, String text) implements TextLine {}

    /// Where the next commands run.
    record Label(int number, HostLabel label) implements TextLine {}
}
