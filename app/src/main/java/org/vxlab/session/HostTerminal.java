package org.vxlab.session;

import org.vxlab.remote.RemoteTerminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A shell on a host of the lab, on a terminal.
///
/// Reading, writing and resizing may be done by different threads, none of them one that must not
/// wait.
///
/// @param host its name in the lab
public record HostTerminal(String host, RemoteTerminal remote) implements AutoCloseable {
    /// What the terminal shows, control sequences and all; ends with the shell.
    public InputStream output() {
        return remote.output();
    }

    /// What is typed.
    public OutputStream input() {
        return remote.input();
    }

    /// Tells the host how large the terminal is now.
    public void resize(int columns, int rows) throws IOException {
        remote.resize(columns, rows);
    }

    /// Hangs up. May be called more than once.
    @Override
    public void close() {
        remote.close();
    }
}
