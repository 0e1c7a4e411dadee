package org.vxlab.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

class TogetherTest {
    /// Long enough for a caller that does not wait to be seen.
    private static final long TIDYING_MILLIS = 200;

    @Test
    void keepsTheOrderOfTheItems() throws Exception {
        assertThat(Together.on(List.of(3, 1, 2), number -> 10 * number))
                .containsExactly(30, 10, 20);
    }

    @Test
    void leavesNoThreadBehindWhenOneFails() {
        CountDownLatch otherWaits = new CountDownLatch(1);
        AtomicBoolean tidied = new AtomicBoolean();
        assertThatThrownBy(
                        () ->
                                Together.on(
                                        List.of("fails", "waits"),
                                        item -> {
                                            if (item.equals("fails")) {
                                                otherWaits.await();
                                                throw new IllegalStateException("a mistake");
                                            }
                                            return waitUntilInterrupted(otherWaits, tidied);
                                        }))
                .hasMessage("a mistake");
        assertThat(tidied).isTrue();
    }

    private static String waitUntilInterrupted(CountDownLatch waits, AtomicBoolean tidied)
            throws InterruptedException {
        try {
            waits.countDown();
            new CountDownLatch(1).await();
            return "never";
        } finally {
            Thread.sleep(TIDYING_MILLIS);
            tidied.set(true);
        }
    }
}
