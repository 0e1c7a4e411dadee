package org.vxlab.remote;

/// Starts shells on one host, as many as are asked for.
interface ShellSource extends AutoCloseable {

    /// A new shell as the user we are on that host, with nothing sent to it yet.
    ShellChannel open() throws RemoteException, InterruptedException;

    boolean isOpen();

    /// Ends the connection, and every channel on it. May be called more than once.
    @Override
    void close();
}
