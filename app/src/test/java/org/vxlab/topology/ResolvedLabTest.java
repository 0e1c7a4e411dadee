package org.vxlab.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.topology.ResolvedSegment.ResolvedWorkload;

import java.util.HashSet;
import java.util.Set;

class ResolvedLabTest {
    private static final int LABS = 400;

    @Test
    void isTheSameWhenResolvedAgain() {
        for (long seed = 0; seed < LABS; seed++) {
            ResolvedLab resolved = ResolvedLab.of(RandomLab.of(seed));

            assertThat(ResolvedLab.of(resolved.toLab())).as("seed %d", seed).isEqualTo(resolved);
        }
    }

    @Test
    void writesOutALabWithoutErrors() {
        for (long seed = 0; seed < LABS; seed++) {
            assertThat(LabCheck.problems(ResolvedLab.of(RandomLab.of(seed)).toLab()))
                    .as("seed %d", seed)
                    .noneMatch(Problem::isError);
        }
    }

    @Test
    void givesEachWorkloadADeviceOfItsOwnThatLinuxTakes() {
        for (long seed = 0; seed < LABS; seed++) {
            Set<String> seen = new HashSet<>();
            for (ResolvedSegment segment : ResolvedLab.of(RandomLab.of(seed)).segments()) {
                for (ResolvedWorkload workload : segment.workloads()) {
                    assertThat(DeviceName.problem(workload.hostDevice())).isEmpty();
                    assertThat(seen.add(workload.host() + "/" + workload.hostDevice())).isTrue();
                    assertThat(workload.mac().isGroup()).isFalse();
                }
            }
        }
    }
}
