package org.vxlab.cli;

import org.vxlab.observe.ObservedEvent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Events on their way from the watching threads to the one that prints.
///
/// Where nobody reads what is printed, a full queue holds the watching threads up; what the hosts
/// say meanwhile is lost in the end, known to be lost, and made up for by reading the tables again.
/// So memory stays bounded and what is shown still becomes what the hosts have.
final class WaitingEvents implements Consumer<ObservedEvent> {
    private final BlockingQueue<ObservedEvent> queue;

    WaitingEvents(int most) {
        queue = new LinkedBlockingQueue<>(most);
    }

    @Override
    public void accept(ObservedEvent event) {
        try {
            queue.put(event);
        } catch (InterruptedException closing) {
            // The watch is being closed, and nobody will ask for the event.
            Thread.currentThread().interrupt();
        }
    }

    Optional<ObservedEvent> next(Duration limit) throws InterruptedException {
        return Optional.ofNullable(queue.poll(limit.toNanos(), TimeUnit.NANOSECONDS));
    }
}
