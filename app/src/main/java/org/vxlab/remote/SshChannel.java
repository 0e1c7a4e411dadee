package org.vxlab.remote;

import net.schmizz.sshj.connection.channel.direct.Session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A shell on an SSH session channel.
record SshChannel(Session session, Session.Command shell) implements ShellChannel {
    private static final Logger LOG = LoggerFactory.getLogger(SshChannel.class);

    @Override
    public OutputStream stdin() {
        return shell.getOutputStream();
    }

    @Override
    public InputStream stdout() {
        return shell.getInputStream();
    }

    @Override
    public InputStream stderr() {
        return shell.getErrorStream();
    }

    @Override
    public Thread.Builder readers() {
        return Thread.ofVirtual().name("ssh shell ", 0);
    }

    @Override
    public void endInput() {
        try {
            shell.getOutputStream().close();
        } catch (IOException alreadyLost) {
            LOG.debug("the channel ended before its input: {}", alreadyLost.getMessage());
        }
    }

    @Override
    public void close() {
        endInput();
        try {
            session.close();
        } catch (IOException alreadyLost) {
            LOG.debug("closing a channel: {}", alreadyLost.getMessage());
        }
    }
}
