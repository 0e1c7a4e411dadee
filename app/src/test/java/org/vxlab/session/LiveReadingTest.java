package org.vxlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.apply.HostSurvey;
import org.vxlab.iproute.PingEvent.RoundTrip;
import org.vxlab.kernel.HostState;
import org.vxlab.observe.PingMatrix;
import org.vxlab.observe.PingPair;
import org.vxlab.observe.PingResult;
import org.vxlab.picture.LiveState;
import org.vxlab.picture.LiveState.Reach;
import org.vxlab.picture.LiveState.Trust;
import org.vxlab.picture.LiveState.WatchedHost;
import org.vxlab.plan.HostPlan;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Message;
import org.vxlab.topology.OverlayEnd;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.Vni;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One reading of all hosts, for a picture.
class LiveReadingTest {
    private static final ResolvedLab LAB =
            new ResolvedLab("lab", List.of(), List.of(), List.of(), List.of());

    @Test
    void aHostThatIsAwayIsLost() {
        HostSurvey read =
                new HostSurvey.Read(
                        "h1",
                        new HostPlan("h1", List.of(), HostState.EMPTY, HostState.EMPTY),
                        HostState.EMPTY,
                        List.of());
        HostSurvey away = new HostSurvey.Away("h2", Message.of("away"));

        LiveState live =
                LiveReading.of(LAB, List.of(read, away), new PingMatrix(new LinkedHashMap<>()));

        assertThat(live)
                .isEqualTo(
                        new LiveState(
                                Map.of(
                                        "h1",
                                        new WatchedHost(
                                                Trust.LIVE,
                                                Optional.of(Duration.ZERO),
                                                HostState.EMPTY),
                                        "h2",
                                        new WatchedHost(
                                                Trust.LOST, Optional.empty(), HostState.EMPTY)),
                                List.of(),
                                Map.of()));
    }

    @Test
    void onePairThatIsLostCountsMoreThanAllThatAnswer() {
        Map<PingPair, PingResult> results = new LinkedHashMap<>();
        results.put(pair("h1", "vm2"), answered(0.5));
        results.put(pair("vm1", "vm2"), lost());
        results.put(pair("vm1", "h2"), answered(0.7));

        LiveState live = LiveReading.of(LAB, List.of(), new PingMatrix(results));

        assertThat(live.pings())
                .containsExactly(new Reach("red", "h1", "h2", false, Optional.empty()));
    }

    @Test
    void aPairThatAnswersHasItsTime() {
        LiveState live =
                LiveReading.of(
                        LAB, List.of(), new PingMatrix(Map.of(pair("h1", "h2"), answered(0.5))));

        assertThat(live.pings())
                .containsExactly(new Reach("red", "h1", "h2", true, Optional.of(0.5)));
    }

    private static PingPair pair(String from, String to) {
        return new PingPair(new Vni(10), "red", end(from, "h1"), end(to, "h2"));
    }

    private static OverlayEnd end(String name, String host) {
        return new OverlayEnd(name, host, "", "br10", Ip.parse("10.10.0.1"));
    }

    private static PingResult answered(double milliseconds) {
        return new PingResult(
                1,
                1,
                0,
                Optional.of(new RoundTrip(milliseconds, milliseconds, milliseconds)),
                Optional.empty());
    }

    private static PingResult lost() {
        return new PingResult(1, 0, 0, Optional.empty(), Optional.empty());
    }
}
