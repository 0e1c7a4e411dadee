package org.vxlab.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.apply.HostSurvey.Read;
import org.vxlab.plan.HostProblem;
import org.vxlab.topology.ResolvedLab;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

class SurveyorTest {
    private static final String GOOD =
            """
            @ ip
            ip utility, iproute2-6.1.0, libbpf 1.1.0
            @ bridge
            /usr/sbin/bridge
            @ uid
            0
            @ missing
            @ udp
            """;
    private static final String WITHOUT_BRIDGE = GOOD.replace("/usr/sbin/bridge", "");

    @Test
    void asksForTheToolsAgainUntilTheyAreGood() throws Exception {
        Queue<String> facts = new ArrayDeque<>(List.of(WITHOUT_BRIDGE, GOOD));
        ResolvedLab lab = new ResolvedLab("lab", List.of(), List.of(), List.of(), List.of());
        Surveyor surveyor =
                new Surveyor(
                        lab,
                        Map.of(
                                "a",
                                new HostAccess(
                                        "a",
                                        () -> new ScriptedHost("a", facts::remove, () -> {}))));
        assertThat(problems(surveyor)).containsExactly("plan.host.nobridge");
        assertThat(problems(surveyor)).isEmpty();
        // A third asking would find nothing to take.
        assertThat(problems(surveyor)).isEmpty();
        assertThat(facts).isEmpty();
    }

    private static List<String> problems(Surveyor surveyor) throws InterruptedException {
        Read read = (Read) surveyor.survey(Surveyor.Goal.NOTHING).getFirst();
        return read.problems().stream().map(HostProblem::what).map(what -> what.key()).toList();
    }
}
