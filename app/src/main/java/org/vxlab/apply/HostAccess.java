package org.vxlab.apply;

import org.vxlab.remote.Hold;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
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
    private Optional<Hold> hold = Optional.empty();

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
                hold.ifPresent(current::hold);
            }
            return current;
        } finally {
            lock.unlock();
        }
    }

    /// Has the host held from the next run on, over this connection and those that replace it.
    ///
    /// @param what told to others who come meanwhile
    /// @see RemoteHost#hold
    public void hold(String what, Instant since) {
        lock.lock();
        try {
            Hold held =
                    new Hold(
                            what,
                            since.truncatedTo(ChronoUnit.SECONDS),
                            UUID.randomUUID().toString());
            hold = Optional.of(held);
            if (current != null) {
                current.hold(held);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Gives the host back; returns at once.
    public void release() {
        lock.lock();
        try {
            hold = Optional.empty();
            if (current != null && current.isOpen()) {
                current.release();
            }
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
