package org.vxlab.cli;

import org.vxlab.session.SshAccess;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs commands in this process and keeps what they print.
final class TestTerminal {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Interrupts interrupts;
    private final Map<String, String> environment;
    private final boolean screen;
    private String typed = "";

    private final Path home;

    private TestTerminal(Map<String, String> environment, boolean screen, Interrupts interrupts) {
        this(environment, screen, interrupts, Path.of("/nonexistent"));
    }

    private TestTerminal(
            Map<String, String> environment, boolean screen, Interrupts interrupts, Path home) {
        this.home = home;
        this.environment = environment;
        this.screen = screen;
        this.interrupts = interrupts;
    }

    /// What a command said.
    record Said(int code, String out, String err) {}

    static Said run(String... words) {
        return new TestTerminal(Map.of(), false, new Calm()).say(words);
    }

    static Said runIn(Map<String, String> environment, String... words) {
        return new TestTerminal(environment, false, new Calm()).say(words);
    }

    /// @param input what is piped in
    static Said runWith(String input, String... words) {
        TestTerminal terminal = new TestTerminal(Map.of(), false, new Calm());
        terminal.typed = input;
        return terminal.say(words);
    }

    /// As somebody whose `.ssh` is in `home`.
    static Said runAt(Path home, String... words) {
        return new TestTerminal(Map.of(), false, new Calm(), home).say(words);
    }

    static Said runOnScreen(String... words) {
        return new TestTerminal(Map.of(), true, new Calm()).say(words);
    }

    /// A terminal of that kind (`TERM`) with a person before it.
    static Terminal screen(String kind) {
        return new TestTerminal(Map.of("TERM", kind), true, new Calm()).terminal();
    }

    static Said runInterrupted(Interrupts interrupts, String... words) {
        return new TestTerminal(Map.of(), false, interrupts).say(words);
    }

    /// A terminal that nobody reads.
    static Terminal quiet() {
        return new TestTerminal(Map.of(), false, new Calm()).terminal();
    }

    private Said say(String... words) {
        int code = new Cli(terminal(), _ -> false).run(words);
        return new Said(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Terminal terminal() {
        return new Terminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                screen,
                screen,
                () -> 80,
                environment,
                Optional.empty(),
                interrupts,
                Clock.systemUTC(),
                ZoneOffset.UTC,
                new SshAccess.User(home, "nobody"),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.vxlab.Main"));
    }

    /// Nobody wants to stop anything.
    static final class Calm implements Interrupts {
        @Override
        public Registration on(Runnable action) {
            return () -> {};
        }

        @Override
        public boolean happened() {
            return false;
        }
    }
}
