package org.vxlab.ui;

import javafx.application.Platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The only way from other threads to the window.
public final class UiThread implements Executor {
    @Override
    public void execute(Runnable work) {
        Platform.runLater(work);
    }

    /// A slot that may be filled from any thread as often as one likes: `taker` gets the newest
    /// value, older ones that it had no time for are dropped.
    public <T> Consumer<T> newest(Consumer<T> taker) {
        AtomicReference<T> slot = new AtomicReference<>();
        return value -> {
            if (slot.getAndSet(value) == null) {
                execute(() -> taker.accept(slot.getAndSet(null)));
            }
        };
    }

    /// A queue that may be filled from any thread: `taker` gets everything in order, all that came
    /// meanwhile at once.
    public <T> Consumer<T> batched(Consumer<List<T>> taker) {
        LinkedBlockingQueue<T> queue = new LinkedBlockingQueue<>();
        return value -> {
            boolean first;
            synchronized (queue) {
                first = queue.isEmpty();
                queue.add(value);
            }
            if (first) {
                execute(
                        () -> {
                            List<T> all = new ArrayList<>();
                            synchronized (queue) {
                                queue.drainTo(all);
                            }
                            taker.accept(all);
                        });
            }
        };
    }
}
