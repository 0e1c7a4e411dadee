package org.vxlab.remote;

import net.schmizz.sshj.connection.channel.direct.PTYMode;
import net.schmizz.sshj.connection.channel.direct.Session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/// The login shell of a host on a terminal of the host's own, over a connection of its own.
///
/// Reading, writing and resizing may be done by different threads.
public final class RemoteTerminal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteTerminal.class);

    /// What programs on the host take this terminal for.
    private static final String TYPE = "xterm-256color";

    private final SshConnection connection;
    private final Session session;
    private final Session.Shell shell;

    private RemoteTerminal(SshConnection connection, Session session, Session.Shell shell) {
        this.connection = connection;
        this.session = session;
        this.shell = shell;
    }

    /// Starts the shell. The connection is closed with the terminal; where this fails it is left to
    /// the caller.
    static RemoteTerminal start(SshConnection connection, int columns, int rows)
            throws IOException {
        Session session = connection.client().startSession();
        session.allocatePTY(TYPE, columns, rows, 0, 0, Map.<PTYMode, Integer>of());
        return new RemoteTerminal(connection, session, session.startShell());
    }

    /// What the terminal shows, control sequences and all; ends with the shell.
    public InputStream output() {
        return shell.getInputStream();
    }

    /// What is typed.
    public OutputStream input() {
        return shell.getOutputStream();
    }

    /// Tells the host how large the terminal is now.
    public void resize(int columns, int rows) throws IOException {
        shell.changeWindowDimensions(columns, rows, 0, 0);
    }

    /// Hangs up. May be called more than once.
    @Override
    public void close() {
        try {
            session.close();
        } catch (IOException alreadyLost) {
            LOG.debug("closing a terminal: {}", alreadyLost.getMessage());
        }
        connection.close();
    }
}
