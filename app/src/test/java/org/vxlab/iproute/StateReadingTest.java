package org.vxlab.iproute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.iproute.StateReading.Output;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.LinkCounters;
import org.vxlab.kernel.Neighbour;
import org.vxlab.kernel.Route;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Prefix;
import org.vxlab.topology.Vni;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class StateReadingTest {
    private static final Link VXLAN100 =
            new Link(
                    "vxlan100",
                    vxlan(100, "10.99.0.1", 4789, true),
                    Optional.of(MacAddress.parse("72:09:ae:15:81:8d")),
                    1450,
                    true,
                    "UNKNOWN",
                    Optional.of("br100"),
                    Optional.of(new Link.BridgePort("forwarding", true, false, false)),
                    Optional.empty(),
                    List.of());

    private static Vxlan vxlan(int vni, String local, int port, boolean learning) {
        return new Vxlan(
                new Vni(vni),
                Optional.of(Ip.parse(local)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("eth0"),
                port,
                learning,
                300,
                "auto",
                "0",
                "unset",
                true,
                false,
                "");
    }

    private static Map<String, Link> links(String json) throws MalformedOutput {
        return new LinkReader("ip -j -d link show").read(json).links();
    }

    private static Output printed(String stdout) {
        return new Output(0, stdout, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v4.15.0", "v5.4.0", "v5.15.0", "system", "v6.8.0", "v6.14.0", "v7.1.0"})
    void readsTheSameDevicesWhateverTheVersion(String version) throws MalformedOutput {
        Map<String, Link> links = links(Fixture.text("versions/" + version + "/ip-d-link.json"));
        Map<String, Link> newest =
                new LinkedHashMap<>(links(Fixture.text("versions/v7.1.0/ip-d-link.json")));

        assertThat(links.get("vxlan100")).isEqualTo(VXLAN100);
        Vxlan vxs = (Vxlan) links.get("vxs").kind();
        assertThat(vxs.foreign()).isEqualTo("l2miss l3miss proxy udp6zerocsumrx");
        assertThat(vxs.tos()).isEqualTo("inherit");
        assertThat(vxs.ttl()).isEqualTo("64");
        assertThat(((Vxlan) links.get("vxe").kind()).foreign()).isEqualTo("external");

        Map<String, Link> comparable = new LinkedHashMap<>(links);
        if (version.equals("v4.15.0")) {
            // It does not know `df`.
            comparable.remove("vxs");
            newest.remove("vxs");
        }
        if (version.startsWith("v5")) {
            // They print nothing but the word `external`.
            comparable.remove("vxe");
            newest.remove("vxe");
        }
        assertThat(comparable).isEqualTo(newest);
        assertThat(comparable.keySet()).containsExactlyElementsOf(newest.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.4.0", "v5.15.0", "system", "v6.8.0", "v6.14.0", "v7.1.0"})
    void readsTheSameAddressesWhateverTheVersion(String version) throws MalformedOutput {
        Map<String, Link> links = links(Fixture.text("versions/" + version + "/ip-addr.json"));

        assertThat(links.get("eth0").addresses())
                .isEqualTo(
                        Stream.of("10.99.0.1/24", "fd99::1/64", "fe80::ccb:f6ff:fe80:7b66/64")
                                .map(InterfaceAddress::parse)
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v4.15.0", "v5.4.0", "v5.15.0", "system", "v6.8.0", "v6.14.0", "v7.1.0"})
    void readsTheSameForwardingTablesWhateverTheVersion(String version) throws MalformedOutput {
        List<FdbEntry> all =
                StateReading.fdb(printed(Fixture.text("versions/" + version + "/bridge-fdb.json")));

        assertThat(all)
                .isEqualTo(
                        StateReading.fdb(printed(Fixture.text("versions/v7.1.0/bridge-fdb.json"))));
        assertThat(all)
                .contains(
                        new FdbEntry(
                                MacAddress.ZERO,
                                "vxlan100",
                                FdbEntry.Table.VXLAN,
                                Optional.empty(),
                                Optional.of(Ip.parse("10.99.0.2")),
                                FdbEntry.State.PERMANENT,
                                false),
                        new FdbEntry(
                                MacAddress.parse("02:00:00:00:01:02"),
                                "vxlan100",
                                FdbEntry.Table.BRIDGE,
                                Optional.of("br100"),
                                Optional.empty(),
                                FdbEntry.State.DYNAMIC,
                                false),
                        new FdbEntry(
                                MacAddress.parse("33:33:00:00:00:01"),
                                "eth0",
                                FdbEntry.Table.DEVICE,
                                Optional.empty(),
                                Optional.empty(),
                                FdbEntry.State.PERMANENT,
                                false));
    }

    @Test
    void readsMulticastGroupTtlAndTos() throws MalformedOutput {
        Map<String, Link> links = links(Fixture.text("hosts/04-multicast/ip-d-link.json"));

        assertThat(links.get("vxlan100").kind())
                .isEqualTo(
                        new Vxlan(
                                new Vni(100),
                                Optional.of(Ip.parse("10.99.0.1")),
                                Optional.empty(),
                                Optional.of(Ip.parse("239.1.1.100")),
                                Optional.of("eth0"),
                                4789,
                                true,
                                300,
                                "8",
                                "inherit",
                                "unset",
                                true,
                                false,
                                ""));
    }

    @Test
    void readsAnIpv6Underlay() throws MalformedOutput {
        assertThat(
                        links(Fixture.text("hosts/05-ipv6-underlay/ip-d-link.json"))
                                .get("vxlan100")
                                .kind())
                .isEqualTo(vxlan(100, "fd99::1", 4789, true));
    }

    @ParameterizedTest
    @CsvSource({
        "'', inherit, 0",
        "'\"ttl\":0,', auto, 0",
        "'\"ttl\":5,\"tos\":\"0x1\",', 5, inherit",
        "'\"ttl\":255,\"tos\":\"0x16\",', 255, 22"
    })
    void readsTtlAndTosAsTheToolWritesThem(String words, String ttl, String tos)
            throws MalformedOutput {
        String json =
                """
                [{"ifname":"v","mtu":1450,"linkinfo":{"info_kind":"vxlan","info_data":{%s"id":1}}}]
                """;

        Vxlan vxlan = (Vxlan) links(json.formatted(words)).get("v").kind();

        assertThat(vxlan.ttl()).isEqualTo(ttl);
        assertThat(vxlan.tos()).isEqualTo(tos);
    }

    @Test
    void readsTheLongestAgeingTheKernelTakes() throws MalformedOutput {
        Map<String, Link> links =
                links(
                        """
                        [{"ifname":"br1","mtu":1500,"flags":[],"linkinfo":{"info_kind":"bridge",\
                        "info_data":{"ageing_time":4294967295}}},\
                        {"ifname":"vx1","mtu":1500,"flags":[],"linkinfo":{"info_kind":"vxlan",\
                        "info_data":{"id":1,"port":4789,"ageing":4294967295}}}]
                        """);

        assertThat(links.get("br1").kind()).isEqualTo(new Link.Bridge(42_949_672, false));
        assertThat(((Vxlan) links.get("vx1").kind()).ageing()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void readsCountersByDevice() throws MalformedOutput {
        assertThat(
                        new LinkReader("ip")
                                .read(Fixture.text("versions/v5.4.0/ip-s-s-link.json"))
                                .counters())
                .isEqualTo(
                        Map.of("vxlan100", new LinkCounters(47, 3132, 0, 0, 56, 3616, 0, 1, 0, 0)));
    }

    @Test
    void readsAHostWithItsNamespaces() throws MalformedOutput {
        String fdb = Fixture.text("hosts/03-static/bridge-fdb.json");
        String namespaces =
                """
                @ vxlab.lab.vm1
                [{"ifname":"lo","link_type":"loopback","address":"00:00:00:00:00:00","mtu":65536,\
                "flags":["LOOPBACK","UP"],"operstate":"UNKNOWN","addr_info":[]}]
                [{"dst":"default","gateway":"10.10.0.1","dev":"eth0","flags":[]},\
                {"dst":"10.10.0.0/24","dev":"eth0","protocol":"kernel","flags":[]},\
                {"type":"local","dst":"10.10.0.11","table":"local","dev":"eth0","flags":[]},\
                {"dst":"default","gateway":"fd00::1","dev":"eth0","flags":[],"pref":"medium"}]
                @ vxlab.lab.broken
                []

                """;

        HostState state =
                StateReading.parse(
                                List.of(
                                        printed(
                                                Fixture.text("hosts/03-static/ip-addr.json")
                                                        + Fixture.text(
                                                                "hosts/03-static/ip-neigh.json")),
                                        printed(fdb),
                                        printed(namespaces)))
                        .state();

        assertThat(state.fdb()).isEqualTo(StateReading.fdb(printed(fdb)));
        assertThat(state.neighbours())
                .contains(
                        new Neighbour(
                                Ip.parse("10.10.0.12"),
                                "vxlan100",
                                Optional.of(MacAddress.parse("02:00:00:00:01:02")),
                                "PERMANENT"));
        assertThat(state.namespaces().keySet())
                .containsExactly("vxlab.lab.vm1", "vxlab.lab.broken");
        HostState vm1 = state.namespaces().get("vxlab.lab.vm1");
        assertThat(vm1.links().keySet()).containsExactly("lo");
        assertThat(vm1.routes())
                .containsExactly(
                        new Route(
                                Prefix.parse("0.0.0.0/0"),
                                Optional.of(Ip.parse("10.10.0.1")),
                                Optional.of("eth0")),
                        new Route(
                                Prefix.parse("::/0"),
                                Optional.of(Ip.parse("fd00::1")),
                                Optional.of("eth0")));
        assertThat(state.namespaces().get("vxlab.lab.broken")).isEqualTo(HostState.EMPTY);
    }

    @Test
    void takesTheFirstOfTwoDestinationsOfATunnelledRoute() throws MalformedOutput {
        assertThat(
                        TableReader.routes(
                                "ip",
                                Fixture.text("hosts/07-external-vnifilter-nhid/ip-route.json")))
                .containsExactly(
                        new Route(
                                Prefix.parse("10.20.0.2/32"),
                                Optional.empty(),
                                Optional.of("vxe")));
    }

    @Test
    void namesTheCommandThatPrintedNoJson() {
        String text = Fixture.text("versions/v4.15.0/ip-neigh.json");

        assertThatThrownBy(() -> TableReader.neighbours("ip -j neigh show", text))
                .isInstanceOfSatisfying(
                        MalformedOutput.class,
                        e -> {
                            assertThat(e.text().key()).isEqualTo("iproute.not-json");
                            assertThat(e.text().arguments().getFirst())
                                    .isEqualTo("ip -j neigh show");
                        });
    }

    @Test
    void tellsTheTablesOfABatchApart() throws MalformedOutput {
        String links = "[{\"ifname\":\"lo\",\"mtu\":1}]\n";
        String neighbour =
                "{\"dst\":\"10.0.0.1\",\"dev\":\"eth0\",\"used\":7,\"state\":[\"STALE\"]}";
        Neighbour read = new Neighbour(Ip.parse("10.0.0.1"), "eth0", Optional.empty(), "STALE");

        assertThat(batch(links + "[" + neighbour + "]\n").neighbours()).containsExactly(read);
        assertThat(batch(links + "[ ]\n").neighbours()).isEmpty();
        assertThat(batch(links).neighbours()).isEmpty();
        assertThat(batch(links + "[]\n").links().keySet()).containsExactly("lo");
        assertThatThrownBy(() -> batch(links + "[]\n[]\n")).isInstanceOf(MalformedOutput.class);
        assertThatThrownBy(() -> batch("")).isInstanceOf(MalformedOutput.class);
        assertThatThrownBy(() -> batch(links + "10.0.0.1 dev eth0 STALE\n"))
                .isInstanceOfSatisfying(
                        MalformedOutput.class,
                        e ->
                                assertThat(e.text().arguments().getFirst())
                                        .isEqualTo("ip -j neigh show"));
    }

    private static HostState batch(String linksAndNeighbours) throws MalformedOutput {
        return StateReading.parse(List.of(printed(linksAndNeighbours), printed(""), printed("")))
                .state();
    }

    @Test
    void namesTheCommandThatFailedWithItsWords() {
        Output missing = new Output(127, "", "sh: 1: bridge: not found\n");

        assertThatThrownBy(() -> StateReading.fdb(missing))
                .isInstanceOfSatisfying(
                        MalformedOutput.class,
                        e ->
                                assertThat(e.text().arguments())
                                        .containsExactly(
                                                "bridge -j fdb show",
                                                127,
                                                "sh: 1: bridge: not found"));
    }

    @Test
    void namesTheValueThatIsNotWhatItsKeyPromises() {
        Output odd = printed("[{\"mac\":\"02:00:00:00:00:0g\",\"ifname\":\"v\"}]");

        assertThatThrownBy(() -> StateReading.fdb(odd))
                .isInstanceOfSatisfying(
                        MalformedOutput.class,
                        e ->
                                assertThat(e.text().arguments())
                                        .containsExactly(
                                                "bridge -j fdb show", "mac=02:00:00:00:00:0g"));
    }
}
