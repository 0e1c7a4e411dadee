package org.vxlab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vxlab.kernel.Neighbour;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Message;

import java.time.Instant;
import java.util.Optional;

class NewsTest {
    private static final Instant AT = Instant.parse("2026-11-20T09:28:03Z");
    private static final Stamp STAMP = new Stamp("b", Optional.of(AT), AT);

    private final News told = new News();

    @ParameterizedTest
    @EnumSource(
            value = NeighbourNews.class,
            names = {"ASKED", "ANSWERED", "SILENT", "OTHER"})
    void showsNewsOfANeighbour(NeighbourNews news) {
        assertThat(told.isNews(neighbour(news))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = NeighbourNews.class,
            names = {"CONFIRMED", "PROBED", "AGED"})
    void keepsQuietAboutANeighbourThatIsWhereItWas(NeighbourNews news) {
        assertThat(told.isNews(neighbour(news))).isFalse();
    }

    @Test
    void tellsOnceWhyAHostIsAway() {
        ObservedEvent.HostLost lost =
                new ObservedEvent.HostLost(
                        STAMP, Message.of("session.live.stopped"), Optional.empty());
        assertThat(told.isNews(lost)).isTrue();
        assertThat(told.isNews(lost)).isFalse();
        assertThat(told.isNews(new ObservedEvent.HostBack(STAMP, 0))).isTrue();
        assertThat(told.isNews(lost)).isTrue();
    }

    private static ObservedEvent neighbour(NeighbourNews news) {
        return new ObservedEvent.NeighbourChanged(
                STAMP,
                new Neighbour(
                        Ip.parse("10.0.0.1"),
                        "br10",
                        Optional.of(MacAddress.parse("02:00:00:00:00:01")),
                        "REACHABLE"),
                Optional.empty(),
                news);
    }
}
