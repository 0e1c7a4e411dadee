package org.vxlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vxlab.plan.Pair.commands;
import static org.vxlab.plan.Pair.wanted;
import static org.vxlab.plan.Pair.withLink;

import org.junit.jupiter.api.Test;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.MacAddress;

import java.util.List;
import java.util.Optional;

/// Entries and addresses the kernel drops by itself because of another change: nothing is deleted
/// that has gone by then, and what is still wanted is put again.
class VanishingEntriesTest {
    private static final String LAB = Pair.text("");

    private static final String WITH_ENTRIES =
            LAB
                    + """
                        fdb:
                          - { on: h1, mac: 02:00:00:00:0a:02, vtep: h2 }
                        neighbours:
                          - { on: h1, address: 10.10.0.2, mac: 02:00:00:00:0a:02 }
                    """;

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

        assertThat(commands(wanted, withLink(wanted, "br10", link -> withMac(link, byHand))))
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

        assertThat(commands(wanted(Pair.text("mtu: 1000")), wanted(ipv6)))
                .containsExactly(
                        "ip addr del fd00::1/64 dev br10",
                        "ip link set dev br10 mtu 1000",
                        "ip link set dev vxlan10 mtu 1000",
                        "ip addr replace 10.10.0.1/24 dev br10");
    }

    private static HostState withAddresses(HostState state, String... addresses) {
        return withLink(
                state,
                "br10",
                link ->
                        link.withAddresses(
                                List.of(addresses).stream().map(InterfaceAddress::parse).toList()));
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
