package org.vxlab.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;

/// Waits for what another process does.
final class Await {
    private static final long LIMIT_NANOS = 30_000_000_000L;

    private Await() {}

    static void until(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            Thread.sleep(10);
        }
    }
}
