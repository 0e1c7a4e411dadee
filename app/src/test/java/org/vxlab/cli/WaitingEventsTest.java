package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.observe.Stamp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

@Timeout(30)
class WaitingEventsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final WaitingEvents events = new WaitingEvents(2);

    @Test
    void holdsUpWhoeverTellsMoreThanIsRead() throws InterruptedException {
        Thread teller = teller();
        assertThat(teller.isAlive()).isTrue();
        for (int i = 0; i < 3; i++) {
            assertThat(events.next(LONG)).contains(event(i));
        }
        teller.join();
        assertThat(events.next(Duration.ZERO)).isEmpty();
    }

    @Test
    void letsGoOfWhoeverIsInterrupted() throws InterruptedException {
        Thread teller = teller();
        teller.interrupt();
        teller.join();
        assertThat(events.next(LONG)).contains(event(0));
    }

    /// Tells three events, and waits with the third.
    private Thread teller() throws InterruptedException {
        Thread teller =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    for (int i = 0; i < 3; i++) {
                                        events.accept(event(i));
                                    }
                                });
        while (teller.getState() != Thread.State.WAITING) {
            Thread.sleep(5);
        }
        return teller;
    }

    private static ObservedEvent event(int number) {
        Stamp stamp = new Stamp("a", Optional.empty(), Instant.EPOCH);
        return new ObservedEvent.TableReread(stamp, number);
    }
}
