package org.vxlab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class RereadScheduleTest {
    private static final long QUIET = RereadSchedule.QUIET.toNanos();
    private static final long PATIENCE = RereadSchedule.PATIENCE.toNanos();

    private final RereadSchedule schedule = new RereadSchedule(0);
    private long now;

    @BeforeEach
    void readTwiceAtTheStart() {
        assertThat(schedule.dueIn(now)).isZero();
        read();
        assertThat(schedule.dueIn(now)).isEqualTo(RereadSchedule.SETTLING.toNanos());
        pass(RereadSchedule.SETTLING);
        read();
    }

    @Test
    void readsNowAndThenWithoutAReason() {
        assertThat(schedule.dueIn(now)).isEqualTo(RereadSchedule.PERIOD.toNanos());
    }

    @Test
    void waitsForTheEndOfABurst() {
        assertThat(schedule.linesLost(now)).isTrue();
        pass(RereadSchedule.QUIET.dividedBy(2));
        schedule.line(now);
        assertThat(schedule.linesLost(now)).isFalse();
        assertThat(schedule.dueIn(now)).isEqualTo(QUIET);
        pass(RereadSchedule.QUIET);
        assertThat(read()).isTrue();
        assertThat(schedule.isStale()).isFalse();
    }

    @Test
    void doesNotWaitForEver() {
        schedule.line(now);
        schedule.linesLost(now);
        long first = now;
        while (schedule.dueIn(now) > 0) {
            pass(RereadSchedule.QUIET.dividedBy(2));
            schedule.line(now);
        }
        assertThat(now - first).isEqualTo(PATIENCE);
    }

    @Test
    void readsAgainAfterALossDuringAReading() {
        schedule.linesLost(now);
        pass(RereadSchedule.QUIET);
        schedule.started(now);
        schedule.linesLost(now);
        assertThat(schedule.finished(now)).isFalse();
        assertThat(schedule.isStale()).isTrue();
        pass(RereadSchedule.QUIET);
        assertThat(read()).isTrue();
    }

    @Test
    void doesNotTrustAReadingRightAfterALoss() {
        schedule.linesLost(now);
        assertThat(read()).isFalse();
        assertThat(schedule.isStale()).isTrue();
    }

    @Test
    void looksUpDetailsSoon() {
        schedule.wantDetail(now);
        assertThat(schedule.dueIn(now)).isEqualTo(QUIET);
    }

    private boolean read() {
        schedule.started(now);
        assertThat(schedule.dueIn(now)).isEqualTo(Long.MAX_VALUE);
        return schedule.finished(now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
