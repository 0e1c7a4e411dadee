package org.vxlab.locallab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vxlab.iproute.Command;
import org.vxlab.locallab.LocalLab.UserNamespace;
import org.vxlab.remote.Outcome;
import org.vxlab.remote.Questions;
import org.vxlab.remote.RemoteHost;
import org.vxlab.remote.RemoteHost.OnFailure;
import org.vxlab.remote.SshConnector;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The program's own SSH against a host of the built-in lab.
@Tag("kernel")
class LocalLabHostTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static LocalLab lab;
    private static RemoteHost host;

    @BeforeAll
    static void start() throws Exception {
        lab = Labs.start(Labs.flat(2), UserNamespace.ALWAYS);
        host =
                new SshConnector(Optional.empty())
                        .connect(lab.routes().get("h1"), Questions.NONE, false);
    }

    @AfterAll
    static void end() {
        if (host != null) {
            host.close();
        }
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void runsCommandsAsRootInOneRoundTrip() throws Exception {
        List<Command> commands =
                List.of(
                        Command.of("hostname"),
                        new Command(
                                List.of("ip", "-batch", "-"),
                                "link add name br9 type bridge\nlink set dev br9 up\n"),
                        Command.of("ip", "-br", "link", "show", "dev", "br9"),
                        Command.of("ip", "link", "show", "dev", "none"));
        List<Outcome> outcomes = host.run(commands, OnFailure.STOP, _ -> {}, LIMIT);
        assertThat(outcomes).extracting(Outcome::exitCode).containsExactly(0, 0, 0, 1);
        assertThat(outcomes.get(0).stdout()).isEqualTo("h1\n");
        assertThat(outcomes.get(2).stdout()).startsWith("br9 ");
        assertThat(outcomes.get(3).stderr()).contains("does not exist");
    }

    @Test
    void followsAPingUntilInterrupted() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Command ping = Command.of("ping", "-i", "0.1", "10.99.0.2");
        try (RemoteHost.Following following = host.follow(ping, into(lines))) {
            assertThat(lines.poll(10, TimeUnit.SECONDS)).startsWith("PING");
            assertThat(lines.poll(10, TimeUnit.SECONDS)).contains("64 bytes from");
            following.interrupt();
            assertThat(following.awaitEnd()).isZero();
        }
        assertThat(lines).anyMatch(line -> line.contains("packets transmitted"));
    }

    @Test
    void closingAStreamLeavesNoProcess() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        RemoteHost.Following following =
                host.follow(Command.of("sh", "-c", "echo on; exec sleep 4711"), into(lines));
        assertThat(lines.poll(10, TimeUnit.SECONDS)).isEqualTo("on");
        awaitSleepers(1);
        following.close();
        awaitSleepers(0);
    }

    private static void awaitSleepers(int wanted) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (sleepers() != wanted && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(sleepers()).isEqualTo(wanted);
    }

    private static long sleepers() throws Exception {
        return host.run(List.of(Command.of("ps", "-eo", "args=")), OnFailure.STOP, _ -> {}, LIMIT)
                .getFirst()
                .stdout()
                .lines()
                .filter("sleep 4711"::equals)
                .count();
    }

    private static RemoteHost.Lines into(BlockingQueue<String> lines) {
        return new RemoteHost.Lines() {
            @Override
            public void out(String line) {
                lines.add(line);
            }

            @Override
            public void err(String line) {
                lines.add("err " + line);
            }
        };
    }
}
