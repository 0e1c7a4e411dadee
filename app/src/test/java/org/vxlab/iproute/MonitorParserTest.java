package org.vxlab.iproute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.iproute.MonitorEvent.AddressAdded;
import org.vxlab.iproute.MonitorEvent.AddressDeleted;
import org.vxlab.iproute.MonitorEvent.AddressMissed;
import org.vxlab.iproute.MonitorEvent.FdbChanged;
import org.vxlab.iproute.MonitorEvent.FdbDeleted;
import org.vxlab.iproute.MonitorEvent.LinkChanged;
import org.vxlab.iproute.MonitorEvent.LinkDeleted;
import org.vxlab.iproute.MonitorEvent.MacMissed;
import org.vxlab.iproute.MonitorEvent.NeighbourChanged;
import org.vxlab.iproute.MonitorEvent.NeighbourDeleted;
import org.vxlab.iproute.MonitorEvent.Overflow;
import org.vxlab.iproute.MonitorEvent.PortChanged;
import org.vxlab.iproute.MonitorEvent.Reported;
import org.vxlab.iproute.MonitorEvent.Unrecognised;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.State;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.kernel.Neighbour;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class MonitorParserTest {
    private static List<Reported> read(String text) {
        MonitorParser parser = new MonitorParser();
        List<Reported> reported = new ArrayList<>();
        text.lines().forEach(line -> parser.accept(line).ifPresent(reported::add));
        return reported;
    }

    private static List<MonitorEvent> events(String text) {
        return read(text).stream().map(Reported::event).toList();
    }

    private static FdbEntry behind(String mac, String device, String vtep, State state) {
        return new FdbEntry(
                MacAddress.parse(mac),
                device,
                Table.VXLAN,
                Optional.empty(),
                Optional.of(Ip.parse(vtep)),
                state,
                false);
    }

    private static FdbEntry port(String mac, String device, String master, State state) {
        return new FdbEntry(
                MacAddress.parse(mac),
                device,
                Table.BRIDGE,
                Optional.of(master),
                Optional.empty(),
                state,
                false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v4.15.0", "v5.4.0", "v5.15.0", "system", "v6.8.0", "v6.14.0", "v7.1.0"})
    void readsTheSameForwardingEventsWhateverTheVersion(String version) {
        FdbEntry first = behind("02:00:00:00:0a:0a", "vxlan100", "10.99.0.2", State.STATIC);
        FdbEntry then = behind("02:00:00:00:0a:0a", "vxlan100", "10.99.0.3", State.STATIC);
        List<MonitorEvent> expected =
                List.of(new FdbChanged(first), new FdbChanged(then), new FdbDeleted(then, false));
        String folder = "versions/" + version + "/";

        List<Reported> dated = read(Fixture.text(folder + "bridge-t-monitor-all.txt"));

        assertThat(events(Fixture.text(folder + "bridge-monitor-fdb.txt"))).isEqualTo(expected);
        assertThat(dated.stream().map(Reported::event).filter(e -> !(e instanceof PortChanged)))
                .isEqualTo(expected);
        assertThat(dated).allSatisfy(reported -> assertThat(reported.at()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v4.15.0", "v5.4.0", "v5.15.0", "system", "v6.8.0", "v6.14.0", "v7.1.0"})
    void readsTheSameAddressAndLinkEventsWhateverTheVersion(String version) {
        InterfaceAddress address = InterfaceAddress.parse("198.51.100.7/32");

        List<MonitorEvent> events =
                events(Fixture.text("versions/" + version + "/ip-ts-monitor.txt"));

        assertThat(events)
                .containsSubsequence(
                        new AddressAdded("br100", address),
                        new AddressDeleted("br100", address),
                        new LinkChanged(
                                6, "vxs", false, 1450, "DOWN", Optional.empty(), Optional.empty()));
        assertThat(events).noneMatch(event -> event instanceof FdbChanged);
    }

    @Test
    void readsMovesAgeingAndDeletions() {
        assertThat(events(Fixture.text("monitor/bridge-monitor-fdb.txt")))
                .contains(
                        new FdbChanged(
                                behind(
                                        "02:00:00:00:01:03",
                                        "vxlan100",
                                        "10.99.0.2",
                                        State.DYNAMIC)),
                        new FdbChanged(
                                port("02:00:00:00:01:03", "veth-vm3", "br100", State.DYNAMIC)),
                        new FdbDeleted(
                                port("02:00:00:00:01:03", "veth-vm3", "br100", State.DYNAMIC),
                                false),
                        new FdbDeleted(
                                behind("02:00:00:00:01:03", "vxlan100", "10.99.0.2", State.STALE),
                                true))
                .noneMatch(event -> event instanceof Unrecognised);
    }

    @Test
    void datesAnEventByTheLineBeforeIt() {
        String text =
                """
                Timestamp: Fri Nov  6 09:28:02 2026 65093 usec
                [NEIGH][NEIGH]02:00:00:00:00:01 dev v dst 10.0.0.1 self static
                [NEIGH]Timestamp: Fri Nov 20 09:25:18 2026 829273 usec
                02:00:00:00:00:01 dev v dst 10.0.0.2 self\s
                """;

        assertThat(read(text).stream().map(Reported::at).map(Optional::get))
                .containsExactly(
                        Instant.parse("2026-11-06T09:28:02.065093Z"),
                        Instant.parse("2026-11-20T09:25:18.829273Z"));
    }

    @Test
    void tellsNeighboursFromForwardingEntriesByTheirProbes() {
        List<MonitorEvent> events = events(Fixture.text("monitor/ip-o-s-ts.txt"));

        assertThat(events)
                .filteredOn(event -> event instanceof NeighbourChanged)
                .containsExactly(
                        new NeighbourChanged(
                                new Neighbour(
                                        Ip.parse("10.10.0.8"),
                                        "vx1",
                                        Optional.of(MacAddress.parse("02:00:00:00:00:08")),
                                        "PERMANENT")),
                        new NeighbourChanged(
                                new Neighbour(
                                        Ip.parse("10.10.0.9"),
                                        "vx1",
                                        Optional.of(MacAddress.parse("02:00:00:00:00:09")),
                                        "REACHABLE")));
        assertThat(events)
                .contains(
                        new MacMissed("vx1", MacAddress.parse("02:00:00:00:00:08")),
                        new AddressMissed("vx1", Ip.parse("fe80::a4ba:dff:fe27:1f8")),
                        new LinkChanged(
                                4,
                                "vx1",
                                true,
                                1450,
                                "UNKNOWN",
                                Optional.empty(),
                                Optional.of(MacAddress.parse("a6:ba:0d:27:01:f8"))))
                .noneMatch(event -> event instanceof Unrecognised);
    }

    @Test
    void takesAPortThatLeavesItsBridgeForNoDeletedDevice() {
        String text =
                """
                5: vx1: <BROADCAST> mtu 1450 qdisc noqueue master br10 state DOWN group default
                Deleted 5: vx1: <BROADCAST> mtu 1450 master br10 state DOWN
                5: vx1: <BROADCAST> mtu 1450 qdisc noqueue state DOWN group default
                Deleted 5: vx1: <BROADCAST> mtu 1450 qdisc noop state DOWN group default
                """;

        assertThat(events(text))
                .containsExactly(
                        new LinkChanged(
                                5,
                                "vx1",
                                false,
                                1450,
                                "DOWN",
                                Optional.of("br10"),
                                Optional.empty()),
                        new LinkChanged(
                                5, "vx1", false, 1450, "DOWN", Optional.empty(), Optional.empty()),
                        new LinkDeleted(5, "vx1"));
    }

    @Test
    void readsThePortStatesThatBridgeAddsToLinks() {
        assertThat(events(Fixture.text("monitor/bridge-t-link-fdb.txt")))
                .contains(
                        new PortChanged("vx1", "br10", "forwarding"),
                        new PortChanged("vx1", "br10", "disabled"),
                        new FdbChanged(
                                new FdbEntry(
                                        MacAddress.parse("02:00:00:00:00:06"),
                                        "vx1",
                                        Table.BRIDGE,
                                        Optional.of("br10"),
                                        Optional.empty(),
                                        State.DYNAMIC,
                                        true)))
                .noneMatch(event -> event instanceof Unrecognised);
    }

    @ParameterizedTest
    @CsvSource({
        "'10.0.0.9 dev eth0 FAILED ', 10.0.0.9, FAILED",
        "'fe80::1 dev eth0 lladdr 02:00:00:00:00:01 router STALE', fe80::1, STALE",
        "'[NEIGH]10.0.0.9 dev eth0 lladdr 02:00:00:00:00:01 ref 1 used 0/0/0probes 4 DELAY', "
                + "10.0.0.9, DELAY"
    })
    void readsNeighboursWithOrWithoutStatistics(String line, String address, String state) {
        assertThat(events(line).getFirst())
                .isInstanceOfSatisfying(
                        NeighbourChanged.class,
                        event -> {
                            assertThat(event.neighbour().address()).isEqualTo(Ip.parse(address));
                            assertThat(event.neighbour().device()).isEqualTo("eth0");
                            assertThat(event.neighbour().state()).isEqualTo(state);
                        });
        assertThat(events("Deleted " + line.replace("[NEIGH]", "")).getFirst())
                .isInstanceOf(NeighbourDeleted.class);
    }

    @Test
    void readsAPointToPointAddressWithItsLength() {
        assertThat(events("4: br10    inet 10.7.0.1 peer 10.7.0.2/32 scope global br10"))
                .containsExactly(new AddressAdded("br10", InterfaceAddress.parse("10.7.0.1/32")));
    }

    @Test
    void recognisesLostEvents() {
        assertThat(
                        MonitorParser.acceptError(
                                "netlink receive error No buffer space available (105)"))
                .isEqualTo(new Overflow());
        assertThat(MonitorParser.acceptError("Option \"-ts\" is unknown, try \"bridge help\"."))
                .isEqualTo(new Unrecognised("Option \"-ts\" is unknown, try \"bridge help\"."));
    }

    @Test
    void keepsALineItDoesNotKnow() {
        assertThat(events("something new")).containsExactly(new Unrecognised("something new"));
    }

    /// Both monitors as they run on a host, without leaving anything out of their reports.
    @Tag("kernel")
    @Test
    void readsWhatTheRealMonitorsPrint() throws Exception {
        String script =
                """
                %s >>/run/fdb & f=$!
                %s >>/run/ip & i=$!
                for n in 1 2 3 4 5 6 7 8 9 10; do sleep 0.2
                  ip link add name probe type bridge; ip link del dev probe
                  grep -q probe /run/fdb && grep -q probe /run/ip && break
                done
                : >/run/fdb; : >/run/ip
                ip link add name vx type vxlan id 1 local 127.0.0.1 dstport 4789
                ip link set dev vx addrgenmode none
                ip link set dev vx up
                bridge fdb replace 02:00:00:00:00:01 dev vx dst 10.0.0.1 self static
                ip addr add 10.10.0.1/24 dev vx
                ip neigh replace 10.10.0.2 lladdr 02:00:00:00:00:02 dev vx nud permanent
                ip link del dev vx
                for n in 1 2 3 4 5 6 7 8 9 10; do
                  grep -q 'Deleted.*02:00:00:00:00:01' /run/fdb &&
                    grep -q 'Deleted.*: vx:' /run/ip && break
                  sleep 0.2
                done
                kill $f $i
                """
                        .formatted(MonitorParser.FDB, MonitorParser.IP);
        try (Sandbox host = Sandbox.open()) {
            host.mustRun("sh", "-c", script);
            FdbEntry entry = behind("02:00:00:00:00:01", "vx", "10.0.0.1", State.STATIC);
            Neighbour neighbour =
                    new Neighbour(
                            Ip.parse("10.10.0.2"),
                            "vx",
                            Optional.of(MacAddress.parse("02:00:00:00:00:02")),
                            "PERMANENT");

            assertThat(events(host.run(Command.of("cat", "/run/fdb")).stdout()))
                    .contains(new FdbChanged(entry), new FdbDeleted(entry, false));
            assertThat(events(host.run(Command.of("cat", "/run/ip")).stdout()))
                    .contains(
                            new AddressAdded("vx", InterfaceAddress.parse("10.10.0.1/24")),
                            new NeighbourChanged(neighbour))
                    .anyMatch(
                            event ->
                                    event instanceof LinkDeleted deleted
                                            && deleted.name().equals("vx"))
                    .noneMatch(event -> event instanceof Unrecognised);
        }
    }
}
