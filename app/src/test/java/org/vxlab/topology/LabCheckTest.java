package org.vxlab.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
