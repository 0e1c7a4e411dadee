package org.vxlab.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.session.LabFile;
import org.vxlab.topology.Layout.Point;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class LabEditTest {
    private static final Lab LAB =
            LabFile.read(
                            """
                            vxlab: 1
                            name: test
                            underlay:
                              networks:
                                - { name: lan1, subnet: 192.168.56.0/24 }
                                - { name: lan2, subnet: 192.168.57.0/24 }
                              routers:
                                - { name: r1, addresses: { lan1: 192.168.56.1, lan2: 192.168.57.1 } }
                            hosts:
                              - { name: a, underlay: { network: lan1, address: 192.168.56.11/24 } }
                              - { name: b, underlay: { network: lan1, address: 192.168.56.12/24 } }
                              - { name: c, underlay: { network: lan2, address: 192.168.57.13/24 } }
                            segments:
                              - vni: 10
                                name: red
                                tunnels: [[a, b], [a, c]]
                                members:
                                  - { host: a, address: 10.10.0.1/24 }
                                  - { host: b, address: 10.10.0.2/24 }
                                  - { host: c }
                                fdb:
                                  - { on: b, mac: 02:00:00:00:00:01, vtep: a }
                                  - { on: a, mac: 02:00:00:00:00:03, vtep: 192.168.57.13 }
                                neighbours:
                                  - { on: b, address: 10.10.0.101, mac: 02:00:00:00:00:01 }
                                workloads:
                                  - { name: vm1, host: a, mac: 02:00:00:00:00:01, address: 10.10.0.101/24 }
                                  - { name: vm3, host: c, mac: 02:00:00:00:00:03, address: 10.10.0.103/24 }
                            layout:
                              a: [0, 0]
                              red: [100, 100]
                              notes: [{ at: [1, 2], text: one }, { at: [3, 4], text: two }]
                            """)
                    .lab()
                    .orElseThrow();

    @Test
    void aRenamedHostIsRenamedWhereverItIsNamed() {
        Lab renamed = new LabEdit.Rename(new Thing.Host("a"), "alpha").applyTo(LAB);

        assertThat(LabFile.print(renamed))
                .isEqualTo(
                        LabFile.print(LAB)
                                .replace("name: a,", "name: alpha,")
                                .replace("[a, ", "[alpha, ")
                                .replace("host: a,", "host: alpha,")
                                .replace("on: a,", "on: alpha,")
                                .replace("vtep: a }", "vtep: alpha }")
                                .replace("a: [0, 0]", "alpha: [0, 0]"));
    }

    @Test
    void aRenamedNetworkIsRenamedInHostsAndRouters() {
        Lab renamed = new LabEdit.Rename(new Thing.Network("lan1"), "dc").applyTo(LAB);

        assertThat(LabFile.print(renamed)).isEqualTo(LabFile.print(LAB).replace("lan1", "dc"));
    }

    @Test
    void aDeletedHostTakesAllThatNeedsItAlong() {
        LabEdit edit = new LabEdit.Remove(set(new Thing.Host("a")));
        Lab left = edit.applyTo(LAB);

        assertThat(LabCheck.problems(left)).noneMatch(Problem::isError);
        assertThat(Thing.all(left))
                .containsExactly(
                        new Thing.Network("lan1"),
                        new Thing.Network("lan2"),
                        new Thing.Router("r1"),
                        new Thing.Host("b"),
                        new Thing.Host("c"),
                        new Thing.Segment("red"),
                        new Thing.Member("red", "b"),
                        new Thing.Member("red", "c"),
                        new Thing.Workload("red", "c", "vm3"),
                        new Thing.Note(0),
                        new Thing.Note(1));
        assertThat(edit.label(LAB))
                .isEqualTo(
                        Message.of(
                                "topology.edit.remove-along",
                                "a",
                                "red@a, red a–b, red a–c, 02:00:00:00:00:01@b,"
                                        + " 02:00:00:00:00:03@a +2"));
    }

    @Test
    void aDeletedNetworkTakesItsHostsAndTheRoutersPortAlong() {
        Lab left = new LabEdit.Remove(set(new Thing.Network("lan1"))).applyTo(LAB);

        assertThat(left.hosts()).extracting(Host::name).containsExactly("c");
        assertThat(left.routers())
                .containsExactly(new Router("r1", Map.of("lan2", Ip.parse("192.168.57.1"))));
        assertThat(left.layout().positions()).doesNotContainKey("a");
    }

    @Test
    void notesKeepTheirOrderWhenOneIsDeleted() {
        Lab left = new LabEdit.Remove(set(new Thing.Note(0))).applyTo(LAB);

        assertThat(left.layout().notes()).containsExactly(new Layout.Note(new Point(3, 4), "two"));
    }

    @Test
    void tunnelsAreNoLongerWrittenOnceTheyAreEveryPair() {
        Lab whole = new LabEdit.AddTunnel("red", new Segment.Tunnel("b", "c")).applyTo(LAB);
        Lab again = new LabEdit.Remove(set(new Thing.Tunnel("red", "c", "b"))).applyTo(whole);

        assertThat(whole.segments().getFirst().tunnels()).isEmpty();
        assertThat(again).isEqualTo(LAB);
    }

    @Test
    void hostsMoveWithTheirSubnet() {
        Lab moved =
                new LabEdit.SetNetwork("lan1", new LabProperty.Subnet(Prefix.parse("10.1.0.0/16")))
                        .applyTo(LAB);

        assertThat(LabFile.print(moved))
                .isEqualTo(
                        LabFile.print(LAB)
                                .replace("192.168.56.0/24", "10.1.0.0/16")
                                .replace("192.168.56.1,", "10.1.0.1,")
                                .replace("192.168.56.11/24", "10.1.0.11/16")
                                .replace("192.168.56.12/24", "10.1.0.12/16"));
    }

    @Test
    void floodingByMulticastComesWithAGroupAndGoesWithIt() {
        LabEdit on = option(SegmentOption.FLOODING, Optional.of(Flooding.MULTICAST));
        LabEdit off = option(SegmentOption.FLOODING, Optional.of(Flooding.HEAD_END));

        Segment multicast = on.applyTo(LAB).segments().getFirst();
        Segment headEnd = off.applyTo(on.applyTo(LAB)).segments().getFirst();

        assertThat(multicast.options().group()).contains(Ip.parse("239.1.1.1"));
        assertThat(headEnd.options())
                .isEqualTo(
                        SegmentOption.FLOODING.set(
                                Segment.Options.DEFAULTS, Optional.of(Flooding.HEAD_END)));
        assertThat(off.label(LAB))
                .isEqualTo(Message.of("topology.edit.set", "red", "flooding", "head-end"));
    }

    @Test
    void aSegmentWithoutANameKeepsItsPlaceWhenItsVniChanges() {
        Lab unnamed =
                LAB.withSegments(List.of(LAB.segments().getFirst().withName(Optional.empty())))
                        .withLayout(new Layout(Map.of("vni10", new Point(5, 6)), List.of()));

        Lab changed =
                new LabEdit.SetSegment("vni10", new LabProperty.SegmentVni(new Vni(77)))
                        .applyTo(unnamed);

        assertThat(changed.layout().positions()).isEqualTo(Map.of("vni77", new Point(5, 6)));
    }

    @Test
    void editsOfWhatIsNotThereChangeNothing() {
        assertThat(
                        List.of(
                                new LabEdit.Rename(new Thing.Host("x"), "y"),
                                new LabEdit.Remove(set(new Thing.Segment("x"))),
                                new LabEdit.Remove(set(new Thing.Note(9))),
                                new LabEdit.AddTunnel("x", new Segment.Tunnel("a", "b")),
                                new LabEdit.SetNetwork(
                                        "x", new LabProperty.NetworkMtu(Optional.of(9000)))))
                .allSatisfy(edit -> assertThat(edit.applyTo(LAB)).isEqualTo(LAB));
    }

    @Test
    void aCopiedHostJoinsBesideTheOriginalUnderNewNamesAndAddresses() {
        Lab pasted = Obvious.duplicate(LAB, Set.of(new Thing.Host("a")), 40, 30).applyTo(LAB);

        assertThat(LabCheck.problems(pasted)).noneMatch(Problem::isError);
        Host copy = pasted.hosts().getLast();
        assertThat(copy.name()).isEqualTo("a1");
        assertThat(copy.underlay().address()).hasToString("192.168.56.13/24");
        Segment red = pasted.segments().getFirst();
        assertThat(red.members().getLast())
                .isEqualTo(
                        new Segment.Member(
                                "a1",
                                Optional.of(InterfaceAddress.parse("10.10.0.3/24")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(red.workloads().getLast())
                .isEqualTo(
                        new Segment.Workload(
                                "vm2",
                                "a1",
                                Optional.of(MacAddress.parse("02:00:00:00:00:02")),
                                Optional.of(InterfaceAddress.parse("10.10.0.102/24")),
                                Optional.empty()));
        assertThat(pasted.layout().positions()).containsEntry("a1", new Point(40, 30));
    }

    @Test
    void aCopiedSegmentIsASegmentOfItsOwn() {
        Lab pasted = Obvious.duplicate(LAB, Set.of(new Thing.Segment("red")), 0, 80).applyTo(LAB);

        assertThat(LabCheck.problems(pasted)).noneMatch(Problem::isError);
        Segment copy = pasted.segments().getLast();
        assertThat(copy.shownName()).isEqualTo("red1");
        assertThat(copy.vni()).isEqualTo(new Vni(20));
        assertThat(copy.members()).extracting(Segment.Member::host).containsExactly("a", "b", "c");
        assertThat(copy.members().getFirst().address())
                .contains(InterfaceAddress.parse("10.10.1.1/24"));
        assertThat(copy.fdb().getFirst())
                .isEqualTo(new Segment.StaticFdb("b", MacAddress.parse("02:00:00:00:00:02"), "a"));
    }

    @Test
    void whyNotNamesTheErrorAnEditWouldBring() {
        LabEdit clash = new LabEdit.Rename(new Thing.Host("a"), "b");

        assertThat(clash.whyNot(LAB).map(Message::key)).contains("topology.name.twice");
        assertThat(new LabEdit.Rename(new Thing.Host("a"), "z").whyNot(LAB)).isEmpty();
    }

    private static <T> LabEdit option(SegmentOption<T> option, Optional<T> value) {
        return new LabEdit.SetSegment("red", new LabProperty.Option<>(option, value));
    }

    private static LinkedHashSet<Thing> set(Thing... things) {
        return new LinkedHashSet<>(List.of(things));
    }
}
