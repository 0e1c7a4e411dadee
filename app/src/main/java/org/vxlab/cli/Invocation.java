package org.vxlab.cli;

import org.vxlab.cli.Interrupts.Registration;
import org.vxlab.topology.Message;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One call of the program: its words, its language, and how it speaks.
///
/// Results go to standard output, progress and errors to standard error. May be used from several
/// threads.
final class Invocation implements AutoCloseable {
    /// Any value but an empty one switches colours off (no-color.org).
    private static final String NO_COLOR = "NO_COLOR";

    private final Terminal terminal;
    private final GlobalOptions options;
    private final Texts texts;
    private Optional<Registration> stopping = Optional.empty();

    Invocation(Terminal terminal, GlobalOptions options, Texts texts) {
        this.terminal = terminal;
        this.options = options;
        this.texts = texts;
    }

    Terminal terminal() {
        return terminal;
    }

    /// From now on a wish to stop interrupts the calling thread wherever it waits. Commands that
    /// neither wait nor leave anything behind do not need it.
    void stopsWhenAsked() {
        if (stopping.isEmpty()) {
            stopping = Optional.of(terminal.interrupts().on(Thread.currentThread()::interrupt));
        }
    }

    @Override
    public void close() {
        stopping.ifPresent(Registration::close);
    }

    Texts texts() {
        return texts;
    }

    String text(String key, Object... arguments) {
        return texts.of(key, arguments);
    }

    /// Whether results are wanted as JSON.
    boolean json() {
        return options.json;
    }

    boolean quiet() {
        return options.quiet;
    }

    /// Colours of results.
    Paint paint() {
        return new Paint(terminal.outIsScreen() && colourful());
    }

    /// Colours of progress and errors.
    Paint errorPaint() {
        return new Paint(terminal.errIsScreen() && colourful());
    }

    private boolean colourful() {
        return !options.noColor
                && terminal.environment().getOrDefault(NO_COLOR, "").isEmpty()
                && !terminal.isDumb();
    }

    int columns() {
        return terminal.columns().getAsInt();
    }

    /// Prints a line of the result.
    void line(String line) {
        terminal.out().println(line);
    }

    void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /// Prints the result as a JSON document.
    void json(Map<String, Object> document) {
        terminal.out().println(Json.line(document));
        terminal.out().flush();
    }

    /// Says what is going on, unless nobody wants to hear it or a program is listening.
    void note(String key, Object... arguments) {
        if (!options.quiet && !options.json) {
            terminal.err().println(text(key, arguments));
        }
    }

    /// The same with a text made elsewhere.
    void note(Message what) {
        note(what.key(), what.arguments().toArray());
    }

    /// Says on standard error what is wrong.
    void complain(Message what) {
        terminal.err().println(errorPaint().bad(text("cli.error")) + texts.of(what));
    }

    /// Prints a line on standard error.
    void errorLine(String line) {
        terminal.err().println(line);
    }
}
