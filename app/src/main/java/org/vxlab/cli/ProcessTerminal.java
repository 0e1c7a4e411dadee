package org.vxlab.cli;

import org.vxlab.session.SshAccess;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/// The terminal of this process.
public final class ProcessTerminal {
    private static final int USUAL_COLUMNS = 80;
    private static final int LEAST_COLUMNS = 20;
    private static final long STTY_LIMIT_MS = 500;

    /// The image's launcher says where it is.
    private static final String LAUNCHER = "vxlab.launcher";

    private ProcessTerminal() {}

    public static Terminal open() {
        return new Terminal(
                System.in,
                stream(FileDescriptor.out, System.out.charset()),
                stream(FileDescriptor.err, System.err.charset()),
                isScreen(1),
                isScreen(2),
                columns(System.getenv()),
                System.getenv(),
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .map(ProcessTerminal::keyboard),
                new ProcessSignals(),
                Clock.systemUTC(),
                ZoneId.systemDefault(),
                new SshAccess.User(
                        Path.of(System.getProperty("user.home")), System.getProperty("user.name")),
                server());
    }

    /// Java knows no character set where the locale is `C`, and would print question marks.
    private static PrintStream stream(FileDescriptor descriptor, Charset wanted) {
        Charset charset =
                wanted.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : wanted;
        return new PrintStream(new FileOutputStream(descriptor), true, charset);
    }

    /// Whether a file descriptor is a terminal; Java tells this only of all three together.
    private static boolean isScreen(int descriptor) {
        try {
            String target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/")
                    || target.startsWith("/dev/tty")
                    || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            // Not Linux, or closed: then at least no control characters go astray.
            return false;
        }
    }

    /// Asked once: a screen that is made narrower meanwhile wraps lines by itself.
    private static IntSupplier columns(Map<String, String> environment) {
        AtomicInteger known = new AtomicInteger();
        return () -> {
            if (known.get() == 0) {
                known.set(
                        number(environment.getOrDefault("COLUMNS", ""))
                                .or(ProcessTerminal::askTerminal)
                                .map(columns -> Math.max(columns, LEAST_COLUMNS))
                                .orElse(USUAL_COLUMNS));
            }
            return known.get();
        };
    }

    /// Java cannot ask a terminal for its size.
    private static Optional<Integer> askTerminal() {
        if (!isScreen(1) && !isScreen(2)) {
            return Optional.empty();
        }
        try {
            Process stty =
                    new ProcessBuilder("stty", "-F", "/dev/tty", "size")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!stty.waitFor(STTY_LIMIT_MS, TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                return Optional.empty();
            }
            String[] words =
                    new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                            .strip()
                            .split(" ");
            return number(words[words.length - 1]);
        } catch (IOException e) {
            // No stty here: the usual width must do.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9][0-9]{0,3}")
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    private static Terminal.Keyboard keyboard(Console console) {
        return new Terminal.Keyboard() {
            @Override
            public Optional<char[]> secret(String question) {
                return Optional.ofNullable(console.readPassword("%s", question));
            }

            @Override
            public Optional<String> line(String question) {
                return Optional.ofNullable(console.readLine("%s", question));
            }
        };
    }

    private static List<String> server() {
        String launcher = System.getProperty(LAUNCHER, "");
        return launcher.isEmpty()
                ? List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.vxlab.Main")
                : List.of(launcher);
    }
}
