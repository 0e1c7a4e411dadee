package org.vxlab.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vxlab.apply.Surveyor.Goal;
import org.vxlab.plan.HostProblem;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Two programs at one host: only one of them may change it.
@Tag("kernel")
class HoldKernelTest {
    private static final ResolvedLab LAB =
            LabOnKernel.lab(
                    """
                    vxlab: 1
                    name: held
                    underlay:
                      networks:
                        - { name: lan1, subnet: 192.168.56.0/24 }
                    hosts:
                      - { name: a, underlay: { network: lan1, address: 192.168.56.11/24 } }
                    segments:
                      - { vni: 10, members: [{ host: a }] }
                    """);

    private static LabOnKernel kernel;

    @BeforeAll
    static void startTheHost() throws InterruptedException {
        kernel = LabOnKernel.start(LAB);
    }

    @AfterAll
    static void stopTheHost() {
        if (kernel != null) {
            kernel.close();
        }
    }

    @Test
    void whoComesSecondIsToldWhoHasTheHost() throws Exception {
        try (HostAccess first = kernel.another("a");
                HostAccess second = kernel.another("a")) {
            first.hold("red", Instant.EPOCH);
            assertThat(survey(first)).isEmpty();
            second.hold("blue", Instant.EPOCH);
            List<HostProblem> problems = survey(second);
            assertThat(problems).hasSize(1);
            assertThat(problems.getFirst().isError()).isTrue();
            Message what = problems.getFirst().what();
            assertThat(what.key()).isEqualTo("remote.run.held");
            assertThat(what.arguments()).startsWith("a", "red", Instant.EPOCH.toString());
            // The holder goes on undisturbed, and gives the host back when it is done.
            assertThat(survey(first)).isEmpty();
            first.release();
            assertThat(survey(second)).isEmpty();
        }
    }

    @Test
    void theEndOfTheConnectionIsTheEndOfTheHold() throws Exception {
        try (HostAccess second = kernel.another("a")) {
            try (HostAccess first = kernel.another("a")) {
                first.hold("red", Instant.EPOCH);
                assertThat(survey(first)).isEmpty();
            }
            second.hold("blue", Instant.EPOCH);
            assertThat(survey(second)).isEmpty();
        }
    }

    @Test
    void whoOnlyReadsIsNotHeldUp() throws Exception {
        try (HostAccess first = kernel.another("a");
                HostAccess second = kernel.another("a")) {
            first.hold("red", Instant.EPOCH);
            assertThat(survey(first)).isEmpty();
            assertThat(survey(second)).isEmpty();
        }
    }

    @Test
    void aHolderThatLostItsConnectionGoesOnOverAnother() throws Exception {
        try (HostAccess lost = kernel.another("a")) {
            lost.hold("red", Instant.EPOCH);
            assertThat(survey(lost)).isEmpty();
            lost.open().close();
            assertThat(survey(lost)).isEmpty();
        }
    }

    private static List<HostProblem> survey(HostAccess host) throws InterruptedException {
        HostSurvey survey = new Surveyor(LAB, Map.of("a", host)).survey(Goal.LAB).getFirst();
        return switch (survey) {
            case HostSurvey.Read read -> read.problems();
            case HostSurvey.Away away -> throw new AssertionError(away.toString());
        };
    }
}
