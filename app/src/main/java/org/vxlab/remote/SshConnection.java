package org.vxlab.remote;

import net.schmizz.sshj.SSHClient;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// A connection to a server, and the one to the host before it where there is a jump.
record SshConnection(SSHClient client, Optional<SshConnection> jump) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SshConnection.class);

    /// How long saying goodbye may take: a host that is gone may have left our last packet, and
    /// with it everything behind it, unsent.
    private static final Duration FAREWELL_LIMIT = Duration.ofSeconds(1);

    boolean isOpen() {
        return client.isConnected() && client.isAuthenticated();
    }

    @Override
    public void close() {
        Thread farewell = Thread.ofVirtual().name("disconnect").start(this::disconnect);
        try {
            if (!farewell.join(FAREWELL_LIMIT) && client.getSocket() != null) {
                client.getSocket().close();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException alreadyLost) {
            LOG.debug("closing a connection: {}", alreadyLost.getMessage());
        }
        jump.ifPresent(SshConnection::close);
    }

    private void disconnect() {
        try {
            client.disconnect();
        } catch (IOException alreadyLost) {
            LOG.debug("closing a connection: {}", alreadyLost.getMessage());
        }
    }
}
