package org.vxlab.discover.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.discover.Discovered;
import org.vxlab.discover.Finding.Kind;
import org.vxlab.session.LabFile;
import org.vxlab.session.TextImport;
import org.vxlab.topology.LabCheck;
import org.vxlab.topology.Problem;

import java.util.List;
import java.util.Optional;
import java.util.Random;

class TextDiscoveryTest {
    private static final int MUTATIONS = 400;

    private static Discovered read(String text) {
        return TextImport.of(text, Optional.of("lab"));
    }

    private static String lab(String text) {
        return LabFile.print(read(text).lab());
    }

    /// The keys of findings, each with its line.
    private static List<String> told(String text, Kind kind) {
        return read(text).of(kind).stream()
                .map(
                        finding ->
                                (finding.line().isPresent() ? finding.line().getAsInt() : "-")
                                        + " "
                                        + finding.what().key())
                .toList();
    }

    @Test
    void drawsADeadPairAndNamesWhatIsMissing() {
        assertThat(lab(Tutorials.DEAD_IN_CHINESE))
                .isEqualTo(
                        """
                        vxlab: 1
                        name: lab
                        underlay:
                          networks:
                            - { name: lan, subnet: 192.168.56.0/24 }
                        hosts:
                          - { name: hostA, underlay: { network: lan, address: 192.168.56.11/24 } }
                          - { name: hostB, underlay: { network: lan, address: 192.168.56.12/24 } }
                        segments:
                          - vni: 10
                            flooding: none
                            members:
                              - { host: hostA, address: 10.1.0.1/24, bridge: br0 }
                              - { host: hostB, address: 10.1.0.2/24, bridge: br0 }
                        """);
        assertThat(told(Tutorials.DEAD_IN_CHINESE, Kind.WRONG))
                .containsExactly("9 discover.dead", "23 discover.dead");
    }

    @Test
    void followsPromptsAndPassesOverOutput() {
        assertThat(lab(Tutorials.PROMPTS))
                .contains("name: alpha, underlay: { network: lan, device: eth1")
                .contains("port: 8472\n    group: 239.1.1.1\n")
                .contains("{ host: beta, address: 10.20.0.2/24, bridge: none, device: vxlan0 }");
        assertThat(told(Tutorials.PROMPTS, Kind.WRONG)).isEmpty();
        assertThat(told(Tutorials.PROMPTS, Kind.DOUBTFUL))
                .containsExactly("3 discover.text.port", "10 discover.text.port");
    }

    @Test
    void beginsAnotherHostWhereOneIsMadeTwice() {
        assertThat(lab(Tutorials.UNLABELLED))
                .contains("host1, underlay: { network: lan, device: ens3, address: 172.16.0.1/24 }")
                .contains("host2, underlay: { network: lan, device: ens3, address: 172.16.0.2/24 }")
                .contains("flooding: remote")
                .contains("{ host: host2, address: 10.7.0.2/24, bridge: none }");
        assertThat(told(Tutorials.UNLABELLED, Kind.ASSUMED)).contains("8 discover.text.next-host");
    }

    @Test
    void addsTheHostsThatAreOnlyPointedAt() {
        assertThat(lab(Tutorials.ONE_HOST))
                .isEqualTo(
                        """
                        vxlab: 1
                        name: lab
                        underlay:
                          networks:
                            - { name: lan, subnet: 10.1.1.0/24 }
                        hosts:
                          - { name: host1, underlay: { network: lan, address: 10.1.1.1/24 } }
                          - { name: host2, underlay: { network: lan, address: 10.1.1.2/24 } }
                          - { name: host3, underlay: { network: lan, address: 10.1.1.3/24 } }
                        segments:
                          - vni: 5000
                            members:
                              - { host: host1, address: 10.50.0.1/24 }
                              - { host: host2, address: 10.50.0.2/24 }
                              - { host: host3, address: 10.50.0.3/24 }
                            workloads:
                              - { name: web, host: host1, address: 10.50.0.100/24, gateway: 10.50.0.1 }
                        """);
        assertThat(told(Tutorials.ONE_HOST, Kind.ASSUMED))
                .contains("- discover.text.cleanup", "- discover.placeholder");
    }

