package org.vxlab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vxlab.iproute.HostFacts;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.session.LabFile;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Message;
import org.vxlab.topology.Problem.Severity;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.Vni;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What another vxlan device on a host means for a push, as the kernel was seen to decide.
final class HostCheckTest {
    private static final String V4 = "10.99.0.1";
    private static final String V6 = "fd99::1";
    private static final HostFacts FACTS =
            new HostFacts("ip utility, iproute2-6.1.0", true, true, Set.of(), Set.of());

    @ParameterizedTest
    @CsvSource({
        "10, 4789, 10.99.0.1, '', plan.host.vni",
        "10, 8472, 10.99.0.1, '', ''",
        "11, 4789, 10.99.0.1, '', ''",
        "10, 4789, fd99::1, '', ''",
        "11, 4789, 10.99.0.1, proxy l2miss l3miss rsc, ''",
        "10, 4789, 10.99.0.1, proxy, plan.host.vni",
        "11, 4789, 10.99.0.1, gbp, plan.host.flags",
        "11, 4789, fd99::1, gbp, ''",
        "11, 4789, fd99::1, udp6zerocsumrx, ''",
        "11, 4789, 10.99.0.1, udp6zerocsumrx, plan.host.flags",
        "0, 4789, '', external, plan.host.flags",
        "0, 4799, '', external, ''"
    })
    void sharesAUdpPortWhereTheKernelDoes(
            int vni, int port, String local, String settings, String problem) {
        assertThat(problems(V4, "", vxlan(vni, port, local, settings)))
                .isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
    }

    @ParameterizedTest
    @CsvSource({
        "'', fd99::1, '', ''",
        "'', fd99::1, udp6zerocsumrx, plan.host.flags",
        "udpcsum: false, fd99::1, '', plan.host.flags",
        "udpcsum: false, fd99::1, udp6zerocsumrx, ''",
        "udpcsum: false, 10.99.0.1, '', ''",
        "'', '', external, plan.host.flags"
    })
    void sharesAUdpPortOverIpv6WhereTheKernelDoes(
            String option, String local, String settings, String problem) {
        assertThat(problems(V6, option, vxlan(11, 4789, local, settings)))
                .isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
    }

    /// Bound to a loopback, a tunnel with `remote` sends nothing, and no group is joined.
    @ParameterizedTest
    @CsvSource({
        "lo, '', 'head-end', ''",
        "lo, '', 'multicast, group: 239.1.1.1', plan.host.group",
        "vtep, dummy, 'multicast, group: 239.1.1.1', plan.host.group",
        "eth0, '', 'multicast, group: 239.1.1.1', ''"
    })
    void bindsNoTunnelToALoopback(String device, String kind, String flooding, String problem) {
        ResolvedLab lab =
                ResolvedLab.of(
                        LabFile.read(
                                        """
                                        vxlab: 1
                                        name: one
                                        underlay:
                                          networks: [{ name: lan, subnet: 10.99.0.0/24 }]
                                        hosts:
                                          - { name: h1, underlay: { network: lan, address: 10.99.0.1/24 }, ssh: far }
                                        segments:
                                          - { vni: 10, flooding: %s, members: [{ host: h1 }] }
                                        """
                                                .formatted(flooding))
                                .lab()
                                .orElseThrow());
        HostState read =
                new HostState(
                        Map.of(device, link(device, new Link.Other(kind), V4 + "/32")),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of());
        Optional<String> found = HostCheck.underlayDevice(lab.host("h1"), read);
        assertThat(found).contains(device);
        Optional<String> bound = HostCheck.binding(device, read);
        assertThat(bound.isPresent()).isEqualTo(device.equals("eth0"));
        List<HostProblem> problems =
                HostCheck.wanted(
                        lab.host("h1"),
                        new Ownership("one", "h1"),
                        FACTS,
                        read,
                        Optional.of(Wanted.of(lab, "h1", bound)));
        assertThat(problems.stream().map(one -> one.what().key()).toList())
                .isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
    }

    /// The kernel cuts the MTU of a tunnel to that of the device it is bound to, and only then.
    @ParameterizedTest
    @CsvSource({
        "eth0, 1450, ''",
        "eth0, 1451, ERROR plan.host.mtu-bound",
        "lo, 1451, WARNING plan.host.mtu"
    })
    void allowsATunnelWhatItsDeviceCarries(String device, int mtu, String problem) {
        List<HostProblem> problems = problems(mtu, device);
        assertThat(problems.stream().map(one -> one.severity() + " " + one.what().key()).toList())
                .isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
    }

