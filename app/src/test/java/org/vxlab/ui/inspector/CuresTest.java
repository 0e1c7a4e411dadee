package org.vxlab.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vxlab.topology.Flooding;
import org.vxlab.topology.Host;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabCheck;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.LabProperty;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Problem;
import org.vxlab.topology.Segment;
import org.vxlab.topology.SegmentOption;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Texts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What is wrong with a drawing gets a button that puts it right.
class CuresTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);
    private static final Thing RED = new Thing.Segment("red");

    static Stream<Arguments> wrongs() {
        return Stream.of(
                arguments(
                        port("b", "lan1", "192.168.56.11/24"),
                        new Thing.Host("b"),
                        "topology.address.twice",
                        "Write 192.168.56.12/24"),
                arguments(
                        port("b", "lan1", "192.168.56.12/25"),
                        new Thing.Host("b"),
                        "topology.host.length",
                        "Write 192.168.56.12/24"),
                arguments(
                        port("b", "lan1", "192.168.99.12/24"),
                        new Thing.Host("b"),
                        "topology.address.outside",
                        "Write 192.168.56.12/24"),
                arguments(
                        port("c", "lam2", "192.168.57.13/24"),
                        new Thing.Host("c"),
                        "topology.reference.network",
                        "Write lan2"),
                arguments(
                        new LabEdit.SetNetwork("lan1", new LabProperty.NetworkMtu(Optional.of(60))),
                        new Thing.Network("lan1"),
                        "topology.network.mtu",
                        "Use 1500 (default)"),
                arguments(
                        set(SegmentOption.TTL, "often"),
                        RED,
                        "topology.segment.ttl",
                        "Use auto (default)"),
                arguments(
                        set(SegmentOption.FLOODING, Flooding.REMOTE),
                        RED,
                        "topology.flooding.remote",
                        "Set flooding to head-end"),
                arguments(
                        set(SegmentOption.FLOODING, Flooding.NONE),
                        RED,
                        "topology.flooding.none",
                        "Set flooding to head-end"),
                arguments(
                        new LabEdit.Together(
                                new LabEdit.RenameLab("x").label(Labs.WHOLE),
                                List.of(
                                        set(SegmentOption.FLOODING, Flooding.HEAD_END),
                                        set(SegmentOption.GROUP, Ip.parse("239.1.1.1")))),
                        RED,
                        "topology.flooding.group-unused",
                        "Use none (default)"),
                arguments(
                        new LabEdit.Remove(new Thing.Tunnel("red", "b", "c")),
                        RED,
                        "topology.flooding.hub",
                        "Add tunnel b–c to red"),
                arguments(
                        new LabEdit.SetWorkload(
                                new Thing.Workload("red", "a", "vm1"),
                                new LabProperty.Mac(
                                        Optional.of(MacAddress.parse("01:00:00:00:00:01")))),
                        new Thing.Workload("red", "a", "vm1"),
                        "topology.mac.group",
                        "Write 02:00:00:00:00:01"),
                arguments(
                        new LabEdit.SetMember(
                                new Thing.Member("red", "a"),
                                new LabProperty.Bridge(
                                        Optional.of(new Segment.BridgeChoice.None()))),
                        new Thing.Workload("red", "a", "vm1"),
                        "topology.workload.bridgeless",
                        "red@a: leave bridge to its default"));
    }

    @ParameterizedTest(name = "{2}: {3}")
    @MethodSource("wrongs")
    void offersAnEditAfterWhichTheProblemIsGone(
            LabEdit wrong, Thing thing, String key, String label) {
        Lab lab = wrong.applyTo(Labs.WHOLE);
        List<Problem> problems = LabCheck.problems(lab);
        PageProblems found = PageProblems.of(lab, problems, Pages.page(lab, thing).orElseThrow());
        CurableProblem problem =
                Stream.concat(
                                found.ofProperties().values().stream().flatMap(List::stream),
                                found.ofPage().stream())
                        .filter(one -> one.problem().what().key().equals(key))
                        .findFirst()
                        .orElseThrow();
        Cure cure = problem.cure().orElseThrow();
        assertThat(TEXTS.of(cure.label())).isEqualTo(label);
        assertThat(LabCheck.problems(cure.change().edit().applyTo(lab)))
                .doesNotContain(problem.problem())
                .noneMatch(Problem::isError);
    }

    @Test
    void offersNothingWhereEveryEditWouldBringAnotherError() {
        Lab lab = new LabEdit.RenameLab("no name").applyTo(Labs.WHOLE);
        List<Problem> problems = LabCheck.problems(lab);
        Cures cures = new Cures(lab, problems);
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        assertThat(errors).hasSize(1);
        assertThat(cures.of(errors.getFirst(), Optional.empty())).isEmpty();
    }

    private static LabEdit port(String host, String network, String address) {
        return new LabEdit.SetHost(
                host,
                new LabProperty.Port(
                        new Host.UnderlayPort(
                                network, Optional.empty(), InterfaceAddress.parse(address))));
    }

    private static <T> LabEdit set(SegmentOption<T> option, T value) {
        return new LabEdit.SetSegment("red", new LabProperty.Option<>(option, Optional.of(value)));
    }
}
