package org.vxlab.remote;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vxlab.iproute.Command;
import org.vxlab.remote.MarkedStream.Segment;
import org.vxlab.remote.RemoteHost.Following;
import org.vxlab.remote.RemoteHost.Lines;
import org.vxlab.remote.RootShell.Stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A command on a channel of its own, whose lines are handed on as they come.
final class FollowedCommand implements Following {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedCommand.class);

    /// How long the host may take to end the command, which first gets SIGTERM, a second later
    /// SIGKILL.
    private static final Duration END_LIMIT = Duration.ofSeconds(3);

    /// The exit code of a command whose connection was lost.
    private static final int LOST = -1;

    private static final byte[] INTERRUPT = "INT\n".getBytes(StandardCharsets.US_ASCII);

    private final Lines lines;
    private final CountDownLatch streamsOpen = new CountDownLatch(Stream.values().length);
    private final RootShell shell;
    private volatile int exitCode = LOST;

    private FollowedCommand(
            ShellSource source, Privilege privilege, Nonce nonces, Command command, Lines lines)
            throws RemoteException, InterruptedException {
        this.lines = lines;
        this.shell =
                RootShell.enter(
                        source.open(),
                        privilege,
                        nonces,
                        ready -> ShellScripts.follow(command, ready),
                        this::read);
    }

    static FollowedCommand start(
            ShellSource source, Privilege privilege, Nonce nonces, Command command, Lines lines)
            throws RemoteException, InterruptedException {
        FollowedCommand following = new FollowedCommand(source, privilege, nonces, command, lines);
        Thread.ofVirtual().name("end of " + command.argv().getFirst()).start(following::tidyUp);
        return following;
    }

    @Override
    public int awaitEnd() throws InterruptedException {
        streamsOpen.await();
        return exitCode;
    }

    @Override
    public boolean isRunning() {
        return streamsOpen.getCount() > 0;
    }

    @Override
    public void interrupt() {
        if (isRunning()) {
            try {
                shell.send(INTERRUPT);
            } catch (IOException gone) {
                // Without a channel the watcher on the host has ended the command already.
                LOG.debug("cannot interrupt: {}", gone.getMessage());
            }
        }
    }

    @Override
    public void close() {
        shell.endInput();
        try {
            if (!streamsOpen.await(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a followed command does not end; its channel is closed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        shell.close();
    }

    private void read(Stream stream, MarkedStream source) throws IOException {
        try {
            Optional<byte[]> line = source.line();
            while (line.isPresent()) {
                Optional<Segment> mark = source.markIn(line.get());
                if (mark.isPresent()) {
                    if (mark.get().before().length > 0) {
                        deliver(stream, mark.get().before());
                    }
                    exitCode = mark.get().number();
                    return;
                }
                deliver(stream, line.get());
                line = source.line();
            }
        } finally {
            streamsOpen.countDown();
        }
    }

    private void deliver(Stream stream, byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        switch (stream) {
            case OUT -> lines.out(text);
            case ERR -> lines.err(text);
        }
    }

    private void tidyUp() {
        try {
            streamsOpen.await();
            shell.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
