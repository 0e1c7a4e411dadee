package org.vxlab.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class LabCheckTest {
    private static final int LABS = 400;

    @Test
    void findsNoErrorInLabsThatWork() {
        for (long seed = 0; seed < LABS; seed++) {
            assertThat(LabCheck.problems(RandomLab.of(seed)))
                    .as("lab of seed %d", seed)
                    .noneMatch(Problem::isError);
        }
    }

    @Test
    void everythingItFindsInSpoiltLabsHasAPlace() {
        for (long seed = 0; seed < LABS; seed++) {
            Lab lab = RandomLab.of(seed);
            for (long edit = 0; edit < 3; edit++) {
                lab = RandomEdit.of(lab, seed * 31 + edit);
            }
            assertThat(LabCheck.problems(lab))
                    .as("lab of seed %d", seed)
                    .allSatisfy(problem -> assertThat(problem.place().path()).isNotEmpty());
        }
    }

    /// Where all pairs are meant they are not gone through one by one; nothing may be missed so.
    @Test
    void judgesAFullMeshAsIfEveryPairWereWritten() {
        for (long seed = 0; seed < LABS; seed++) {
            Lab lab = RandomLab.of(seed);
            for (long edit = 0; edit < 3; edit++) {
                lab = RandomEdit.of(lab, seed * 31 + edit);
            }
            Lab meant =
                    lab.withSegments(lab.segments().stream().map(LabCheckTest::meshed).toList());
            Lab written =
                    meant.withSegments(
                            meant.segments().stream().map(LabCheckTest::written).toList());
            assertThat(whats(meant)).as("lab of seed %d", seed).isEqualTo(whats(written));
        }
    }

    private static Segment meshed(Segment segment) {
        Set<String> hosts = new HashSet<>();
        return segment.withMembers(
                        segment.members().stream().filter(m -> hosts.add(m.host())).toList())
                .withTunnels(Optional.empty());
    }

    private static Segment written(Segment segment) {
        return segment.withTunnels(Optional.of(Defaults.allPairs(segment.members())));
    }

    private static List<Message> whats(Lab lab) {
        return LabCheck.problems(lab).stream().map(Problem::what).toList();
    }
}
