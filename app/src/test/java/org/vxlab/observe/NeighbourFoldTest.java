package org.vxlab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.kernel.Neighbour;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The lines are those of `ip -ts monitor neigh` on two hosts of which one pings the other.
class NeighbourFoldTest {
    private static final Instant AT = Instant.parse("2026-11-20T09:28:03Z");
    private static final Stamp TOLD = new Stamp("b", Optional.of(AT), AT);
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:01");

    private final NeighbourFold fold =
            new NeighbourFold(mac -> mac.equals(MAC) ? Optional.of("a") : Optional.empty());

    @Test
    void tellsWhyTheHostThatIsPingedKnowsTheOther() {
        assertThat(List.of(told("STALE"), told("PROBE"), told("REACHABLE")))
                .containsExactly(
                        change("STALE", NeighbourNews.ASKED),
                        change("PROBE", NeighbourNews.PROBED),
                        change("REACHABLE", NeighbourNews.CONFIRMED));
    }

    @Test
    void tellsThatTheOtherAnswered() {
        assertThat(told("REACHABLE")).isEqualTo(change("REACHABLE", NeighbourNews.ANSWERED));
        assertThat(told("STALE")).isEqualTo(change("STALE", NeighbourNews.AGED));
    }

    @Test
    void tellsThatNobodyAnswered() {
        Neighbour silent = new Neighbour(Ip.parse("10.0.0.99"), "br10", Optional.empty(), "FAILED");
        assertThat(fold.put(silent, TOLD))
                .contains(
                        new ObservedEvent.NeighbourChanged(
                                TOLD, silent, Optional.empty(), NeighbourNews.SILENT));
    }

    @Test
    void tellsNoCauseOfAnotherMacForTheSameAddress() {
        told("REACHABLE");
        Neighbour other =
                new Neighbour(
                        Ip.parse("10.0.0.1"),
                        "br10",
                        Optional.of(MacAddress.parse("02:00:00:00:00:07")),
                        "REACHABLE");
        assertThat(fold.put(other, TOLD))
                .contains(
                        new ObservedEvent.NeighbourChanged(
                                TOLD, other, Optional.empty(), NeighbourNews.OTHER));
    }

    @Test
    void tellsNoCauseOfWhatIsFoundByReading() {
        Stamp found = Stamp.found("b", AT);
        assertThat(fold.put(neighbour("STALE"), found))
                .contains(
                        new ObservedEvent.NeighbourChanged(
                                found, neighbour("STALE"), Optional.of("a"), NeighbourNews.OTHER));
    }

    @Test
    void repeatsNothingThatIsKnown() {
        told("STALE");
        assertThat(fold.put(neighbour("STALE"), TOLD)).isEmpty();
    }

    private ObservedEvent told(String state) {
        return fold.put(neighbour(state), TOLD).orElseThrow();
    }

    private static ObservedEvent change(String state, NeighbourNews news) {
        return new ObservedEvent.NeighbourChanged(TOLD, neighbour(state), Optional.of("a"), news);
    }

    private static Neighbour neighbour(String state) {
        return new Neighbour(Ip.parse("10.0.0.1"), "br10", Optional.of(MAC), state);
    }
}
