package org.vxlab.remote;

import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.transport.TransportException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vxlab.remote.RemoteException.Kind;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;

/// One logged-in connection to a server, and the one to the host before it where there is a jump.
final class SshConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SshConnection.class);

    /// For the TCP connection, and for the server's first line.
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    /// For each exchange of messages afterwards: key exchange, login step, opening of a channel.
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    /// A silent server is asked for a sign of life this often, and given up after so many.
    private static final int KEEPALIVE_SECONDS = 15;

    private static final int KEEPALIVES_MISSED = 3;

    /// How long to wait where a server drops a connection before its first line: OpenSSH does so
    /// while it has many unfinished logins (MaxStartups).
    private static final Duration BUSY_PAUSE = Duration.ofMillis(700);

    private final SSHClient client;
    private final Optional<SshConnection> jump;

    private SshConnection(SSHClient client, Optional<SshConnection> jump) {
        this.client = client;
        this.jump = jump;
    }

    /// Connects and logs in; asks what has to be asked.
    static SshConnection open(
            Config config, SshRoute route, Questions questions, Secrets secrets, boolean acceptNew)
            throws RemoteException, InterruptedException {
        Optional<SshConnection> jump = Optional.empty();
        if (route.jump().isPresent()) {
            jump = Optional.of(open(config, route.jump().get(), questions, secrets, acceptNew));
        }
        boolean opened = false;
        try {
            SSHClient client = connect(config, route, jump, questions, acceptNew);
            SshConnection connection = new SshConnection(client, jump);
            try {
                new SshLogin(client, route, questions, secrets).logIn();
                opened = true;
                return connection;
            } finally {
                if (!opened) {
                    connection.close();
                }
            }
        } finally {
            if (!opened) {
                jump.ifPresent(SshConnection::close);
            }
        }
    }

    private static SSHClient connect(
            Config config,
            SshRoute route,
            Optional<SshConnection> jump,
            Questions questions,
            boolean acceptNew)
            throws RemoteException, InterruptedException {
        boolean wasBusy = false;
        while (true) {
            HostKeyCheck check = new HostKeyCheck(route, acceptNew);
            SSHClient client = newClient(config, check);
            try {
                if (jump.isPresent()) {
                    client.connectVia(
                            jump.get().client.newDirectConnection(route.address(), route.port()),
                            route.address(),
                            route.port());
                } else {
                    client.connect(route.address(), route.port());
                }
                return client;
            } catch (IOException | UnresolvedAddressException failure) {
                closeQuietly(client);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (check.refusal().isPresent()) {
                    trustOrRefuse(route, check, questions);
                } else if (!wasBusy && droppedBeforeFirstLine(failure)) {
                    wasBusy = true;
                    Thread.sleep(BUSY_PAUSE);
                } else {
                    throw unreachable(route, failure);
                }
            }
        }
    }

    private static SSHClient newClient(Config config, HostKeyCheck check) {
        SSHClient client = new SSHClient(config);
        client.addHostKeyVerifier(check);
        client.setSocketFactory(new NoDelaySockets());
        client.setConnectTimeout((int) CONNECT_LIMIT.toMillis());
        client.setTimeout((int) CONNECT_LIMIT.toMillis());
        client.getTransport().setTimeoutMs((int) ANSWER_LIMIT.toMillis());
        client.getConnection().setTimeoutMs((int) ANSWER_LIMIT.toMillis());
        KeepAliveRunner keepAlive = (KeepAliveRunner) client.getConnection().getKeepAlive();
        keepAlive.setKeepAliveInterval(KEEPALIVE_SECONDS);
        keepAlive.setMaxAliveCount(KEEPALIVES_MISSED);
        return client;
    }

    /// Returns where the person trusts the key, which is then written down.
    private static void trustOrRefuse(SshRoute route, HostKeyCheck check, Questions questions)
            throws RemoteException {
        RemoteException refusal = check.refusal().orElseThrow();
        Optional<HostKeyCheck.Shown> firstSeen = check.firstSeen();
        boolean trusted =
                firstSeen.isPresent()
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

    private static boolean droppedBeforeFirstLine(Throwable failure) {
        return failure instanceof TransportException
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
                        route.port(),
                        via,
                        String.valueOf(failure.getMessage()),
                        CONNECT_LIMIT.toSeconds()),
                failure);
    }

    private static void closeQuietly(SSHClient client) {
        try {
            client.disconnect();
        } catch (IOException alreadyLost) {
            LOG.debug("giving up a connection: {}", alreadyLost.getMessage());
        }
    }

    SSHClient client() {
        return client;
    }

    boolean isOpen() {
        return client.isConnected() && client.isAuthenticated();
    }

    @Override
    public void close() {
        closeQuietly(client);
        jump.ifPresent(SshConnection::close);
    }
}