    @Test
    void makesHostsOfNamespaces() {
        Discovered discovered = read(Tutorials.NAMESPACES);
        assertThat(LabFile.print(discovered.lab()))
                .contains("name: h3, underlay: { network: lan, address: 192.0.2.3/24 }")
                .doesNotContain("flooding")
                .doesNotContain("tunnels");
        assertThat(discovered.findings()).isEmpty();
        assertThat(LabCheck.problems(discovered.lab())).noneMatch(Problem::isError);
    }

    @ParameterizedTest
    @CsvSource({
        "ip link add v type vxlan id 16777216 dstport 4789, discover.text.vni",
        "ip link add v type vxlan dstport 4789, discover.text.no-id",
        "ip link add v type vxlan id 1 dstport 4789 group 10.0.0.1 dev eth0,"
                + " discover.text.group-unicast",
        "ip link add v type vxlan id 1 dstport 4789 remote 239.0.0.1 dev eth0,"
                + " discover.text.remote-group",
        "ip link add v type vxlan id 1 dstport 4789 group 239.0.0.1, discover.text.group-dev",
        "ip link set v up, discover.text.no-device",
        "ip link add v type bridge; ip addr add 10.0.0.1 dev v, discover.text.no-length"
    })
    void namesWhatWillNotWork(String command, String key) {
        assertThat(told(command, Kind.WRONG)).contains("1 " + key);
    }

    @Test
    void readsOnBehindACommandThatChangesNoNetwork() {
        String text =
                """
                h1# modprobe vxlan; ip link add vx type vxlan id 5 dstport 4789 local 10.0.0.1 dev ens4
                h1# sudo systemctl stop firewalld && ip link set vx up
                """;
        assertThat(told(text, Kind.UNREAD)).isEmpty();
        assertThat(told(text, Kind.WRONG)).containsExactly("1 discover.dead");
        assertThat(lab(text)).contains("{ host: h1, bridge: none, device: vx }");
    }

    @Test
    void takesPortsOfVirtualMachinesAsThere() {
        String text =
                """
                ip link add vx type vxlan id 5 dstport 4789 dev eth0 remote 10.0.0.2
                brctl addbr br5
                brctl addif br5 vx
                brctl addif br5 vnet22
                ip link set tap7 master br5
                ip link set vx up; ip link set br5 up
                """;
        assertThat(told(text, Kind.WRONG)).isEmpty();
        assertThat(told(text, Kind.APART))
                .containsExactly("- discover.port.foreign", "- discover.port.foreign");
    }

    @Test
    void mirrorsADeviceThatOnlyHasStaticEntries() {
        String text =
                """
                ip link add vx type vxlan id 5 dstport 4789 local 10.0.0.1 dev eth0 nolearning
                ip link set vx up
                bridge fdb add 00:17:42:8a:b4:05 dst 10.0.0.2 dev vx
                """;
        assertThat(told(text, Kind.WRONG)).isEmpty();
        assertThat(lab(text))
                .contains(
                        "flooding: none", "{ host: host2, ", "mac: 00:17:42:8a:b4:05, vtep: host2");
    }

    @Test
    void namesTheSecondFloodEntryThatAddRefuses() {
        String text =
                """
                On node1 (10.0.0.1):
                    ip link add vx type vxlan id 3 dstport 4789 local 10.0.0.1 dev eth0
                    bridge fdb add 00:00:00:00:00:00 dst 10.0.0.2 dev vx
                    bridge fdb add 00:00:00:00:00:00 dst 10.0.0.3 dev vx
                    ip addr add 10.3.0.1/24 dev vx
                    ip link set vx up
                """;
        assertThat(told(text, Kind.WRONG)).containsExactly("4 discover.text.fdb-exists");
        assertThat(lab(text)).contains("name: node3").doesNotContain("tunnels");
    }

