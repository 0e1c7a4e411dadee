package org.vxlab.discover.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.discover.Discovered;
import org.vxlab.discover.Discovery;
import org.vxlab.discover.Finding;
import org.vxlab.discover.FindingList;
import org.vxlab.discover.FoundHost;
import org.vxlab.discover.Source;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.HostState;
import org.vxlab.session.LabFile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What running hosts do not say is not made up; the hosts are made by the commands that would.
class RunningHostsTest {
    private static final String UNDERLAY =
            """
            h1# ip addr add 192.0.2.1/24 dev eth0
            h2# ip addr add 192.0.2.2/24 dev eth0
            h3# ip addr add 192.0.2.3/24 dev eth0
            """;

    private static Discovered read(String commands) {
        return discovered(told(commands));
    }

    private static List<FoundHost> told(String commands) {
        Cast cast = new Cast();
        new Transcript(cast, new FindingList()).read(UNDERLAY + commands, Optional.empty());
        return cast.found();
    }

    private static Discovered discovered(List<FoundHost> hosts) {
        return Discovery.of(hosts, Source.RUNNING, Optional.empty());
    }

    private static List<String> keys(Discovered discovered) {
        return discovered.findings().stream()
                .map((Finding finding) -> finding.host() + " " + finding.what().key())
                .toList();
    }

    private static String segments(Discovered discovered) {
        String text = LabFile.print(discovered.lab());
        return text.substring(text.indexOf("segments:"));
    }

    @Test
    void drawsAHalfTunnelAndNamesIt() {
        Discovered discovered =
                read(
                        """
                        h1# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.2
                        h1# ip link set vx up
                        h2# ip link add vx type vxlan id 5 dstport 4789 dev eth0
                        h2# ip link set vx up
                        """);
        assertThat(keys(discovered)).containsExactly("h2 discover.half");
        assertThat(segments(discovered))
                .isEqualTo(
                        """
                        segments:
                          - vni: 5
                            flooding: remote
                            members:
                              - { host: h1, bridge: none, device: vx }
                              - { host: h2, bridge: none, device: vx }
                        """);
        assertThat(discovered.lab().hosts()).hasSize(3);
    }

    @Test
    void keepsOrphansApart() {
        Discovered discovered =
                read(
                        """
                        h1# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.99
                        h1# ip link set vx up
                        """);
        assertThat(keys(discovered)).containsExactly("h1 discover.orphan");
        assertThat(discovered.lab().hosts()).hasSize(3);
        assertThat(segments(discovered)).doesNotContain("flooding: remote");
    }

    @Test
    void drawsHubAndSpokesOfOneVniWithItsTunnels() {
        Discovered discovered =
                read(
                        """
                        h1# ip link add vx type vxlan id 5 dstport 4789 dev eth0
                        h1# bridge fdb append 00:00:00:00:00:00 dev vx dst 192.0.2.2
                        h1# bridge fdb append 00:00:00:00:00:00 dev vx dst 192.0.2.3
                        h1# ip link set vx up
                        h2# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.1
                        h2# ip link set vx up
                        h3# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.1
                        h3# ip link set vx up
                        """);
        assertThat(keys(discovered)).isEmpty();
        assertThat(segments(discovered)).contains("tunnels: [[h1, h2], [h1, h3]]");
    }

    @Test
    void namesEndsThatDoNotMeet() {
        Discovered discovered =
                read(
                        """
                        h1# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.2
                        h2# ip link add vx type vxlan id 5 dstport 8472 dev eth0 remote 192.0.2.1
                        h3# ip link add vx type vxlan id 6 dstport 4789 dev eth0 remote 192.0.2.1
                        h1# ip link set vx up
                        h2# ip link set vx up
                        h3# ip link set vx up
                        """);
        assertThat(keys(discovered))
                .contains(
                        "h1 discover.mismatch.port",
                        "h2 discover.mismatch.port",
                        "h3 discover.mismatch.vni");
    }

