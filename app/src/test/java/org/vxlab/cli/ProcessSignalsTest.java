package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Signals to a process of its own.
@Timeout(60)
class ProcessSignalsTest {
    /// Says when it is ready and what it was told, and ends at the end of its input.
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] none) throws IOException {
            try (var _ = new ProcessSignals().on(() -> System.out.println("told"))) {
                System.out.println("ready");
                while (System.in.read() >= 0) {
                    System.out.println("goes on");
                }
            }
        }
    }

    /// A process started by `nohup` or in the background of a script has signals switched off, and
    /// so have the ones it starts.
    private static final List<String> WITH_SIGNALS = List.of("env", "--default-signal");

    @BeforeEach
    void needTools() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "no /bin/kill here");
        List<String> trial = Stream.concat(WITH_SIGNALS.stream(), Stream.of("true")).toList();
        Assumptions.assumeTrue(
                new ProcessBuilder(trial).start().waitFor() == 0, "no env --default-signal here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void areAWishToStopThatTheProgramHearsOf(String signal) throws Exception {
        Process process = start();
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("ready");
            send(signal, process);
            assertThat(said.readLine()).isEqualTo("told");
            process.getOutputStream().close();
            assertThat(process.waitFor()).isZero();
        }
    }

    @Test
    void endTheProgramTheSecondTime() throws Exception {
        Process process = start();
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("ready");
            send("INT", process);
            assertThat(said.readLine()).isEqualTo("told");
            send("INT", process);
            assertThat(process.waitFor()).isEqualTo(ExitCode.INTERRUPTED.number());
        }
    }

    @Test
    void ofAClosedTerminalAreOneWishHoweverManyCome() throws Exception {
        Process process = start();
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("ready");
            send("HUP", process);
            assertThat(said.readLine()).isEqualTo("told");
            send("HUP", process);
            process.getOutputStream().write('x');
            process.getOutputStream().flush();
            assertThat(said.readLine()).isEqualTo("goes on");
            process.getOutputStream().close();
            assertThat(process.waitFor()).isZero();
        }
    }

    @Test
    void thatTheSystemDoesNotHaveAreLeftOut() {
        ProcessSignals signals = new ProcessSignals(List.of("UNHEARDOF"));

        signals.on(() -> {}).close();

        assertThat(signals.happened()).isFalse();
    }

    private static Process start() throws IOException {
        List<String> java =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(
                                File.pathSeparator,
                                place(ProcessSignals.class),
                                place(Waiting.class)),
                        Waiting.class.getName());
        return new ProcessBuilder(Stream.concat(WITH_SIGNALS.stream(), java.stream()).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String place(Class<?> of) {
        return Path.of(of.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
    }

    private static void send(String signal, Process process) throws Exception {
        int sent =
                new ProcessBuilder("/bin/kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor();
        assertThat(sent).isZero();
    }
}