    @Test
    void namesAnOverlayAddressUsedAsRemote() {
        String text =
                """
                ip link add vx type vxlan id 3 dstport 4789 remote 10.3.0.2 dev eth0
                ip addr add 10.3.0.1/24 dev vx
                ip link set vx up
                """;
        assertThat(told(text, Kind.WRONG)).contains("1 discover.overlay-target");
    }

    @Test
    void drawsOnlyTheFirstOfSeveralLabs() {
        String text =
                """
                On host 1:
                ip link add vx type vxlan id 3 dstport 4789 remote 10.0.0.2 local 10.0.0.1
                ip link set vx up
                ## The same by multicast
                On host 1:
                ip link add vx type vxlan id 3 dstport 4789 group 239.3.3.3 dev eth0
                ip addr add 10.3.0.1/24 dev vx
                """;
        assertThat(told(text, Kind.WRONG)).contains("6 discover.text.second-lab");
        assertThat(told(text, Kind.UNREAD)).containsExactly("7 discover.text.skipped");
        assertThat(lab(text)).contains("flooding: remote").doesNotContain("group");
    }

    @Test
    void listsWhatTheReaderIsToFillIn() {
        String text =
                """
                ip link add vx type vxlan id 3 dstport 4789 remote PEER_IP local <my-ip> dev eth0
                ip link add br9 type bridge
                iptables -A INPUT -p udp --dport 4789 -j ACCEPT
                """;
        assertThat(told(text, Kind.UNREAD))
                .contains("1 discover.text.unread", "3 discover.text.tool");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VXLAN adds 50 bytes. ip link is the tool for it.",
                "`ip link add` 命令用于创建设备。",
                "3: vxlan1: <BROADCAST,UP> mtu 1450\n    vxlan id 88 remote 10.0.0.1 dev eth0",
                "bridge name bridge id STP enabled interfaces",
                "```yaml\nip link add br0 type bridge\n```",
                ""
            })
    void findsNoCommandsInProseAndOutput(String text) {
        assertThat(read(text).isEmpty()).isTrue();
        assertThat(read(text).findings()).isEmpty();
    }

    @Test
    void takesTextsForOneHostEach() {
        String left = "ip link add vx type vxlan id 3 dstport 4789 remote 10.0.0.2 dev eth0";
        String right = "ip link add vx type vxlan id 3 dstport 4789 remote 10.0.0.1 dev eth0";
        Discovered discovered =
                TextImport.of(
                        List.of(
                                new TextDiscovery.Part(Optional.of("left"), left),
                                new TextDiscovery.Part(Optional.of("right"), right)),
                        Optional.empty());
        assertThat(LabFile.print(discovered.lab()))
                .contains("name: left, underlay: { network: lan, address: 10.0.0.1/24 }")
                .contains("name: right, underlay: { network: lan, address: 10.0.0.2/24 }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X='sh -c \"$X\"'\nsh -c \"$X\"",
                "for a in {1..9999}; do for b in {1..9999}; do ip netns add n; done; done"
            })
    void endsWhereAScriptWouldNot(String text) {
        assertThat(read(text).lab().segments()).isEmpty();
    }

    @Test
    void doesNotLetAValueGrowForEver() {
        assertThat(read("A=xxxxxxxx\n" + "A=$A$A\n".repeat(60)).isEmpty()).isTrue();
    }

    @Test
    void readsAnythingWithoutFailing() {
        Random random = new Random(4789);
        for (int i = 0; i < MUTATIONS; i++) {
            StringBuilder text =
                    new StringBuilder(Tutorials.ALL.get(random.nextInt(Tutorials.ALL.size())));
            for (int change = random.nextInt(30); change >= 0; change--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(12));
                int from = random.nextInt(text.length());
                String other =
                        text.substring(from, Math.min(text.length(), from + random.nextInt(40)));
                text.replace(at, end, other);
            }
            Discovered discovered = read(text.toString());
            String printed = LabFile.print(discovered.lab());
            assertThat(LabFile.read(printed).lab()).as(text.toString()).contains(discovered.lab());
        }
    }
}
