package org.vxlab.ui.canvas;

import org.vxlab.picture.LiveState;
import org.vxlab.picture.Picture;
import org.vxlab.picture.PictureStyle;
import org.vxlab.topology.Lab;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Composes pictures of large labs beside the UI thread; of several wishes only the newest counts.
final class PictureWorker {
    /// Between two pictures, so that painting them leaves time for the person.
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    work -> Thread.ofPlatform().daemon().name("picture").unstarted(work));
    private final AtomicReference<Wish> newest = new AtomicReference<>();
    private final Consumer<Composed> taker;

    /// What to make a picture of.
    record Wish(Lab lab, Optional<LiveState> live, PictureStyle style) {
        Picture compose() {
            return Picture.of(lab, live, style);
        }
    }

    /// A picture and what it was made of.
    record Composed(Wish wish, Picture picture) {}

    /// @param taker is called on the worker's thread
    PictureWorker(Consumer<Composed> taker) {
        this.taker = taker;
    }

    void compose(Wish wish) {
        if (newest.getAndSet(wish) == null) {
            thread.execute(
                    () -> {
                        Wish now = newest.getAndSet(null);
                        taker.accept(new Composed(now, now.compose()));
                        LockSupport.parkNanos(PAUSE.toNanos());
                    });
        }
    }
}
