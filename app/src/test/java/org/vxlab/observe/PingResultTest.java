package org.vxlab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.iproute.PingEvent.RoundTrip;
import org.vxlab.observe.PingResult.Failure.Told;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

class PingResultTest {
    @Test
    void readsCountsAndTimes() throws IOException {
        assertThat(PingResult.read(List.of(), lines("ok-D-O.txt")))
                .isEqualTo(
                        new PingResult(
                                5,
                                5,
                                0,
                                Optional.of(new RoundTrip(0.087, 0.105, 0.147)),
                                Optional.empty()));
        assertThat(PingResult.read(List.of(), lines("ok.txt")).complete()).isTrue();
    }

    @Test
    void duplicatesAreNoLoss() throws IOException {
        PingResult result = PingResult.read(List.of(), lines("duplicates.txt"));
        assertThat(result.duplicates()).isEqualTo(2);
        assertThat(result.complete()).isTrue();
    }

    @Test
    void theWarmUpExplainsALossThatTheCountIsTooShortToExplain() throws IOException {
        assertThat(PingResult.read(lines("host-unreachable-D-O.txt"), lines("timeout-D-O.txt")))
                .isEqualTo(
                        new PingResult(
                                5,
                                0,
                                0,
                                Optional.empty(),
                                Optional.of(new Told("Destination Host Unreachable"))));
    }

    @Test
    void whatCouldNotBeSentIsNotComplete() throws IOException {
        PingResult result = PingResult.read(List.of(), lines("network-unreachable.txt"));
        assertThat(result.complete()).isFalse();
        assertThat(result.failure()).contains(new Told("connect: Network is unreachable"));
    }

    private static List<String> lines(String recording) throws IOException {
        try (InputStream in =
                PingResultTest.class.getResourceAsStream("/org/vxlab/iproute/ping/" + recording)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
