package org.vxlab.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.topology.Layout.Point;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

class ObviousTest {
    private static final int LABS = 200;
    private static final int EDITS = 40;
    private static final Point SOMEWHERE = new Point(0, 0);
    private static final Lab EMPTY =
            new Lab("lab", List.of(), List.of(), List.of(), List.of(), Layout.NONE);

    @Test
    void twoHostsAndASegmentAreALabThatWorks() {
        Lab lab = done(Obvious.host(EMPTY, new Point(0, 0)), EMPTY);
        lab = done(Obvious.host(lab, new Point(300, 0)), lab);
        lab = done(Obvious.segment(lab, List.of("h1", "h2"), new Point(150, -200)), lab);

        assertThat(LabCheck.problems(lab)).isEmpty();
        assertThat(ResolvedLab.of(lab).segments().getFirst().members())
                .extracting(member -> member.vtep() + " " + member.address().orElseThrow())
                .containsExactly("192.168.56.11 10.10.0.1/24", "192.168.56.12 10.10.0.2/24");
    }

    @Test
    void anySequenceOfObviousEditsGivesALabWithoutErrors() {
        Set<String> done = new HashSet<>();
        for (long seed = 0; seed < LABS; seed++) {
            Random random = new Random(seed);
            Lab lab = seed % 3 == 0 ? RandomLab.of(seed) : EMPTY;
            List<String> history = new ArrayList<>();
            for (int i = 0; i < EDITS; i++) {
                Optional<LabEdit> edit = edit(lab, random);
                if (edit.isPresent()) {
                    Message label = edit.get().label(lab);
                    done.add(label.key());
                    history.add(label.toString());
                    lab = edit.get().applyTo(lab);
                    assertThat(LabCheck.problems(lab))
                            .as("seed %d after %s", seed, history)
                            .noneMatch(ObviousTest::isMistake);
                }
            }
        }
        assertThat(done)
                .contains(
                        "topology.edit.add.host",
                        "topology.edit.add.network",
                        "topology.edit.add.router",
                        "topology.edit.add.segment",
                        "topology.edit.add.member",
                        "topology.edit.add.workload",
                        "topology.edit.add.tunnel",
                        "topology.edit.paste",
                        "topology.edit.plug",
                        "topology.edit.rename",
                        "topology.edit.remove-along",
                        "topology.edit.set");
    }

    @Test
    void linksThatMakeNoSenseSayWhy() {
        Lab lab = done(Obvious.host(EMPTY, SOMEWHERE), EMPTY);
        lab = done(Obvious.host(lab, SOMEWHERE), lab);
        Thing h1 = new Thing.Host("h1");
        Thing h2 = new Thing.Host("h2");

        assertThat(why(lab, h1, h2)).isEqualTo("topology.link.no-segment");
        lab = done(Obvious.segment(lab, List.of("h1", "h2"), SOMEWHERE), lab);
        Thing red = new Thing.Segment("red");
        assertThat(why(lab, h1, h2)).isEqualTo("topology.link.tunnel");
        assertThat(why(lab, red, h1)).isEqualTo("topology.link.member");
        assertThat(why(lab, h1, new Thing.Network("lan1"))).isEqualTo("topology.link.plugged");
        assertThat(why(lab, h1, h1)).isEqualTo("topology.link.self");
        assertThat(why(lab, red, new Thing.Network("lan1"))).isEqualTo("topology.link.none");
        lab = done(Obvious.network(lab, SOMEWHERE), lab);
        assertThat(why(lab, new Thing.Network("lan2"), h1))
                .isEqualTo("topology.tunnel.unreachable");
    }

    @Test
    void aLinkBetweenHostsLetsThemJoinTheSelectedSegment() {
        Lab lab = done(Obvious.host(EMPTY, SOMEWHERE), EMPTY);
        lab = done(Obvious.host(lab, SOMEWHERE), lab);
        lab = done(Obvious.segment(lab, List.of(), SOMEWHERE), lab);

        lab = done(link(lab, new Thing.Host("h2"), new Thing.Host("h1")), lab);

        assertThat(lab.segments().getFirst().members())
                .extracting(Segment.Member::host)
                .containsExactly("h2", "h1");
    }

    /// A `remote` segment with one member waits for its second; that is on the way, not wrong.
    private static boolean isMistake(Problem problem) {
        boolean waits =
                problem.what().key().equals("topology.flooding.remote")
                        && problem.what().arguments().getLast().equals(0);
        return problem.isError() && !waits;
    }

    private static Offer link(Lab lab, Thing from, Thing to) {
        return ObviousLink.between(lab, from, to, Optional.empty());
    }

    private static String why(Lab lab, Thing from, Thing to) {
        return ((Offer.Refused) link(lab, from, to)).why().key();
    }

    private static Lab done(Offer offer, Lab lab) {
        return ((Offer.Possible) offer).edit().applyTo(lab);
    }

    private static Optional<LabEdit> edit(Lab lab, Random random) {
        List<Thing> things = Thing.all(lab);
        Point at = new Point(random.nextInt(1000), random.nextInt(1000));
        if (things.isEmpty()) {
            return possible(Obvious.host(lab, at));
        }
        Thing one = things.get(random.nextInt(things.size()));
        Thing other = things.get(random.nextInt(things.size()));
        List<String> hosts = lab.hosts().stream().map(Host::name).toList();
        String host = hosts.isEmpty() ? "" : hosts.get(random.nextInt(hosts.size()));
        return switch (random.nextInt(12)) {
            case 0, 1 -> possible(Obvious.host(lab, at));
            case 2 -> possible(Obvious.network(lab, at));
            case 3 -> possible(Obvious.router(lab, at));
            case 4 -> possible(Obvious.segment(lab, hosts, at));
            case 5 -> possible(Obvious.workload(lab, host, Optional.empty()));
            case 6, 7 -> {
                Optional<String> segment =
                        lab.segments().isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        lab.segments()
                                                .get(random.nextInt(lab.segments().size()))
                                                .shownName());
                yield possible(ObviousLink.between(lab, one, other, segment));
            }
            case 8 ->
                    Optional.of(Obvious.duplicate(lab, new HashSet<>(List.of(one, other)), 20, 20));
            case 9 -> Optional.of(new LabEdit.Rename(one, NextFree.nameLike(lab, "x")));
            // What breaks something is undone or cured by the person who did it.
            case 10 ->
                    Optional.<LabEdit>of(
                                    new LabEdit.Remove(new LinkedHashSet<>(List.of(one, other))))
                            .filter(edit -> edit.whyNot(lab).isEmpty());
            default ->
                    Optional.<LabEdit>of(
                                    new LabEdit.SetSegment(
                                            one.shown(),
                                            new LabProperty.Option<>(
                                                    SegmentOption.FLOODING,
                                                    Optional.of(
                                                            Flooding.values()[random.nextInt(4)]))))
                            .filter(edit -> edit.whyNot(lab).isEmpty());
        };
    }

    private static Optional<LabEdit> possible(Offer offer) {
        return offer instanceof Offer.Possible(LabEdit edit) ? Optional.of(edit) : Optional.empty();
    }
}
