package org.vxlab.remote;

import net.schmizz.sshj.SSHClient;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Optional;

/// A connection to a server, and the one to the host before it where there is a jump.
record SshConnection(SSHClient client, Optional<SshConnection> jump) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SshConnection.class);

    boolean isOpen() {
        return client.isConnected() && client.isAuthenticated();
    }

    @Override
    public void close() {
        try {
            client.disconnect();
        } catch (IOException alreadyLost) {
            LOG.debug("closing a connection: {}", alreadyLost.getMessage());
        }
        jump.ifPresent(SshConnection::close);
    }
}
