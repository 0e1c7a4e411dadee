package org.vxlab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.session.LabFile;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.ResolvedLab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Entries and addresses the kernel drops by itself because of another change: nothing is deleted
/// that has gone by then, and what is still wanted is put again.
class VanishingEntriesTest {
    private static final String LAB =
            """
            vxlab: 1
            name: pair
            underlay:
              networks:
                - { name: lan, subnet: 10.99.0.0/24 }
            hosts:
              - { name: h1, underlay: { network: lan, address: 10.99.0.1/24 } }
              - { name: h2, underlay: { network: lan, address: 10.99.0.2/24 } }
            segments:
              - vni: 10
                members:
                  - { host: h1, address: 10.10.0.1/24 }
                  - { host: h2, address: 10.10.0.2/24 }
            """;

    private static final String WITH_ENTRIES =
            LAB
                    + "    fdb:\n"
                    + "      - { on: h1, mac: 02:00:00:00:0a:02, vtep: h2 }\n"
                    + "    neighbours:\n"
                    + "      - { on: h1, address: 10.10.0.2, mac: 02:00:00:00:0a:02 }\n";

    private static final String PUT_AGAIN =
            "ip neigh replace 10.10.0.2 lladdr 02:00:00:00:0a:02 dev br10 nud permanent";

    @Test
    void goBeforeTheDeviceLosesItsAddress() {
        String withoutAddress = LAB.replace("h1, address: 10.10.0.1/24", "h1");

        assertThat(commands(wanted(withoutAddress), wanted(WITH_ENTRIES)))
                .containsExactly(
                        "bridge fdb del 02:00:00:00:0a:02 dev vxlan10 master",
                        "ip neigh del 10.10.0.2 dev br10",
                        "ip addr del 10.10.0.1/24 dev br10",
                        "bridge link set dev vxlan10 neigh_suppress off",
                        "bridge fdb del 02:00:00:00:0a:02 dev vxlan10 dst 10.99.0.2 self");
    }

    @Test
    void comeBackAfterTheDevicesOnlyAddressChanged() {
        HostState renumbered = wanted(WITH_ENTRIES.replace("10.10.0.1/24", "10.10.0.9/24"));

        assertThat(commands(renumbered, wanted(WITH_ENTRIES)))
                .containsExactly(
                        "ip addr del 10.10.0.1/24 dev br10",
                        "ip addr replace 10.10.0.9/24 dev br10",
                        PUT_AGAIN);
    }

    @Test
    void stayWhereAnotherAddressStays() {
        HostState wanted = wanted(WITH_ENTRIES);

        assertThat(commands(wanted, withAddresses(wanted, "10.10.0.1/24", "10.9.0.9/24")))
                .containsExactly("ip addr del 10.9.0.9/24 dev br10");
    }

    @Test
    void comeBackAfterTheMacWasRepaired() {
        HostState wanted = wanted(WITH_ENTRIES);
        MacAddress byHand = MacAddress.parse("02:00:00:00:00:77");
        MacAddress own = wanted.links().get("br10").mac().orElseThrow();

        assertThat(commands(wanted, withBridge(wanted, link -> withMac(link, byHand))))
                .containsExactly("ip link set dev br10 address " + own, PUT_AGAIN);
    }

    @Test
    void addressesOfASubnetGoLastOneFirst() {
        HostState wanted = wanted(LAB);

        assertThat(commands(wanted, withAddresses(wanted, "10.9.0.8/24", "10.9.0.9/24")))
                .containsExactly(
                        "ip addr del 10.9.0.9/24 dev br10",
                        "ip addr del 10.9.0.8/24 dev br10",
                        "ip addr replace 10.10.0.1/24 dev br10");
    }

    @Test
    void ipv6AddressesGoBeforeTheMtuBecomesTooSmallForThem() {
        String ipv6 = LAB.replace("10.10.0.1/24", "fd00::1/64");
        String small = LAB.replace("vni: 10\n", "vni: 10\n    mtu: 1000\n");

        assertThat(commands(wanted(small), wanted(ipv6)))
                .containsExactly(
                        "ip addr del fd00::1/64 dev br10",
                        "ip link set dev br10 mtu 1000",
                        "ip link set dev vxlan10 mtu 1000",
                        "ip addr replace 10.10.0.1/24 dev br10");
    }

    private static HostState wanted(String text) {
        ResolvedLab lab = ResolvedLab.of(LabFile.read(text).lab().orElseThrow());
        return Wanted.of(lab, "h1", "eth0");
    }

    private static List<String> commands(HostState wanted, HostState read) {
        return Planner.plan(wanted, read, new Ownership("pair", "h1")).steps().stream()
                .map(step -> step.command().toString())
                .toList();
    }

    private static HostState withAddresses(HostState state, String... addresses) {
        return withBridge(
                state,
                link ->
                        link.withAddresses(
                                List.of(addresses).stream().map(InterfaceAddress::parse).toList()));
    }

    private static HostState withBridge(HostState state, UnaryOperator<Link> change) {
        Map<String, Link> links = new LinkedHashMap<>(state.links());
        links.computeIfPresent("br10", (_, link) -> change.apply(link));
        return new HostState(
                links, state.fdb(), state.neighbours(), state.routes(), state.namespaces());
    }

    private static Link withMac(Link link, MacAddress mac) {
        return new Link(
                link.name(),
                link.kind(),
                Optional.of(mac),
                link.mtu(),
                link.up(),
                link.operState(),
                link.master(),
                link.port(),
                link.alias(),
                link.addresses());
    }
}