    /// @param mtu of a tunnel
    /// @param device the one with the VTEP address
    private static List<HostProblem> problems(int mtu, String device) {
        ResolvedLab lab =
                ResolvedLab.of(
                        LabFile.read(
                                        """
                                        vxlab: 1
                                        name: one
                                        underlay:
                                          networks: [{ name: lan, subnet: 192.0.2.0/24, mtu: 9000 }]
                                        hosts:
                                          - { name: h1, ssh: far, underlay: { network: lan, address: 192.0.2.1/24 } }
                                        segments:
                                          - { vni: 10, mtu: %d, members: [{ host: h1 }] }
                                        """
                                                .formatted(mtu))
                                .lab()
                                .orElseThrow());
        HostState read =
                new HostState(
                        Map.of(device, link(device, new Link.Other(""), "192.0.2.1/24")),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of());
        return HostCheck.wanted(
                lab.host("h1"),
                new Ownership("one", "h1"),
                FACTS,
                read,
                Optional.of(Wanted.of(lab, "h1", HostCheck.binding(device, read))));
    }

    private static List<String> problems(String vtep, String option, Vxlan foreign) {
        String length = vtep.equals(V4) ? "24" : "64";
        ResolvedLab lab =
                ResolvedLab.of(
                        LabFile.read(
                                        """
                                        vxlab: 1
                                        name: one
                                        underlay:
                                          networks: [{ name: lan, subnet: %s/%s }]
                                        hosts:
                                          - { name: h1, underlay: { network: lan, address: %s/%s } }
                                        segments:
                                          - vni: 10
                                            %s
                                            members: [{ host: h1 }]
                                        """
                                                .formatted(
                                                        vtep.substring(0, vtep.length() - 1) + "0",
                                                        length,
                                                        vtep,
                                                        length,
                                                        option))
                                .lab()
                                .orElseThrow());
        Map<String, Link> links = new LinkedHashMap<>();
        links.put("eth0", link("eth0", new Link.Other(""), vtep + "/" + length));
        links.put("theirs", link("theirs", foreign, "192.0.2.1/32"));
        HostState read = new HostState(links, List.of(), List.of(), List.of(), Map.of());
        return HostCheck.wanted(
                        lab.host("h1"),
                        new Ownership("one", "h1"),
                        FACTS,
                        read,
                        Optional.of(Wanted.of(lab, "h1", "eth0")))
                .stream()
                .map(found -> found.what().key())
                .toList();
    }

    @Test
    void saysWhatToDoWhereAnotherLabHasAWorkloadOfThatName() {
        Link cable =
                new Link(
                        "veth-vm1",
                        new Link.Veth(Optional.empty()),
                        Optional.empty(),
                        1500,
                        true,
                        "UP",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("vxlab:other"),
                        List.of());
        ResolvedLab lab =
                ResolvedLab.of(
                        LabFile.read(
                                        """
                                        vxlab: 1
                                        name: one
                                        underlay:
                                          networks: [{ name: lan, subnet: 192.0.2.0/24 }]
                                        hosts:
                                          - name: h1
                                            underlay: { network: lan, address: 192.0.2.1/24 }
                                        segments:
                                          - vni: 10
                                            members: [{ host: h1 }]
                                            workloads: [{ name: vm1, host: h1 }]
                                        """)
                                .lab()
                                .orElseThrow());
        HostState read =
                new HostState(
                        Map.of(
                                "eth0",
                                link("eth0", new Link.Other(""), "192.0.2.1/24"),
                                "veth-vm1",
                                cable),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of());
        assertThat(
                        HostCheck.wanted(
                                lab.host("h1"),
                                new Ownership("one", "h1"),
                                FACTS,
                                read,
                                Optional.of(Wanted.of(lab, "h1", "eth0"))))
                .containsExactly(
                        new HostProblem(
                                "h1",
                                Severity.ERROR,
                                Message.of("plan.host.name.lab", "veth-vm1", "h1", "other"),
                                Message.of(
                                        "plan.host.name.lab.workload", "veth-vm1", "h1", "other")));
    }

    private static Link link(String name, Link.Kind kind, String address) {
        return new Link(
                name,
                kind,
                Optional.empty(),
                1500,
                true,
                "UP",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(InterfaceAddress.parse(address)));
    }

    private static Vxlan vxlan(int vni, int port, String local, String settings) {
        return new Vxlan(
                new Vni(vni),
                local.isEmpty() ? Optional.empty() : Optional.of(Ip.parse(local)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("eth0"),
                port,
                true,
                300,
                "auto",
                "0",
                "unset",
                true,
                false,
                settings);
    }
}
