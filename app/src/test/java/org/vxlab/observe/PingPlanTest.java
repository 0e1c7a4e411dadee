package org.vxlab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.session.LabFile;
import org.vxlab.topology.Flooding;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.OverlayEnd;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedSegment;
import org.vxlab.topology.ResolvedSegment.ResolvedMember;
import org.vxlab.topology.ResolvedSegment.ResolvedWorkload;
import org.vxlab.topology.Vni;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class PingPlanTest {
    /// Two spokes in segments of their own, which share a bridge on the hub.
    private static final String STAR =
            """
            vxlab: 1
            name: star
            underlay:
              networks: [ { name: lan, subnet: 10.99.0.0/24 } ]
            hosts:
              - { name: hub, underlay: { network: lan, address: 10.99.0.1/24 } }
              - { name: one, underlay: { network: lan, address: 10.99.0.2/24 } }
              - { name: two, underlay: { network: lan, address: 10.99.0.3/24 } }
            segments:
              - vni: 1
                members:
                  - { host: hub, bridge: all, address: 10.0.0.1/24 }
                  - { host: one, address: 10.0.0.2/24 }
              - vni: 2
                members:
                  - { host: hub, bridge: all }
                  - { host: two, address: 10.0.0.3/24 }
                workloads:
                  - { name: apart, host: two, address: 10.7.0.1/24 }
            """;

    @Test
    void pairsEverybodyWithAnAddressOfTheSameFamilyBothWays() {
        PingPlan plan =
                plan(
                        List.of(
                                member("a", "10.0.0.1/24"),
                                member("b", ""),
                                member("c", "fd00::3/64")),
                        List.of(
                                workload("vm1", "a", "10.0.0.11/24"),
                                workload("vm2", "b", "10.0.0.12/24"),
                                workload("vm3", "b", "")));
        assertThat(plan.pairs())
                .extracting(pair -> pair.from().name() + ">" + pair.to().name())
                .containsExactly("a>vm1", "a>vm2", "vm1>a", "vm1>vm2", "vm2>a", "vm2>vm1");
        assertThat(plan.pairs().getFirst().from())
                .isEqualTo(new OverlayEnd("a", "a", "", "br10", Ip.parse("10.0.0.1")));
        assertThat(plan.pairs().getLast().from())
                .isEqualTo(new OverlayEnd("vm2", "b", "ns-vm2", "eth0", Ip.parse("10.0.0.12")));
    }

    @Test
    void givesEachHostItsOwnPairsAndItsShareOfTheSecond() {
        PingPlan plan =
                plan(
                        List.of(member("a", "10.0.0.1/24"), member("b", "10.0.0.2/24")),
                        List.of(workload("vm1", "a", "10.0.0.11/24")));
        Map<String, PingShare> shares = plan.shares();
        assertThat(shares.keySet()).containsExactly("a", "b");
        assertThat(shares.get("a")).isEqualTo(new PingShare(plan.bySource().get("a"), 128));
        assertThat(plan.bySource().get("a"))
                .extracting(pair -> pair.from().name() + ">" + pair.to().name())
                .containsExactly("a>b", "a>vm1", "vm1>a", "vm1>b");
    }

    @Test
    void pairsSpokesThatShareABridgeOnTheirHub() {
        assertThat(plan(STAR).pairs())
                .extracting(
                        pair -> pair.segment() + " " + pair.from().name() + ">" + pair.to().name())
                .containsExactly(
                        "vni1 hub>one",
                        "vni1 one>hub",
                        "vni2 hub>two",
                        "vni1 one>two",
                        "vni2 two>apart",
                        "vni2 apart>two",
                        "vni2 two>hub",
                        "vni2 two>one");
    }

    @Test
    void pairsABridgeOnceThatIsDrawnWithItsAddressInTwoSegments() {
        String twice =
                STAR.replace(
                        "{ host: hub, bridge: all }",
                        "{ host: hub, bridge: all, address: 10.0.0.1/24 }");

        assertThat(plan(twice).pairs())
                .extracting(
                        pair -> pair.segment() + " " + pair.from().name() + ">" + pair.to().name())
                .contains("vni1 one>hub", "vni2 hub>two", "vni1 one>two")
                .doesNotHaveDuplicates();
    }

    private static PingPlan plan(String lab) {
        return PingPlan.of(ResolvedLab.of(LabFile.read(lab).lab().orElseThrow()));
    }

    private static PingPlan plan(List<ResolvedMember> members, List<ResolvedWorkload> workloads) {
        ResolvedSegment segment =
                new ResolvedSegment(
                        new Vni(10),
                        "red",
                        4789,
                        Flooding.HEAD_END,
                        Optional.empty(),
                        300,
                        1450,
                        "auto",
                        "0",
                        "unset",
                        true,
                        List.of(),
                        members,
                        List.of(),
                        List.of(),
                        workloads);
        return PingPlan.of(
                new ResolvedLab("lab", List.of(), List.of(), List.of(), List.of(segment)));
    }

    private static ResolvedMember member(String host, String address) {
        return new ResolvedMember(
                host,
                Ip.parse("192.0.2.1"),
                "vxlan10",
                Optional.of("br10"),
                address(address),
                true,
                List.of());
    }

    private static ResolvedWorkload workload(String name, String host, String address) {
        return new ResolvedWorkload(
                name,
                host,
                new MacAddress(0x020000000001L),
                address(address),
                Optional.empty(),
                "ns-" + name,
                "veth-" + name);
    }

    private static Optional<InterfaceAddress> address(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(InterfaceAddress.parse(text));
    }
}
