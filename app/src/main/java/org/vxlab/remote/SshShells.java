package org.vxlab.remote;

import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.Session;

import org.vxlab.remote.RemoteException.Kind;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/// Shells on one server, over as many connections as it takes: OpenSSH allows ten channels on each
/// (MaxSessions), some administrators fewer.
final class SshShells implements ShellSource {
    /// The shell is named by its path alone, so that any login shell (csh and fish too) can read
    /// it.
    private static final String SHELL = "exec /bin/sh";

    /// Makes one more connection to the same server.
    interface Connecting {
        SshConnection connect() throws RemoteException, InterruptedException;
    }

    private final String host;
    private final Connecting connecting;
    private final List<SshConnection> connections = new CopyOnWriteArrayList<>();
    private final ReentrantLock opening = new ReentrantLock();
    private volatile boolean closed;

    SshShells(String host, Connecting connecting) throws RemoteException, InterruptedException {
        this.host = host;
        this.connecting = connecting;
        connections.add(connecting.connect());
    }

    @Override
    public ShellChannel open() throws RemoteException, InterruptedException {
        opening.lockInterruptibly();
        try {
            for (SshConnection connection : connections) {
                if (!connection.isOpen()) {
                    continue;
                }
                try {
                    return start(connection);
                } catch (OpenFailException full) {
                    continue;
                }
            }
            return onNewConnection();
        } catch (IOException failure) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw failed(failure);
        } finally {
            opening.unlock();
        }
    }

    private ShellChannel onNewConnection()
            throws RemoteException, InterruptedException, IOException {
        if (closed || !isOpen()) {
            throw failed(null);
        }
        SshConnection connection = connecting.connect();
        connections.add(connection);
        if (closed) {
            close();
        }
        return start(connection);
    }

    private static ShellChannel start(SshConnection connection) throws IOException {
        Session session = connection.client().startSession();
        return new SshChannel(session, session.exec(SHELL));
    }

    private RemoteException failed(Throwable cause) {
        return new RemoteException(
                host,
                Kind.CLOSED,
                Message.of("remote.channel.failed", host, cause == null ? "" : cause.getMessage()),
                cause);
    }

    /// The shell kept open for runs is on the first connection: without it the host is lost.
    @Override
    public boolean isOpen() {
        return !closed && connections.getFirst().isOpen();
    }

    @Override
    public void close() {
        closed = true;
        connections.forEach(SshConnection::close);
    }
}
