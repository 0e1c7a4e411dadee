package org.vxlab.remote;

import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.transport.TransportException;

import org.vxlab.remote.RemoteException.Kind;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;

/// Makes connections for one host: its questions and secrets, and what all connections share.
record SshConnecting(
        Config config,
        Optional<SshAgent> agent,
        Questions questions,
        Secrets secrets,
        boolean acceptNew) {
    /// For each exchange of messages afterwards: key exchange, login step, opening of a channel.
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    /// A server is asked for a sign of life this often, and given up when so many went unanswered:
    /// 20 to 25 seconds after a link is cut. An answer waits its turn behind a full window of
    /// output, which a slow link needs that long for.
    private static final int KEEPALIVE_SECONDS = 5;

    private static final int KEEPALIVES_MISSED = 4;

    /// How often a connection is made again where a server drops it before its first line: OpenSSH
    /// does so by chance once it has ten unfinished logins (MaxStartups), and all hosts behind one
    /// jump host log in there at once.
    private static final int BUSY_TRIES = 8;

    /// The longest wait before that; by chance shorter, so that those dropped together do not come
    /// back together.
    private static final Duration BUSY_PAUSE = Duration.ofMillis(1_500);

    /// Connects and logs in, by way of the jump hosts; asks what has to be asked.
    SshConnection connect(SshRoute route) throws RemoteException, InterruptedException {
        Optional<SshConnection> jump = Optional.empty();
        if (route.jump().isPresent()) {
            jump = Optional.of(connect(route.jump().get()));
        }
        boolean opened = false;
        Optional<SshConnection> connection = jump;
        try {
            SshConnection target = new SshConnection(connect(route, jump), jump);
            connection = Optional.of(target);
            new SshLogin(target.client(), route, agent, questions, secrets).logIn();
            opened = true;
            return target;
        } finally {
            if (!opened) {
                connection.ifPresent(SshConnection::close);
            }
        }
    }

    private SSHClient connect(SshRoute route, Optional<SshConnection> jump)
            throws RemoteException, InterruptedException {
        int busy = 0;
        while (true) {
            HostKeyCheck check = new HostKeyCheck(route, acceptNew && !route.strict());
            SSHClient client = newClient(route, check);
            try {
                if (jump.isPresent()) {
                    client.connectVia(
                            jump.get().client().newDirectConnection(route.address(), route.port()),
                            route.address(),
                            route.port());
                } else {
                    reach(client, route);
                }
                return client;
            } catch (InterruptedException stopped) {
                new SshConnection(client, Optional.empty()).close();
                throw stopped;
            } catch (IOException | UnresolvedAddressException failure) {
                new SshConnection(client, Optional.empty()).close();
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (check.refusal().isPresent()) {
                    trustOrRefuse(route, check);
                } else if (busy < BUSY_TRIES && wasDropped(failure)) {
                    busy++;
                    Thread.sleep(ThreadLocalRandom.current().nextLong(BUSY_PAUSE.toMillis()));
                } else {
                    throw unreachable(route, failure);
                }
            }
        }
    }

    /// Connects and exchanges keys, on a thread of the system: a virtual thread that waits for a
    /// socket leaves one behind that watches sockets in native code, and for that the JVM waits 0.3
    /// s at its end (`VM_Exit::wait_for_threads_in_native_to_block`). Who is interrupted here has
    /// to close the client, which ends the attempt.
    private static void reach(SSHClient client, SshRoute route)
            throws IOException, InterruptedException {
        FutureTask<Void> reached =
                new FutureTask<>(
                        () -> {
                            client.connect(route.address(), route.port());
                            return null;
                        });
        Thread.ofPlatform().daemon().name("reach " + route.host()).start(reached);
        try {
            reached.get();
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case IOException refused -> throw refused;
                case RuntimeException wrong -> throw wrong;
                default -> throw new IllegalStateException(failure.getCause());
            }
        }
    }

    private SSHClient newClient(SshRoute route, HostKeyCheck check) {
        SSHClient client = new SSHClient(config);
        client.addHostKeyVerifier(check);
        client.setSocketFactory(new PromptSockets());
        client.setConnectTimeout((int) route.connectLimit().toMillis());
        client.setTimeout((int) route.connectLimit().toMillis());
        client.getTransport().setTimeoutMs((int) ANSWER_LIMIT.toMillis());
        client.getConnection().setTimeoutMs((int) ANSWER_LIMIT.toMillis());
        KeepAliveRunner keepAlive = (KeepAliveRunner) client.getConnection().getKeepAlive();
        keepAlive.setKeepAliveInterval(KEEPALIVE_SECONDS);
        keepAlive.setMaxAliveCount(KEEPALIVES_MISSED);
        return client;
    }

    /// Returns where the person trusts the key, which is then written down.
    private void trustOrRefuse(SshRoute route, HostKeyCheck check) throws RemoteException {
        RemoteException refusal = check.refusal().orElseThrow();
        Optional<HostKeyCheck.Shown> firstSeen = check.firstSeen();
        boolean trusted =
                !route.strict()
                        && firstSeen.isPresent()
                        && questions.trustNewHostKey(
                                route.host(),
                                route.address(),
                                route.port(),
                                firstSeen.get().type(),
                                firstSeen.get().fingerprint());
        if (!trusted) {
            throw refusal;
        }
        check.trust(firstSeen.get());
    }

    /// Whether the server took the connection and ended it without a word. It shows as the end of
    /// the stream before its first line, or as a reset where ours was on its way.
    private static boolean wasDropped(Throwable failure) {
        boolean reset = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            reset |= cause.getClass() == SocketException.class;
        }
        return reset
                || failure instanceof TransportException
                        && String.valueOf(failure.getMessage()).contains("identification");
    }

    private static RemoteException unreachable(SshRoute route, Exception failure) {
        String key = "remote.connect.failed";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            key =
                    switch (cause) {
                        case UnknownHostException _ -> "remote.connect.unknownName";
                        case UnresolvedAddressException _ -> "remote.connect.unknownName";
                        case SocketTimeoutException _ -> "remote.connect.timeout";
                        case NoRouteToHostException _ -> "remote.connect.noRoute";
                        case ConnectException _ -> "remote.connect.refused";
                        case OpenFailException _ -> "remote.connect.jumpRefused";
                        default -> key;
                    };
        }
        String via = route.jump().map(jump -> jump.address() + ":" + jump.port()).orElse("-");
        return new RemoteException(
                route.host(),
                Kind.UNREACHABLE,
                Message.of(
                        key,
                        route.host(),
                        route.address(),
                        String.valueOf(route.port()),
                        via,
                        String.valueOf(failure.getMessage()),
                        route.connectLimit().toSeconds()),
                failure);
    }
}
