package org.vxlab.locallab;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// The Unix-domain socket by which other programs of the user talk to a running lab: one word
/// there, one line back.
final class LabControl implements AutoCloseable {
    static final String STATUS = "status";
    static final String STOP = "stop";

    private final ServerSocketChannel server;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Set<SocketChannel> silent = ConcurrentHashMap.newKeySet();

    private LabControl(ServerSocketChannel server) {
        this.server = server;
    }

    /// Starts to listen.
    static LabControl listen(Path socket) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        LabControl control = new LabControl(server);
        Thread.ofPlatform().daemon().name("lab control").start(control::accept);
        return control;
    }

    /// Says one word to a lab and waits for its line; after [#STOP] the line comes when the lab has
    /// ended.
    ///
    /// @throws SocketTimeoutException when somebody listens who does not answer in time
    /// @throws IOException when nobody listens any more
    static String ask(Path socket, String word, Duration limit) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            // A read of such a channel has no time limit, but ends when the channel is closed.
            Thread timer =
                    Thread.ofVirtual()
                            .name("limit of lab control")
                            .start(() -> closeAfter(limit, channel, late));
            try {
                channel.write(StandardCharsets.UTF_8.encode(word + "\n"));
                String line = line(channel);
                if (line == null) {
                    throw new IOException("no answer on " + socket);
                }
                return line;
            } finally {
                timer.interrupt();
            }
        } catch (IOException failure) {
            if (late.get()) {
                throw (IOException)
                        new SocketTimeoutException("no answer on " + socket).initCause(failure);
            }
            throw failure;
        }
    }

    private static void closeAfter(Duration limit, SocketChannel channel, AtomicBoolean late) {
        try {
            Thread.sleep(limit);
            late.set(true);
            channel.close();
        } catch (InterruptedException answered) {
            Thread.currentThread().interrupt();
        } catch (IOException closedAlready) {
            late.set(true);
        }
    }

    /// Waits until somebody says [#STOP], or [#requestStop].
    void awaitStop() throws InterruptedException {
        stop.await();
    }

    void requestStop() {
        stop.countDown();
    }

    /// Tells those who wait that the lab has ended, and listens no more.
    @Override
    public void close() throws IOException {
        stopped.countDown();
        server.close();
        for (SocketChannel client : silent) {
            client.close();
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                // Several may talk, and one that says nothing must not hold up the others.
                Thread.ofPlatform().name("lab control client").start(() -> answer(client));
            } catch (IOException e) {
                // Closed, which is how this ends; without control the lab could not be stopped.
                requestStop();
                return;
            }
        }
    }

    private void answer(SocketChannel client) {
        try (client) {
            silent.add(client);
            String word = line(client);
            silent.remove(client);
            String answer = Long.toString(ProcessHandle.current().pid());
            if (STOP.equals(word)) {
                requestStop();
                stopped.await();
            } else if (!STATUS.equals(word)) {
                answer = "unknown";
            }
            client.write(ByteBuffer.wrap((answer + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            // The asker has gone without waiting for the answer: there is nobody to tell.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(SocketChannel channel) throws IOException {
        BufferedReader reader =
                new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        return reader.readLine();
    }
}
