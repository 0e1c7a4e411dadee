package org.vxlab.cli;

import org.vxlab.session.SshAccess;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/// Where a command runs: its streams and what is known of them, the clock, and who can be asked.
///
/// @param in what is piped in
/// @param out for results
/// @param err for progress and errors
/// @param outIsScreen whether a person looks at `out`, so that colour makes sense
/// @param errIsScreen whether a person looks at `err`
/// @param columns width of the screen; asked only when something is laid out
/// @param keyboard absent where nobody can be asked
/// @param user the person this program runs for
/// @param server how this program is started again, without its words
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean outIsScreen,
        boolean errIsScreen,
        IntSupplier columns,
        Map<String, String> environment,
        Optional<Keyboard> keyboard,
        Interrupts interrupts,
        InstantSource clock,
        ZoneId zone,
        SshAccess.User user,
        List<String> server) {
    public Terminal {
        environment = Map.copyOf(environment);
        server = List.copyOf(server);
    }

    /// Whether the terminal knows neither colours nor a way back to a line above.
    boolean isDumb() {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }

    /// Whether lines on `err` may be drawn over.
    boolean redraws() {
        return errIsScreen && !isDumb();
    }

    /// A person who can be asked.
    public interface Keyboard {
        /// Asks without showing what is typed; empty at the end of the input.
        Optional<char[]> secret(String question);

        /// Asks and shows what is typed; empty at the end of the input.
        Optional<String> line(String question);
    }
}
