package org.vxlab.remote;

import java.io.InputStream;
import java.io.OutputStream;

/// A running `/bin/sh` on a host, as its three byte streams.
interface ShellChannel extends AutoCloseable {

    OutputStream stdin();

    InputStream stdout();

    InputStream stderr();

    /// What the threads that read this channel are made of: blocking on a process pipe would hold
    /// the carrier of a virtual thread, waiting for an SSH packet does not.
    Thread.Builder readers();

    /// Ends the shell's input, which ends the shell once it has done what it was told.
    void endInput();

    /// Ends the channel. May be called more than once.
    @Override
    void close();
}