    @Test
    void tellsOfEverythingThatHasNoPlace() {
        Discovered discovered =
                read(
                        """
                        h1# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.2 proxy
                        h1# ip link set vx up
                        h1# ip link add br5 type bridge
                        h1# ip link set br5 up
                        h1# ip link set vx master br5
                        h1# ip addr add 10.5.0.1/24 dev br5
                        h1# ip addr add 10.5.1.1/24 dev br5
                        h1# ip link add d0 type dummy
                        h1# ip link set d0 master br5
                        h1# ip link add d1 type dummy
                        h1# ip link add vxe type vxlan external dstport 4790
                        h2# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.1
                        h2# ip link set vx up
                        """);
        assertThat(keys(discovered))
                .containsExactlyInAnyOrder(
                        "h1 discover.option.foreign",
                        "h1 discover.address.more",
                        "h1 discover.port.foreign",
                        "h1 discover.external",
                        "h1 discover.others");
        assertThat(segments(discovered)).contains("{ host: h1, address: 10.5.0.1/24, device: vx }");
    }

    /// The lab's own words for them: no learning, and neighbours that are answered for.
    @Test
    void leavesFlagsToTheLabThatItSetsItself() {
        Discovered discovered =
                read(
                        """
                        h1# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.2 nolearning
                        h1# ip link set vx up
                        h1# ip link add br5 type bridge
                        h1# ip link set br5 up
                        h1# ip link set vx master br5
                        h1# bridge link set dev vx neigh_suppress on learning off
                        h1# ip neigh add 10.0.0.1 lladdr 02:00:00:00:00:01 dev vx nud permanent
                        h2# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.1 nolearning
                        h2# ip link set vx up
                        """);
        assertThat(keys(discovered)).isEmpty();
    }

    @Test
    void namesOnlyWhatWasSaidLastOfAnEntry() {
        Discovered discovered =
                read(
                        """
                        h1# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.2
                        h1# ip link set vx up
                        h1# bridge fdb add 02:00:00:00:00:01 dev vx dst 192.0.2.2 port 4790
                        h1# bridge fdb replace 02:00:00:00:00:01 dev vx dst 192.0.2.2
                        h1# bridge fdb add 02:00:00:00:00:02 dev vx dst 192.0.2.2 vni 7
                        h1# bridge fdb del 02:00:00:00:00:02 dev vx dst 192.0.2.2
                        h2# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.1
                        h2# ip link set vx up
                        """);
        assertThat(keys(discovered)).isEmpty();
    }

    @Test
    void drawsLoopbackAddressesAsOneNetwork() {
        Discovered discovered =
                read(
                        """
                        h1# ip addr add 198.51.100.1/32 dev lo
                        h2# ip addr add 198.51.100.2/32 dev lo
                        h1# ip link add vx type vxlan id 5 dstport 4789 local 198.51.100.1 remote 198.51.100.2
                        h2# ip link add vx type vxlan id 5 dstport 4789 local 198.51.100.2 remote 198.51.100.1
                        h1# ip link set vx up mtu 1450
                        h2# ip link set vx up mtu 1450
                        """);
        assertThat(LabFile.print(discovered.lab()))
                .contains(
                        "{ name: lan2, subnet: 198.51.100.0/24 }",
                        "name: h2, underlay: { network: lan2, address: 198.51.100.2/24 }");
        assertThat(keys(discovered)).contains("h1 discover.subnet.assumed");
    }

    @Test
    void ofSeveralAddressesTakesTheOneOthersPointAtAndTellsOfTheRest() {
        Discovered discovered =
                read(
                        """
                        h1# ip addr add 198.51.100.1/32 dev lo
                        h1# ip link add old type vxlan id 6 dstport 4789 local 198.51.100.1 remote 192.0.2.2
                        h1# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.2
                        h1# bridge fdb append 00:00:00:00:00:00 dev vx dst 192.0.2.3
                        h1# ip link set vx up
                        h2# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.1
                        h2# ip link set vx up
                        h3# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.1
                        h3# ip link set vx up
                        h3# ip link add v6 type vxlan id 6 dstport 4789 dev eth0 remote 198.51.100.1
                        h3# ip link set v6 up
                        """);
        assertThat(keys(discovered))
                .containsExactly("h1 discover.vtep.second", "h3 discover.vtep.other");
        assertThat(segments(discovered)).contains("{ host: h1, bridge: none, device: vx }");
    }

