package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.observe.Stamp;
import org.vxlab.topology.Message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class AttendanceTest {
    private final Attendance attendance = new Attendance(List.of("a", "b"));

    /// Lost lines come from a host that was connected to but not read yet, as on a busy machine.
    @Test
    void isCompleteOnlyOnceEveryHostWasReadOrFoundAway() {
        attendance.account(new ObservedEvent.LinesLost(stamp("a")));
        attendance.account(lost("b", Optional.of(Duration.ofSeconds(1))));
        assertThat(attendance.isComplete()).isFalse();
        attendance.account(new ObservedEvent.HostLive(stamp("a"), 1, 1));
        assertThat(attendance.isComplete()).isTrue();
        assertThat(attendance.allThere()).isFalse();
        attendance.account(new ObservedEvent.HostLive(stamp("b"), 1, 1));
        assertThat(attendance.allThere()).isTrue();
    }

    @Test
    void isHopelessOnceNoHostCanEverBeReached() {
        attendance.account(lost("a", Optional.empty()));
        attendance.account(lost("b", Optional.of(Duration.ofSeconds(1))));
        assertThat(attendance.isHopeless()).isFalse();
        attendance.account(lost("b", Optional.empty()));
        assertThat(attendance.isHopeless()).isTrue();
    }

    private static ObservedEvent lost(String host, Optional<Duration> retryIn) {
        return new ObservedEvent.HostLost(stamp(host), Message.of("observe.unfit"), retryIn);
    }

    private static Stamp stamp(String host) {
        return new Stamp(host, Optional.empty(), Instant.EPOCH);
    }
}
