package org.vxlab.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.topology.UnderlayGraph.Route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class UnderlayGraphTest {
    /// lan1 - r1 - core - r2 - lan2; lan1 - r3 - side - r4 - core; and an island.
    private static final UnderlayGraph GRAPH =
            UnderlayGraph.of(
                    new Lab(
                            "lab",
                            List.of(
                                    network("lan1", 1, 1500),
                                    network("lan2", 2, 9000),
                                    network("core", 3, 1400),
                                    network("side", 4, 1000),
                                    network("island", 5, 1500)),
                            List.of(
                                    router("r1", "lan1", "10.0.1.1", "core", "10.0.3.1"),
                                    router("r2", "core", "10.0.3.2", "lan2", "10.0.2.2"),
                                    router("r3", "lan1", "10.0.1.3", "side", "10.0.4.3"),
                                    router("r4", "side", "10.0.4.4", "core", "10.0.3.4")),
                            List.of(),
                            List.of(),
                            Layout.NONE));

    @Test
    void takesTheSmallestMtuOfTheShortestWay() {
        assertThat(GRAPH.pathMtu("lan1", "lan2")).isEqualTo(OptionalInt.of(1400));
        assertThat(GRAPH.pathMtu("lan2", "lan1")).isEqualTo(OptionalInt.of(1400));
        assertThat(GRAPH.pathMtu("lan2", "lan2")).isEqualTo(OptionalInt.of(9000));
        assertThat(GRAPH.pathMtu("side", "lan2")).isEqualTo(OptionalInt.of(1000));
    }

    @Test
    void knowsWhatIsNotConnected() {
        assertThat(GRAPH.connects("lan1", "lan2")).isTrue();
        assertThat(GRAPH.connects("lan1", "island")).isFalse();
        assertThat(GRAPH.connects("lan1", "nowhere")).isFalse();
        assertThat(GRAPH.pathMtu("lan1", "island")).isEmpty();
    }

    @Test
    void givesHostsTheNearestRouter() {
        assertThat(GRAPH.routesOfHost("lan1"))
                .containsExactly(
                        route("10.0.2.0/24", "10.0.1.1", "lan1"),
                        route("10.0.3.0/24", "10.0.1.1", "lan1"),
                        route("10.0.4.0/24", "10.0.1.3", "lan1"));
        assertThat(GRAPH.routesOfHost("island")).isEmpty();
    }

    @Test
    void givesRoutersOnlyNetworksTheyAreNotIn() {
        assertThat(GRAPH.routesOfRouter("r3"))
                .containsExactly(
                        route("10.0.2.0/24", "10.0.1.1", "lan1"),
                        route("10.0.3.0/24", "10.0.1.1", "lan1"));
        assertThat(GRAPH.routesOfRouter("r2"))
                .containsExactly(
                        route("10.0.1.0/24", "10.0.3.1", "core"),
                        route("10.0.4.0/24", "10.0.3.4", "core"));
    }

    private static Route route(String destination, String via, String network) {
        return new Route(Prefix.parse(destination), Ip.parse(via), network);
    }

    private static Network network(String name, int number, int mtu) {
        return new Network(name, Prefix.parse("10.0." + number + ".0/24"), Optional.of(mtu));
    }

    private static Router router(
            String name, String network, String address, String other, String otherAddress) {
        Map<String, Ip> addresses = new LinkedHashMap<>();
        addresses.put(network, Ip.parse(address));
        addresses.put(other, Ip.parse(otherAddress));
        return new Router(name, addresses);
    }
}
