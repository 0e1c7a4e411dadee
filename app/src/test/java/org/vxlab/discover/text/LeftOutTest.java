package org.vxlab.discover.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vxlab.discover.Cables;
import org.vxlab.discover.Discovery;
import org.vxlab.discover.Finding;
import org.vxlab.discover.FindingList;
import org.vxlab.discover.FoundHost;
import org.vxlab.discover.Source;
import org.vxlab.iproute.Command;
import org.vxlab.iproute.InventoryReading;
import org.vxlab.iproute.InventoryReading.Inventory;
import org.vxlab.iproute.Sandbox;
import org.vxlab.iproute.StateReading.Output;
import org.vxlab.kernel.Link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a lab has no words for is named, by the reader of texts as by that of running hosts: both
/// are given the same commands.
class LeftOutTest {
    private static final List<String> CARD =
            List.of(
                    "ip link add name eth0 type veth peer name eth1",
                    "ip link set dev eth1 up",
                    "ip link set dev eth0 up");

    private static final List<String> COMMANDS =
            """
            ip addr add 192.0.2.1/24 dev eth0
            ip link add vx type vxlan id 5 dstport 4789 dev eth0 srcport 5000 6000 maxaddress 99 gbp
            ip link set dev vx up
            bridge fdb append 00:00:00:00:00:00 dev vx dst 192.0.2.2 port 4789 vni 5 via eth0
            bridge fdb append 00:00:00:00:00:00 dev vx dst 239.1.1.1 via eth0
            bridge fdb add 02:00:00:00:00:01 dev vx dst 192.0.2.2 port 4790 vni 7 via eth1
            bridge fdb add 02:00:00:00:00:02 dev vx dst 192.0.2.2 vni 9
            bridge fdb add 02:00:00:00:00:03 dev vx dst 192.0.2.2 vni 9
            bridge fdb append 01:00:5e:00:00:05 dev vx dst 192.0.2.2
            bridge fdb add 02:00:00:00:00:04 dev vx dst 192.0.2.2 extern_learn
            ip link add br5 type bridge stp_state 1 mcast_querier 1
            ip link set dev br5 up
            ip link set dev vx master br5
            bridge link set dev vx neigh_suppress on learning off isolated on flood off hairpin on
            ip addr add 10.5.0.1/24 dev br5
            ip route add 10.6.0.0/16 via 10.5.0.9
            ip netns add red
            ip link add v1 type veth peer name v2 netns red
            ip link set dev v1 master br5
            ip link set dev v1 up
            ip link set dev v1 type bridge_slave isolated on mcast_flood off
            bridge link set dev v1 cost 50 priority 7
            bridge fdb add 02:00:00:00:00:77 dev v1 master static
            ip -n red link set dev v2 up
            ip -n red addr add 10.5.0.2/24 dev v2
            ip -n red route add default via 10.5.0.1
            ip -n red route add 10.7.0.0/16 via 10.5.0.3
            """
                    .lines()
                    .toList();

    private static final String[] NAMED = {
        "vx option.foreign [vx, gbp, srcport 5000 6000, maxaddress 99, flood off, hairpin on,"
                + " learning off, neigh_suppress on, isolated on]",
        "vx entry.foreign [vx, 1, port 4790, via eth1, vni 7, 02:00:00:00:00:01]",
        "vx entry.foreign [vx, 2, vni 9, 02:00:00:00:00:02]",
        "vx entry.apart [vx, 1, dst 239.1.1.1, 00:00:00:00:00:00]",
        "vx entry.apart [vx, 1, dst 192.0.2.2, 01:00:5e:00:00:05]",
        "vx control [vx, 1]",
        "br5 option.foreign [br5, stp_state 1, mcast_querier 1]",
        "br5 entry.bridge [br5, 1, 02:00:00:00:00:77]",
        "br5 route [10.6.0.0/16, br5]",
        "v1 option.foreign [v1, mcast_flood off, cost 50, priority 7, isolated on]",
        " route.inside [10.7.0.0/16, red]",
        "vx orphan [vx, 192.0.2.2, 5]",
    };

    @Test
    void readersOfTextsNameIt() {
        Cast cast = new Cast();
        String text = "h1# " + String.join("\nh1# ", COMMANDS) + "\n";
        new Transcript(cast, new FindingList()).read(text, Optional.empty());
        assertThat(findings(cast.found().getFirst())).containsExactlyInAnyOrder(NAMED);
    }

    @Test
    void agesUpToTheKernelsLargestAreRead() {
        Cast cast = new Cast();
        String text = "h1# ip link add br5 type bridge ageing_time 4294967200\n";
        new Transcript(cast, new FindingList()).read(text, Optional.empty());
        assertThat(cast.found().getFirst().state().links().get("br5").kind())
                .isEqualTo(new Link.Bridge(42_949_672, true));
    }

    @Test
    @Tag("kernel")
    void readersOfRunningHostsNameIt() throws Exception {
        List<Output> answers = new ArrayList<>();
        try (Sandbox host = Sandbox.open()) {
            for (String command : CARD) {
                host.mustRun(command.split(" "));
            }
            for (String command : COMMANDS) {
                host.mustRun(command.split(" "));
            }
            for (Command command : InventoryReading.commands()) {
                answers.add(host.run(command));
            }
        }
        Inventory inventory = InventoryReading.parse(answers);
        FoundHost found =
                new FoundHost(
                        "h1",
                        Optional.empty(),
                        inventory.state(),
                        Cables.of(inventory.veths()),
                        inventory.extras());
        assertThat(findings(found))
                .filteredOn(finding -> !finding.equals(" others [eth1 (veth)]"))
                .containsExactlyInAnyOrder(NAMED);
    }

    private static List<String> findings(FoundHost host) {
        return Discovery.of(List.of(host), Source.RUNNING, Optional.empty()).findings().stream()
                .map(LeftOutTest::shown)
                .toList();
    }

    private static String shown(Finding finding) {
        String key = finding.what().key().replace("discover.", "");
        return finding.device() + " " + key + " " + finding.what().arguments();
    }
}