    @Test
    void namesGroupsThatDifferAndRoutesIntoTheOverlay() {
        Discovered discovered =
                read(
                        """
                        h1# ip link add vx type vxlan id 5 dstport 4789 dev eth0 group 239.1.1.1
                        h1# ip link set vx up
                        h1# ip addr add 10.5.0.1/24 dev vx
                        h1# ip route add 10.6.0.0/24 via 10.5.0.2 dev vx
                        h2# ip link add vx type vxlan id 5 dstport 4789 dev eth0 group 239.1.1.2
                        h2# ip link set vx up
                        """);
        assertThat(keys(discovered))
                .containsExactlyInAnyOrder("h2 discover.option.differs", "h1 discover.route");
        assertThat(discovered.of(Finding.Kind.WRONG)).hasSize(1);
    }

    @Test
    void namesALocalThatNoDeviceHas() {
        Discovered discovered =
                read(
                        """
                        h1# ip link add v6 type vxlan id 6 dstport 4789 dev eth0 remote 192.0.2.2
                        h1# ip link add vx type vxlan id 5 dstport 4789 local 192.0.2.77 dev eth0 remote 192.0.2.2
                        h1# ip link set vx up; ip link set v6 up
                        h2# ip link add v6 type vxlan id 6 dstport 4789 dev eth0 remote 192.0.2.1
                        h2# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.1
                        h2# ip link set vx up; ip link set v6 up
                        """);
        assertThat(keys(discovered)).containsExactly("h1 discover.vtep.nowhere");
        assertThat(segments(discovered)).contains("  - vni: 5\n    flooding: remote\n");
    }

    @Test
    void tellsOfEntriesFromAControlPlane() {
        List<FoundHost> hosts =
                told(
                        """
                        h1# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.2
                        h1# bridge fdb add 02:00:00:00:00:01 dev vx dst 192.0.2.2
                        h1# ip link set vx up
                        h2# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.1
                        h2# ip link set vx up
                        """);
        FoundHost first = hosts.getFirst();
        List<FdbEntry> controlled =
                first.state().fdb().stream()
                        .map(
                                entry ->
                                        new FdbEntry(
                                                entry.mac(),
                                                entry.device(),
                                                entry.table(),
                                                entry.master(),
                                                entry.vtep(),
                                                entry.state(),
                                                !entry.isFlood()))
                        .toList();
        HostState state =
                new HostState(first.state().links(), controlled, List.of(), List.of(), Map.of());
        Discovered discovered =
                discovered(
                        List.of(
                                new FoundHost(
                                        first.name(), first.ssh(), state, List.of(), List.of()),
                                hosts.get(1)));
        assertThat(keys(discovered)).containsExactly("h1 discover.control");
        assertThat(segments(discovered)).doesNotContain("fdb:");
    }

    @Test
    void printsTablesInOneOrderHoweverTheKernelListsThem() {
        String made =
                """
                h1# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.2
                h1# ip link set vx up
                h2# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.1
                h2# ip link set vx up
                """;
        String first = "h1# bridge fdb add 02:00:00:00:00:01 dev vx dst 192.0.2.2\n";
        String second = "h1# bridge fdb add 02:00:00:00:00:02 dev vx dst 192.0.2.2\n";
        String one = "h1# ip neigh add 10.0.0.1 lladdr 02:00:00:00:00:01 dev vx nud permanent\n";
        String other = "h1# ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:02 dev vx nud permanent\n";
        assertThat(segments(read(made + second + first + other + one)))
                .contains("mac: 02:00:00:00:00:02", "address: 10.0.0.2")
                .isEqualTo(segments(read(made + first + second + one + other)));
    }

    @Test
    void keepsIslandsOfOneVniApart() {
        String text =
                """
                h4# ip addr add 192.0.2.4/24 dev eth0
                h1# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.2
                h2# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.1
                h3# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.4
                h4# ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 192.0.2.3
                """;
        assertThat(segments(read(text)))
                .contains("{ host: h1", "name: vni5-2", "{ host: h4")
                .doesNotContain("tunnels");
    }
}
