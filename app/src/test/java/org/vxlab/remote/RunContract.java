package org.vxlab.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vxlab.iproute.Command;
import org.vxlab.remote.RemoteException.Kind;
import org.vxlab.remote.RemoteHost.OnFailure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What runs of commands keep to on every [RemoteHost], whatever is between.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class RunContract {
    static final Duration LIMIT = Duration.ofSeconds(30);

    /// A nonce that is not the one in use.
    private static final String OTHER_NONCE = "0123456789abcdef0123456789abcdef";

    @TempDir Path folder;
    RemoteHost host;

    abstract RemoteHost open() throws Exception;

    @BeforeAll
    void connect() throws Exception {
        host = open();
    }

    @AfterAll
    void disconnect() {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void tellsEachOutcomeInOrder() throws Exception {
        List<Outcome> live = new ArrayList<>();
        List<Command> commands =
                List.of(
                        Command.of("echo", "one"),
                        shell("echo two; echo 2 >&2; exit 7"),
                        Command.of("no-such-command"));
        List<Outcome> outcomes = host.run(commands, OnFailure.CONTINUE, live::add, LIMIT);
        assertThat(live).isEqualTo(outcomes);
        assertThat(outcomes).extracting(Outcome::command).isEqualTo(commands);
        assertThat(outcomes).extracting(Outcome::index).containsExactly(0, 1, 2);
        assertThat(outcomes).extracting(Outcome::exitCode).containsExactly(0, 7, 127);
        assertThat(outcomes).extracting(Outcome::stdout).containsExactly("one\n", "two\n", "");
        assertThat(outcomes.get(1).stderr()).isEqualTo("2\n");
        assertThat(outcomes.get(2).stderr()).contains("no-such-command");
    }

    @Test
    void stopsAtTheFirstFailure() throws Exception {
        Path never = folder.resolve("never");
        List<Outcome> outcomes =
                host.run(
                        List.of(
                                Command.of("true"),
                                Command.of("false"),
                                Command.of("touch", never.toString())),
                        OnFailure.STOP,
                        _ -> {},
                        LIMIT);
        assertThat(outcomes).extracting(Outcome::exitCode).containsExactly(0, 1);
        assertThat(never).doesNotExist();
    }

    @Test
    void tellsOutcomesWhileLaterCommandsStillRun() throws Exception {
        Path go = folder.resolve("go");
        List<Outcome> outcomes =
                host.run(
                        List.of(
                                Command.of("true"),
                                shell("until [ -e " + go + " ]; do sleep 0.05; done")),
                        OnFailure.STOP,
                        outcome -> touch(go),
                        LIMIT);
        assertThat(outcomes).hasSize(2);
    }

    @Test
    void passesEveryCharacterOfAWord() throws Exception {
        String word =
                IntStream.rangeClosed(1, 126)
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining())
                        + "'' \\' $(echo x) `echo y` \n\n";
        assertThat(output(Command.of("printf", "%s", word))).isEqualTo(word);
        assertThat(output(Command.of("printf", "%s|", "", "a b", "*", "~", "-n")))
                .isEqualTo("|a b|*|~|-n|");
        assertThat(output(Command.of("printf", "%s", "网络 ü"))).isEqualTo("网络 ü");
    }

    @Test
    void givesTheInputExactly() throws Exception {
        for (String input : List.of("x", "a'b\\n%s\n\n", "\n", "q".repeat(300_000))) {
            assertThat(output(new Command(List.of("cat"), input))).isEqualTo(input);
        }
        assertThat(output(Command.of("cat"))).isEmpty();
        assertThat(run(new Command(List.of("sh", "-c", "exit 5"), "unread".repeat(50_000))))
                .extracting(Outcome::exitCode)
                .isEqualTo(5);
    }

    @Test
    void keepsLargeOutputsApart() throws Exception {
        Outcome outcome =
                run(
                        shell(
                                "i=0; while [ $i -lt 40 ]; do head -c 50000 /dev/zero | tr '\\0' o;"
                                        + " head -c 50000 /dev/zero | tr '\\0' e >&2;"
                                        + " i=$((i+1)); done"));
        assertThat(outcome.stdout().equals("o".repeat(2_000_000))).isTrue();
        assertThat(outcome.stderr().equals("e".repeat(2_000_000))).isTrue();
    }

    @Test
    void survivesOutputThatIsNotText() throws Exception {
        assertThat(output(shell("printf '\\377\\0\\036\\n\\036'"))).isEqualTo("\ufffd\0\036\n\036");
        assertThat(output(Command.of("head", "-c", "200000", "/dev/urandom"))).isNotEmpty();
        assertThat(output(Command.of("echo", "still", "here"))).isEqualTo("still here\n");
    }

    @Test
    void takesNoMarksFromCommands() throws Exception {
        String forged = "\036" + OTHER_NONCE + " 0 0\n\036" + OTHER_NONCE + " end 0\n";
        Outcome outcome =
                run(shell("printf '" + forged + "'; printf '" + forged + "' >&2; exit 9"));
        assertThat(outcome.stdout()).isEqualTo(forged);
        assertThat(outcome.stderr()).isEqualTo(forged);
        assertThat(outcome.exitCode()).isEqualTo(9);
    }

    @Test
    void keepsTheShellFromCommands() throws Exception {
        List<Outcome> outcomes =
                host.run(
                        List.of(
                                Command.of("exit", "4"),
                                Command.of("exec", "sh", "-c", "exit 5"),
                                Command.of("cd", "/usr"),
                                Command.of("set", "-e"),
                                Command.of("break"),
                                shell("kill -TERM $$")),
                        OnFailure.CONTINUE,
                        _ -> {},
                        LIMIT);
        assertThat(outcomes).extracting(Outcome::exitCode).containsExactly(4, 5, 0, 0, 0, 143);
        assertThat(output(Command.of("pwd"))).isNotEqualTo("/usr\n");
    }

    /// A script is run by the open shell, and must not harm it either.
    @Test
    void keepsTheShellFromScripts() throws Exception {
        List<Outcome> outcomes =
                host.run(
                        List.of(
                                Command.script("n=x k=x s=x; cd /usr; exit 4"),
                                Command.script("if"),
                                Command.script("for i in 1 2; do\n  echo \"$i ü\"\ndone")),
                        OnFailure.CONTINUE,
                        _ -> {},
                        LIMIT);
        assertThat(outcomes.getFirst().exitCode()).isEqualTo(4);
        assertThat(outcomes.get(1).exitCode()).isNotZero();
        assertThat(outcomes.getLast().stdout()).isEqualTo("1 ü\n2 ü\n");
        assertThat(output(Command.of("pwd"))).isNotEqualTo("/usr\n");
    }

    @Test
    void speaksPlainEnglishAndFindsTheSystemsTools() throws Exception {
        assertThat(output(shell("echo $LC_ALL"))).isEqualTo("C\n");
        assertThat(output(shell("echo $PATH"))).contains("/usr/sbin").contains("/sbin");
    }

    @Test
    void carriesOutTheRestAfterTheConnectionIsLost() throws Exception {
        Path begun = folder.resolve("begun");
        Path done = folder.resolve("done");
        RemoteHost other = open();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread running =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        other.run(
                                                List.of(
                                                        Command.of("touch", begun.toString()),
                                                        Command.of("sleep", "1"),
                                                        Command.of("echo", "unheard"),
                                                        Command.of("touch", done.toString())),
                                                OnFailure.CONTINUE,
                                                _ -> {},
                                                LIMIT);
                                    } catch (Exception failure) {
                                        thrown.set(failure);
                                    }
                                });
        Await.until(() -> Files.exists(begun));
        lose(other);
        Await.until(() -> Files.exists(done));
        running.join();
        if (breaksOffAtOnce()) {
            assertThat(thrown.get())
                    .isInstanceOfSatisfying(
                            RemoteException.class,
                            lost -> assertThat(lost.kind()).isEqualTo(Kind.CLOSED));
            assertThat(other.isOpen()).isFalse();
        }
        other.close();
    }

    /// Ends the connection under the host's feet.
    void lose(RemoteHost host) throws Exception {
        host.close();
    }

    boolean breaksOffAtOnce() {
        return true;
    }

    @Test
    void givesUpAtTheTimeLimit() throws Exception {
        try (RemoteHost other = open()) {
            assertThatThrownBy(
                            () ->
                                    other.run(
                                            List.of(Command.of("sleep", "3")),
                                            OnFailure.STOP,
                                            _ -> {},
                                            Duration.ofMillis(200)))
                    .isInstanceOfSatisfying(
                            RemoteException.class,
                            late -> assertThat(late.kind()).isEqualTo(Kind.TIMEOUT));
            assertThat(other.isOpen()).isFalse();
        }
    }

    @Test
    void letsAWaitingCallerGoWithoutHarmToTheOther() throws Exception {
        Path begun = folder.resolve("first-begun");
        CountDownLatch finished = new CountDownLatch(1);
        Thread first =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        run(shell("touch " + begun + "; sleep 0.7"));
                                        finished.countDown();
                                    } catch (Exception failure) {
                                        throw new IllegalStateException(failure);
                                    }
                                });
        Await.until(() -> Files.exists(begun));
        assertThatThrownBy(
                        () ->
                                host.run(
                                        List.of(Command.of("true")),
                                        OnFailure.STOP,
                                        _ -> {},
                                        Duration.ofMillis(50)))
                .isInstanceOf(RemoteException.class);
        first.join();
        assertThat(finished.getCount()).isZero();
        assertThat(host.isOpen()).isTrue();
    }

    @Test
    void staysUsableAfterAnInterrupt() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread running =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        host.run(
                                                List.of(
                                                        Command.of("true"),
                                                        Command.of("sleep", "0.5")),
                                                OnFailure.STOP,
                                                _ -> begun.countDown(),
                                                LIMIT);
                                    } catch (Exception failure) {
                                        thrown.set(failure);
                                    }
                                });
        begun.await();
        running.interrupt();
        running.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(output(Command.of("echo", "again"))).isEqualTo("again\n");
    }

    Outcome run(Command command) throws Exception {
        return host.run(List.of(command), OnFailure.CONTINUE, _ -> {}, LIMIT).getFirst();
    }

    private String output(Command command) throws Exception {
        return run(command).stdout();
    }

    static Command shell(String script) {
        return Command.of("sh", "-c", script);
    }

    static void touch(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
