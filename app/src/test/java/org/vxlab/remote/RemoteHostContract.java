package org.vxlab.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.vxlab.iproute.Command;
import org.vxlab.remote.RemoteHost.Following;
import org.vxlab.remote.RemoteHost.OnFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What every [RemoteHost] keeps to: runs, and followed commands.
abstract class RemoteHostContract extends RunContract {
    private static final long SIGINT_BIT = 1 << (2 - 1);

    @Test
    void followsLinesOfBothStreams() throws Exception {
        CollectedLines lines = new CollectedLines();
        try (Following following =
                host.follow(shell("echo a; echo b >&2; printf '\\377 c'; exit 3"), lines)) {
            assertThat(following.awaitEnd()).isEqualTo(3);
            assertThat(following.isRunning()).isFalse();
        }
        assertThat(lines.out()).containsExactly("a", "\ufffd c");
        assertThat(lines.err()).containsExactly("b");
    }

    @Test
    void givesAFollowedCommandItsInput() throws Exception {
        CollectedLines lines = new CollectedLines();
        try (Following following =
                host.follow(new Command(List.of("cat"), "a '$b'\n\\c\n"), lines)) {
            assertThat(following.awaitEnd()).isZero();
        }
        assertThat(lines.out()).containsExactly("a '$b'", "\\c");
    }

    @Test
    void runsNothingWhereNothingIsAsked() throws Exception {
        assertThat(host.run(List.of(), OnFailure.STOP, _ -> {}, LIMIT)).isEmpty();
    }

    @Test
    void handsOnALineBeforeTheNextIsThere() throws Exception {
        Path go = folder.resolve("go-on");
        CollectedLines lines = new CollectedLines();
        try (Following following =
                host.follow(
                        shell("echo first; until [ -e " + go + " ]; do sleep 0.05; done; echo 2"),
                        lines)) {
            Await.until(() -> lines.out().equals(List.of("first")));
            touch(go);
            assertThat(following.awaitEnd()).isZero();
        }
        assertThat(lines.out()).containsExactly("first", "2");
    }

    /// A program started in the background without job control ignores SIGINT, and so does every
    /// process it starts; a shell cannot undo that (POSIX, trap).
    private static void assumeThatInterruptsArrive() throws IOException {
        long ignored =
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .findFirst()
                        .orElse(0);
        Assumptions.assumeTrue((ignored & SIGINT_BIT) == 0, "SIGINT is ignored in this process");
    }

    @Test
    void interruptsAFollowedCommand() throws Exception {
        assumeThatInterruptsArrive();
        CollectedLines lines = new CollectedLines();
        try (Following following =
                host.follow(
                        shell(
                                "trap 'echo summary; exit 0' INT; echo on; while :; do sleep 0.05;"
                                        + " done"),
                        lines)) {
            Await.until(() -> lines.out().contains("on"));
            following.interrupt();
            assertThat(following.awaitEnd()).isZero();
        }
        assertThat(lines.out()).containsExactly("on", "summary");
        try (Following sleeping = host.follow(Command.of("sleep", "60"), lines)) {
            sleeping.interrupt();
            assertThat(sleeping.awaitEnd()).isEqualTo(130);
        }
    }

    @Test
    void leavesNoProcessOfAFollowedCommand() throws Exception {
        String mark = "4" + System.nanoTime() % 1_000_000;
        Following polite = host.follow(Command.of("sleep", mark), new CollectedLines());
        Following deaf =
                host.follow(
                        shell("trap '' INT TERM HUP; sleep 0.2; exec sleep " + mark),
                        new CollectedLines());
        Await.until(() -> processes(mark).size() == 2);
        polite.close();
        deaf.close();
        polite.close();
        assertThat(processes(mark)).isEmpty();
        assertThat(polite.isRunning()).isFalse();
        assertThat(deaf.awaitEnd()).isNotZero();
    }

    @Test
    void leavesNoProcessWhenTheConnectionIsLost() throws Exception {
        String mark = "5" + System.nanoTime() % 1_000_000;
        RemoteHost other = open();
        Following following = other.follow(Command.of("sleep", mark), new CollectedLines());
        Await.until(() -> processes(mark).size() == 1);
        lose(other);
        Await.until(() -> processes(mark).isEmpty());
        assertThat(following.awaitEnd()).isNotZero();
        other.close();
    }

    @Test
    void followsMoreCommandsThanAConnectionHasChannels() throws Exception {
        List<Following> followings = new ArrayList<>();
        List<CollectedLines> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            lines.add(new CollectedLines());
            followings.add(host.follow(shell("echo " + i + "; exec sleep 30"), lines.get(i)));
        }
        for (int i = 0; i < 12; i++) {
            CollectedLines own = lines.get(i);
            Await.until(() -> !own.out().isEmpty());
            assertThat(own.out()).containsExactly(String.valueOf(i));
        }
        followings.forEach(Following::close);
    }

    private static List<ProcessHandle> processes(String argument) {
        return ProcessHandle.allProcesses()
                .filter(
                        process ->
                                process.info()
                                        .arguments()
                                        .filter(words -> List.of(words).contains(argument))
                                        .isPresent())
                .toList();
    }
}
