package org.vxlab.observe;

import java.util.List;

/// How to wait for threads of which each has something running on a host.
final class HostThreads {
    private HostThreads() {}

    /// Waits until all have ended; if interrupted, ends them first.
    static void awaitOrEnd(List<Thread> threads) throws InterruptedException {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            end(threads);
            throw e;
        }
    }

    /// Interrupts all and waits until each has cleaned up on its host, even if interrupted itself,
    /// for otherwise processes would stay there.
    static void end(List<Thread> threads) {
        threads.forEach(Thread::interrupt);
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
