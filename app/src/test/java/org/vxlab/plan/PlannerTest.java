package org.vxlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vxlab.plan.Pair.commands;
import static org.vxlab.plan.Pair.wanted;
import static org.vxlab.plan.Pair.withLink;

import org.junit.jupiter.api.Test;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.plan.Step.Change;
import org.vxlab.topology.DerivedMac;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class PlannerTest {
    private static final String WORKLOAD =
            """
                workloads:
                  - { name: vm1, host: h1, address: 10.10.0.101/24, gateway: 10.10.0.1 }
            """;

    private static HostState pair(String option) {
        return wanted(Pair.text(option));
    }

    private static HostState pairWithWorkload(String option) {
        return wanted(Pair.text(option) + WORKLOAD);
    }

    /// A host that has exactly what is wanted, and what every Linux has besides.
    private static HostState asRead(HostState state) {
        Map<String, Link> links = new LinkedHashMap<>();
        links.put("lo", plain("lo", "::1/128"));
        links.put("eth0", plain("eth0", "10.99.0.1/24"));
        links.putAll(state.links());
        return new HostState(links, state.fdb(), state.neighbours(), List.of(), state.namespaces());
    }

    private static Link plain(String name, String address) {
        return new Link(
                name,
                new Link.Other(""),
                Optional.empty(),
                1500,
                true,
                "UP",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(InterfaceAddress.parse(address)));
    }

    @Test
    void plansNothingWhenHostAlreadyMatches() {
        HostState wanted = pair("flooding: head-end");

        assertThat(commands(wanted, asRead(wanted))).isEmpty();
    }

    @Test
    void makesBridgeThenTunnelThenEntriesOnAFreshHost() {
        assertThat(commands(pair("flooding: head-end"), asRead(HostState.EMPTY)))
                .containsExactly(
                        "ip link add name br10 address "
                                + mac("br10")
                                + " mtu 1450 type bridge mcast_snooping 0",
                        "ip link set dev br10 addrgenmode none",
                        "ip link set dev br10 alias vxlab:pair",
                        "ip link add name vxlan10 address "
                                + mac("vxlan10")
                                + " mtu 1450 type vxlan id 10 local 10.99.0.1 dev eth0"
                                + " dstport 4789",
                        "ip link set dev vxlan10 addrgenmode none",
                        "ip link set dev vxlan10 alias vxlab:pair",
                        "ip link set dev vxlan10 master br10",
                        "ip addr replace 10.10.0.1/24 dev br10",
                        "ip link set dev vxlan10 up",
                        "ip link set dev br10 up",
                        "bridge fdb append 00:00:00:00:00:00 dev vxlan10 dst 10.99.0.2");
    }

    @Test
    void leavesIpv6AloneOnAHostWithoutIt() {
        HostState read =
                new HostState(
                        Map.of("eth0", plain("eth0", "10.99.0.1/24")),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of());

        assertThat(commands(pair("flooding: head-end"), read))
                .noneMatch(command -> command.contains("addrgenmode"));
    }

    @Test
    void setsNoAddressGenerationWhereTheMtuIsTooSmallForIpv6() {
        HostState small = pairWithWorkload("mtu: 1279");
        HostState large = pairWithWorkload("mtu: 1280");

        assertThat(commands(small, asRead(HostState.EMPTY)))
                .noneMatch(command -> command.contains("addrgenmode"));
        assertThat(commands(small, asRead(large)))
                .contains("ip link set dev vxlan10 mtu 1279")
                .noneMatch(command -> command.contains("addrgenmode"));
        assertThat(commands(large, asRead(small)))
                .contains(
                        "ip link del dev vxlan10",
                        "ip link del dev br10",
                        "ip netns del vxlab.pair.vm1",
                        "ip link set dev vxlan10 addrgenmode none",
                        "ip link set dev br10 addrgenmode none",
                        "ip link set dev veth-vm1 addrgenmode none",
                        "ip -n vxlab.pair.vm1 link set dev eth0 addrgenmode none");
    }

    @Test
    void makesATunnelAnewWhoseVniChanged() {
        HostState wanted = pair("flooding: head-end");
        HostState read =
                withLink(
                        asRead(wanted),
                        "vxlan10",
                        link -> withKind(link, withPort((Vxlan) link.kind(), 8472)));

        HostPlan plan = Planner.plan(wanted, read, Pair.OWNER);

        assertThat(plan.steps().getFirst().change()).isEqualTo(Change.RECREATE);
        assertThat(plan.steps().getFirst().why().arguments())
                .containsExactly("vxlan10", "dstport", "8472", "4789");
        assertThat(commands(wanted, read))
                .startsWith("ip link del dev vxlan10")
                .contains(
                        "ip link set dev vxlan10 master br10",
                        "bridge fdb append 00:00:00:00:00:00 dev vxlan10 dst 10.99.0.2")
                .noneMatch(command -> command.contains("br10 type bridge"));
    }

    private static Vxlan withPort(Vxlan vxlan, int port) {
        return new Vxlan(
                vxlan.vni(),
                vxlan.local(),
                vxlan.remote(),
                vxlan.group(),
                vxlan.underlayDevice(),
                port,
                vxlan.learning(),
                vxlan.ageing(),
                vxlan.ttl(),
                vxlan.tos(),
                vxlan.df(),
                vxlan.udpcsum(),
                vxlan.zeroCsum6(),
                vxlan.foreign());
    }

    @Test
    void letsTheKernelMakeAndMoveTheDefaultDestination() {
        HostState remote = pair("flooding: remote");
        HostState headEnd = pair("flooding: head-end");

        assertThat(commands(remote, asRead(HostState.EMPTY)))
                .noneMatch(command -> command.startsWith("bridge fdb"));
        assertThat(commands(headEnd, asRead(remote)))
                .containsExactly(
                        "ip link set dev vxlan10 type vxlan remote 0.0.0.0",
                        "bridge fdb append 00:00:00:00:00:00 dev vxlan10 dst 10.99.0.2");
        assertThat(commands(remote, asRead(headEnd)))
                .containsExactly("ip link set dev vxlan10 type vxlan remote 10.99.0.2");
    }

    @Test
    void removesOneFloodEntryByItsDestination() {
        HostState wanted = pair("flooding: head-end");
        List<FdbEntry> fdb = new ArrayList<>(wanted.fdb());
        fdb.add(flood("10.99.0.9"));
        HostState read = asRead(new HostState(wanted.links(), fdb, List.of(), List.of(), Map.of()));

        assertThat(commands(wanted, read))
                .containsExactly("bridge fdb del 00:00:00:00:00:00 dev vxlan10 dst 10.99.0.9");
    }

    private static FdbEntry flood(String vtep) {
        return new FdbEntry(
                MacAddress.ZERO,
                "vxlan10",
                FdbEntry.Table.VXLAN,
                Optional.empty(),
                Optional.of(Ip.parse(vtep)),
                FdbEntry.State.PERMANENT,
                false);
    }

    @Test
    void finishesADeviceWhoseMakingWasCutShort() {
        HostState wanted = pair("flooding: head-end");
        HostState read =
                withLink(asRead(wanted), "vxlan10", link -> withAlias(link, Optional.empty()));

        assertThat(commands(wanted, read))
                .containsExactly(
                        "ip link set dev vxlan10 addrgenmode none",
                        "ip link set dev vxlan10 alias vxlab:pair");
        assertThat(commands(HostState.EMPTY, read)).contains("ip link del dev vxlan10");
    }

    @Test
    void neverTouchesWhatTheLabDoesNotOwn() {
        HostState wanted = pair("flooding: head-end");
        HostState foreign =
                withLink(
                        withLink(
                                asRead(wanted),
                                "vxlan10",
                                link -> withAlias(link, Optional.of("vxlab:other"))),
                        "br10",
                        link -> withAlias(link, Optional.of("somebody's")));

        assertThat(commands(HostState.EMPTY, foreign)).isEmpty();
    }

    @Test
    void takesEverythingDownInAnOrderThatWorks() {
        HostState all = pairWithWorkload("flooding: head-end");

        assertThat(commands(HostState.EMPTY, asRead(all)))
                .containsExactly(
                        "sh -c 'ip netns pids \"$1\" | xargs -r kill -9' vxlab vxlab.pair.vm1",
                        "ip link del dev veth-vm1",
                        "ip netns del vxlab.pair.vm1",
                        "ip link del dev vxlan10",
                        "ip link del dev br10");
    }

    @Test
    void leavesAWorkloadAloneWhoseLoopbackHasItsAddresses() {
        HostState all = pairWithWorkload("flooding: head-end");
        Map<String, HostState> namespaces = new LinkedHashMap<>(all.namespaces());
        namespaces.computeIfPresent(
                "vxlab.pair.vm1",
                (_, inside) ->
                        withLink(
                                inside,
                                "lo",
                                link ->
                                        link.withAddresses(
                                                List.of(
                                                        InterfaceAddress.parse("127.0.0.1/8"),
                                                        InterfaceAddress.parse("::1/128")))));
        HostState read =
                new HostState(all.links(), all.fdb(), all.neighbours(), List.of(), namespaces);

        assertThat(commands(all, asRead(read))).isEmpty();
    }

    @Test
    void putsTheRouteAgainThatGoesWithAWorkloadsAddress() {
        HostState before = pairWithWorkload("flooding: head-end");
        HostState moved = wanted(Pair.text("flooding: head-end") + WORKLOAD.replace(".101", ".99"));
        HostState elsewhere =
                wanted(
                        Pair.text("flooding: head-end")
                                + WORKLOAD.replace(
                                        "10.10.0.101/24, gateway: 10.10.0.1", "10.9.0.9/24"));

        assertThat(commands(moved, asRead(before)))
                .containsExactly(
                        "ip -n vxlab.pair.vm1 addr del 10.10.0.101/24 dev eth0",
                        "ip -n vxlab.pair.vm1 addr replace 10.10.0.99/24 dev eth0",
                        "ip -n vxlab.pair.vm1 route replace default via 10.10.0.1 dev eth0");
        assertThat(commands(elsewhere, asRead(before)))
                .containsExactly(
                        "ip -n vxlab.pair.vm1 route del default via 10.10.0.1 dev eth0",
                        "ip -n vxlab.pair.vm1 addr del 10.10.0.101/24 dev eth0",
                        "ip -n vxlab.pair.vm1 addr replace 10.9.0.9/24 dev eth0");
    }

    @Test
    void putsAddressesAgainThatGoWithTheFirstOfTheirSubnet() {
        HostState wanted = pair("flooding: head-end");
        HostState read =
                withLink(
                        asRead(wanted),
                        "br10",
                        link ->
                                link.withAddresses(
                                        List.of(
                                                InterfaceAddress.parse("10.10.0.9/24"),
                                                InterfaceAddress.parse("10.10.0.1/24"))));

        assertThat(commands(wanted, read))
                .containsExactly(
                        "ip addr del 10.10.0.9/24 dev br10",
                        "ip addr replace 10.10.0.1/24 dev br10");
    }

    @Test
    void makesAWorkloadAnewWhoseCableIsGone() {
        HostState all = pairWithWorkload("flooding: head-end");
        Map<String, Link> links = new LinkedHashMap<>(all.links());
        links.remove("veth-vm1");
        HostState read =
                asRead(
                        new HostState(
                                links, all.fdb(), all.neighbours(), List.of(), all.namespaces()));

        assertThat(commands(all, read))
                .contains(
                        "ip netns del vxlab.pair.vm1",
                        "ip netns add vxlab.pair.vm1",
                        "ip -n vxlab.pair.vm1 route replace default via 10.10.0.1 dev eth0");
    }

    private static String mac(String device) {
        return DerivedMac.of("pair", "h1", device).toString();
    }

    private static Link withKind(Link link, Link.Kind kind) {
        return changed(link, kind, link.alias());
    }

    private static Link withAlias(Link link, Optional<String> alias) {
        return changed(link, link.kind(), alias);
    }

    private static Link changed(Link link, Link.Kind kind, Optional<String> alias) {
        return new Link(
                link.name(),
                kind,
                link.mac(),
                link.mtu(),
                link.up(),
                link.operState(),
                link.master(),
                link.port(),
                alias,
                link.addresses());
    }
}
