package org.vxlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vxlab.session.LiveReport.Activity;
import org.vxlab.topology.ResolvedLab;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What may be asked of a live lab while it is busy.
@Tag("kernel")
class LiveLabTest {
    private static final long LIMIT_SECONDS = 60;

    private static final ResolvedLab LAB =
            ResolvedLab.of(
                    LabFile.read(
                                    """
                                    vxlab: 1
                                    name: busy
                                    underlay:
                                      networks:
                                        - { name: lan, subnet: 192.168.56.0/24 }
                                    hosts:
                                      - name: a
                                        underlay: { network: lan, address: 192.168.56.11/24 }
                                    """)
                            .lab()
                            .orElseThrow());

    @TempDir Path home;
    private final CompletableFuture<Optional<LiveReport.Refused>> opened =
            new CompletableFuture<>();
    private final CountDownLatch pinging = new CountDownLatch(1);
    private final CountDownLatch terminalOpen = new CountDownLatch(1);

    @Test
    void aShellOpensBesideAPingThatIsUnderWay() throws Exception {
        SshAccess ssh = new SshAccess(new SshAccess.User(home, "tester"), Prompts.NOBODY, false);
        try (LiveLab live =
                new LiveLab(
                        new LabHosts.Ways(BuiltIn.MOMENTARY, ssh, List.of()),
                        InstantSource.system(),
                        this::told,
                        _ -> {})) {
            live.look(LAB);
            opened.get(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .ifPresent(
                            refused ->
                                    Assumptions.abort(new Words(Locale.ENGLISH).of(refused.why())));
            live.ping(LAB);
            assertThat(pinging.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();

            CompletableFuture<String> shell = new CompletableFuture<>();
            live.terminal(
                    LAB,
                    "a",
                    80,
                    24,
                    terminal -> {
                        shell.complete(terminal.host());
                        terminal.close();
                    },
                    why -> shell.complete(why.key()));

            assertThat(shell.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("a");
            terminalOpen.countDown();
        } finally {
            terminalOpen.countDown();
        }
    }

    /// The ping is held up until the shell is open.
    private void told(LiveReport report) {
        switch (report) {
            case LiveReport.Opened _ -> opened.complete(Optional.empty());
            case LiveReport.Refused refused -> opened.complete(Optional.of(refused));
            case LiveReport.Working(Activity now) when now == Activity.PINGING -> {
                pinging.countDown();
                try {
                    terminalOpen.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            default -> {}
        }
    }
}
