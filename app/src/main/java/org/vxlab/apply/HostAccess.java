package org.vxlab.apply;

import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;

import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/// The way to one host: opened when first asked for, kept, and opened again when it was lost.
///
/// Safe for use by several threads; whoever asks while it is being opened waits.
public final class HostAccess implements AutoCloseable {

    /// Opens a new connection.
    public interface Opener {
        RemoteHost open() throws RemoteException, InterruptedException;
    }

    private final String name;
    private final Opener opener;
    private final ReentrantLock lock = new ReentrantLock();
    private RemoteHost current;
    private boolean closed;

    /// @param name the host's name in the lab
    public HostAccess(String name, Opener opener) {
        this.name = name;
        this.opener = opener;
    }

    public String name() {
        return name;
    }

    /// The open connection; a lost one is replaced by a new one.
    public RemoteHost open() throws RemoteException, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (closed) {
                throw new IllegalStateException(name + " is closed");
            }
            if (current == null || !current.isOpen()) {
                if (current != null) {
                    current.close();
                }
                current = opener.open();
            }
            return current;
        } finally {
            lock.unlock();
        }
    }

    /// Closes all at once, because saying goodbye to a host that is gone takes its time. Waits
    /// until that is done.
    public static void closeAll(Collection<HostAccess> hosts) {
        // The executor's own end waits for all of them, interrupted or not.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            hosts.forEach(host -> threads.execute(host::close));
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (current != null) {
                current.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
