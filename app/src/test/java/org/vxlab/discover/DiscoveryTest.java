package org.vxlab.discover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.vxlab.iproute.InventoryReading.VethEnd;
import org.vxlab.iproute.StateReading;
import org.vxlab.iproute.StateReading.Output;
import org.vxlab.plan.Ownership;
import org.vxlab.plan.Planner;
import org.vxlab.plan.Wanted;
import org.vxlab.session.LabFile;
import org.vxlab.session.Templates;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabCheck;
import org.vxlab.topology.Problem;
import org.vxlab.topology.RandomLab;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class DiscoveryTest {
    private static final int LABS = 300;
    private static final List<String> TEMPLATES = Templates.NAMES;

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void findsTheTemplateThatWasPushed(String name) throws IOException {
        ResolvedLab pushed = ResolvedLab.of(DrawnHosts.template(name));
        Discovered discovered =
                Discovery.of(DrawnHosts.of(pushed), Source.RUNNING, Optional.empty());
        Lab found = discovered.lab();
        assertThat(discovered.of(Finding.Kind.APART)).isEmpty();
        assertThat(LabCheck.problems(found)).noneMatch(Problem::isError);
        assertThat(DrawnHosts.withoutNames(ResolvedLab.of(found)))
                .isEqualTo(DrawnHosts.withoutNames(pushed));
    }

    /// What real hosts answered; their routes were not asked for then, so no router is known.
    @Test
    void findsTheLabInTheAnswersOfRealHosts() throws Exception {
        Path folder = Path.of("src/test/resources/org/vxlab/plan/golden/nothing-to-do");
        ResolvedLab pushed =
                ResolvedLab.of(LabFile.read(folder.resolve("lab.vxlab.yaml")).lab().orElseThrow());
        List<FoundHost> hosts = new ArrayList<>();
        for (ResolvedHost host : pushed.hosts()) {
            List<Output> answers = new ArrayList<>();
            for (List<String> names :
                    List.of(
                            List.of("links.json", "neighbours.json"),
                            List.of("fdb.json"),
                            List.of("namespaces.txt"))) {
                StringBuilder text = new StringBuilder();
                for (String name : names) {
                    text.append(Files.readString(folder.resolve(host.name()).resolve(name)));
                }
                answers.add(new Output(0, text.toString(), ""));
            }
            hosts.add(
                    new FoundHost(
                            host.name(),
                            Optional.empty(),
                            StateReading.parse(answers).state(),
                            List.of(),
                            List.of()));
        }
        Lab found = Discovery.of(hosts, Source.RUNNING, Optional.empty()).lab();
        assertThat(DrawnHosts.withoutNames(ResolvedLab.of(found.withRouters(List.of()))))
                .isEqualTo(
                        DrawnHosts.withoutNames(
                                ResolvedLab.of(pushed.toLab().withRouters(List.of()))));
    }

    @Test
    void pairsCablesByTheNumbersOfBothEnds() {
        List<Cable> cables =
                Cables.of(
                        List.of(
                                new VethEnd("", "va", 5, 2),
                                new VethEnd("", "vb", 6, 2),
                                new VethEnd("nb", "eth0", 2, 6),
                                new VethEnd("na", "eth0", 2, 5),
                                new VethEnd("na", "lost", 3, 9)));
        assertThat(cables)
                .containsExactly(
                        new Cable(new Cable.End("", "va"), new Cable.End("na", "eth0")),
                        new Cable(new Cable.End("", "vb"), new Cable.End("nb", "eth0")));
    }

    /// Names and order may differ, but nothing that a host could tell.
    @Test
    void leavesNothingToPushWhereAnyLabWasPushed() {
        int tried = 0;
        for (int seed = 0; seed < LABS; seed++) {
            Lab drawn = RandomLab.of(seed);
            if (LabCheck.problems(drawn).stream().anyMatch(Problem::isError)) {
                continue;
            }
            ResolvedLab pushed = ResolvedLab.of(drawn);
            List<FoundHost> hosts = DrawnHosts.of(pushed);
            Lab found = Discovery.of(hosts, Source.RUNNING, Optional.of(drawn.name())).lab();
            assertThat(LabCheck.problems(found)).as("seed " + seed).noneMatch(Problem::isError);
            ResolvedLab again = ResolvedLab.of(found);
            for (FoundHost host : hosts) {
                assertThat(
                                Planner.plan(
                                                Wanted.of(again, host.name(), "eth0"),
                                                host.state(),
                                                new Ownership(drawn.name(), host.name()))
                                        .steps())
                        .as("seed " + seed)
                        .isEmpty();
            }
            tried++;
        }
        assertThat(tried).isGreaterThan(LABS / 2);
    }
}
