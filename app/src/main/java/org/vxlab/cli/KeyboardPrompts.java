package org.vxlab.cli;

import org.vxlab.session.Prompts;
import org.vxlab.topology.Message;

import java.util.Optional;

/// Asks the person at the keyboard.
record KeyboardPrompts(Terminal.Keyboard keyboard, Texts texts) implements Prompts {

    @Override
    public Optional<char[]> secret(Message question) {
        return keyboard.secret(texts.of(question));
    }

    /// Only a clear yes is one.
    @Override
    public boolean confirm(Message question) {
        return keyboard.line(texts.of(question) + " " + texts.of("cli.confirm") + " ")
                .map(String::strip)
                .filter(
                        answer ->
                                texts.of("cli.confirm.yes").equalsIgnoreCase(answer)
                                        || answer.equalsIgnoreCase("yes"))
                .isPresent();
    }
}
