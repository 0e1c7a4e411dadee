package org.vxlab.discover.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.discover.Discovered;
import org.vxlab.discover.Discovery;
import org.vxlab.discover.Finding;
import org.vxlab.discover.FindingList;
import org.vxlab.discover.Source;
import org.vxlab.session.LabFile;

import java.util.List;
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
        Cast cast = new Cast();
        new Transcript(cast, new FindingList()).read(UNDERLAY + commands, Optional.empty());
        return Discovery.of(cast.found(), Source.RUNNING, Optional.empty());
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
