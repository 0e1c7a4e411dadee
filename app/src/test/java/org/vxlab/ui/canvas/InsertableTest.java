package org.vxlab.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Offer;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Thing;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class InsertableTest {
    private static final Lab EMPTY =
            new Lab("lab", List.of(), List.of(), List.of(), List.of(), Layout.NONE);
    private static final Point AT = new Point(100, 100);

    private static Lab drop(Lab lab, Insertable kind, Optional<Thing> on, Set<Thing> chosen) {
        return switch (kind.offer(lab, AT, on, chosen, "note")) {
            case Offer.Possible(LabEdit edit) -> edit.applyTo(lab);
            case Offer.Refused(var why) -> throw new AssertionError(why);
        };
    }

    private static Lab hosts(int count) {
        Lab lab = EMPTY;
        for (int i = 0; i < count; i++) {
            lab = drop(lab, Insertable.HOST, Optional.empty(), Set.of());
        }
        return lab;
    }

    private static List<String> members(Lab lab, String segment) {
        return lab.segment(segment).orElseThrow().members().stream()
                .map(Segment.Member::host)
                .toList();
    }

    @Test
    void theFirstHostBringsItsNetworkBelow() {
        Lab lab = hosts(1);
        assertThat(lab.networks()).hasSize(1);
        assertThat(lab.layout().positions())
                .containsEntry("h1", AT)
                .containsEntry("lan1", new Point(100, 280));
    }

    @Test
    void aSegmentJoinsTheHostsChosen() {
        Lab lab =
                drop(
                        hosts(3),
                        Insertable.SEGMENT,
                        Optional.empty(),
                        Set.of(new Thing.Host("h1"), new Thing.Host("h3")));
        assertThat(members(lab, "red")).containsExactlyInAnyOrder("h1", "h3");
    }

    @Test
    void withNothingChosenASegmentJoinsTheHostsThatAreInNone() {
        Lab first =
                drop(
                        hosts(4),
                        Insertable.SEGMENT,
                        Optional.empty(),
                        Set.of(new Thing.Host("h2"), new Thing.Host("h4")));
        Lab second = drop(first, Insertable.SEGMENT, Optional.empty(), Set.of());
        assertThat(members(second, "blue")).containsExactly("h1", "h3");
    }

    @Test
    void theHostJustDrawnDoesNotKeepTheOthersOutOfASegment() {
        Lab lab =
                drop(hosts(2), Insertable.SEGMENT, Optional.empty(), Set.of(new Thing.Host("h2")));
        assertThat(members(lab, "red")).containsExactly("h1", "h2");
    }

    @Test
    void aHostDroppedOnASegmentJoinsIt() {
        Lab lab = drop(hosts(2), Insertable.SEGMENT, Optional.empty(), Set.of());
        Lab three = drop(lab, Insertable.HOST, Optional.of(new Thing.Segment("red")), Set.of());
        assertThat(members(three, "red")).containsExactly("h1", "h2", "h3");
    }

    @Test
    void aWorkloadDroppedOnADeviceIsInThatSegment() {
        Lab one = drop(hosts(2), Insertable.SEGMENT, Optional.empty(), Set.of());
        Lab two =
                drop(
                        one,
                        Insertable.SEGMENT,
                        Optional.empty(),
                        Set.of(new Thing.Host("h1"), new Thing.Host("h2")));
        Lab lab =
                drop(
                        two,
                        Insertable.WORKLOAD,
                        Optional.of(new Thing.Member("blue", "h2")),
                        Set.of());
        assertThat(lab.segment("blue").orElseThrow().workloads())
                .extracting(Segment.Workload::host)
                .containsExactly("h2");
    }

    @Test
    void aWorkloadDroppedOnNothingIsRefusedWithTheReason() {
        assertThat(Insertable.WORKLOAD.offer(hosts(2), AT, Optional.empty(), Set.of(), ""))
                .isEqualTo(Offer.refused("ui.canvas.add.workload.where"));
    }
}
