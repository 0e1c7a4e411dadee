package org.vxlab.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does the same for several hosts at once, one virtual thread each, and waits for all.
final class Together {
    private Together() {}

    interface Work<I, O> {
        O on(I item) throws InterruptedException;
    }

    /// @return the results, in the order of `items`
    /// @throws InterruptedException when this thread is interrupted; the others are interrupted
    ///   too, as they are when one makes a mistake, and have ended when this returns
    static <I, O> List<O> on(List<I> items, Work<I, O> work) throws InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<O>> running = new ArrayList<>();
            for (I item : items) {
                running.add(threads.submit(() -> work.on(item)));
            }
            List<O> results = new ArrayList<>();
            for (Future<O> one : running) {
                results.add(result(one));
            }
            return results;
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private static <O> O result(Future<O> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException broken) {
            switch (broken.getCause()) {
                case RuntimeException mistake -> throw mistake;
                case InterruptedException interrupted -> throw interrupted;
                case Error error -> throw error;
                default -> throw new IllegalStateException(broken.getCause());
            }
        }
    }
}
