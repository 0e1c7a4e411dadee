package org.vxlab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.stream.IntStream;

class BackoffTest {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    @Test
    void doublesUpToTheLimit() {
        Backoff backoff = new Backoff(FIRST, LONGEST, () -> 0);
        assertThat(IntStream.of(1, 2, 3, 4, 1_000).mapToObj(backoff::afterFailures))
                .containsExactly(
                        FIRST, Duration.ofSeconds(1), Duration.ofSeconds(2), LONGEST, LONGEST);
    }

    @Test
    void chanceTakesAwayAtMostHalf() {
        assertThat(new Backoff(FIRST, LONGEST, () -> 0.999).afterFailures(1))
                .isBetween(FIRST.dividedBy(2), FIRST.dividedBy(2).plusMillis(1));
    }
}
