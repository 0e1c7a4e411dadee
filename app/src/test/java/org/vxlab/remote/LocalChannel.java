package org.vxlab.remote;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A shell that is a process of this machine.
record LocalChannel(Process process) implements ShellChannel {
    private static final Logger LOG = LoggerFactory.getLogger(LocalChannel.class);

    @Override
    public OutputStream stdin() {
        return process.getOutputStream();
    }

    @Override
    public InputStream stdout() {
        return process.getInputStream();
    }

    @Override
    public InputStream stderr() {
        return process.getErrorStream();
    }

    @Override
    public Thread.Builder readers() {
        return Thread.ofPlatform().daemon().name("local shell ", 0);
    }

    @Override
    public void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            LOG.debug("the shell ended before its input: {}", alreadyGone.getMessage());
        }
    }

    boolean hasEnded() {
        return !process.isAlive();
    }

    /// The shell ends by itself at the end of its input, and not before a script it has begun is
    /// carried out.
    @Override
    public void close() {
        endInput();
    }
}
