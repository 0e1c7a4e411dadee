package org.vxlab.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vxlab.apply.HostResult.End;
import org.vxlab.apply.LabPush.OnFailure;
import org.vxlab.apply.Surveyor.Goal;
import org.vxlab.iproute.Batch;
import org.vxlab.iproute.Command;
import org.vxlab.kernel.HostState;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.HostProblem;
import org.vxlab.plan.Ownership;
import org.vxlab.plan.Planner;
import org.vxlab.plan.Step;
import org.vxlab.topology.ResolvedLab;

import java.util.ArrayList;
import java.util.List;

/// Pushes to namespaces over SSH; what counts is what the kernel's own tools say afterwards.
@Tag("kernel")
class PushKernelTest {
    private static final String LAB =
            """
            vxlab: 1
            name: push
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
              - vni: %d
                name: red
                flooding: head-end
                members:
                  - { host: a, address: 10.10.0.1/24, bridge: br-red, device: vx-red }
                  - { host: b, address: 10.10.0.2/24, bridge: none, device: vx-red }
                  - { host: c, address: 10.10.0.3/24, bridge: br-red, device: vx-red, learning: %s }
                fdb:
                  - { on: a, mac: 02:00:00:00:0a:03, vtep: c }
                neighbours:
                  - { on: a, address: 10.10.0.33, mac: 02:00:00:00:0a:03 }
                workloads:
                  - { name: vm1, host: a, address: 10.10.0.101/24, gateway: 10.10.0.1 }
                  - { name: vm2, host: c, address: 10.10.0.102/24%s }
            """;

    private static final ResolvedLab FIRST = LabOnKernel.lab(LAB.formatted(10, "true", ""));
    private static final ResolvedLab SECOND =
            LabOnKernel.lab(LAB.formatted(20, "false", ", gateway: 10.10.0.1"));

    private static LabOnKernel kernel;

    @BeforeAll
    static void startHosts() throws InterruptedException {
        kernel = LabOnKernel.start(FIRST);
    }

    @AfterAll
    static void stopHosts() {
        if (kernel != null) {
            kernel.close();
        }
    }

    @AfterEach
    void takeDown() throws InterruptedException {
        assertThat(kernel.push(FIRST, kernel.plans(FIRST, Goal.NOTHING), OnFailure.KEEP))
                .allMatch(HostResult::succeeded);
    }

    private static void pushed(ResolvedLab lab) throws InterruptedException {
        assertThat(kernel.push(lab, kernel.plans(lab, Goal.LAB), OnFailure.KEEP))
                .extracting(HostResult::end)
                .containsOnly(End.APPLIED);
    }

    @Test
    void makesAnOverlayThatPingsAndIsThenLeftAlone() throws Exception {
        pushed(FIRST);

        assertThat(kernel.pings("a", "-I", "br-red", "10.10.0.2")).isTrue();
        assertThat(kernel.pings("b", "-I", "vx-red", "10.10.0.3")).isTrue();
        assertThat(
                        kernel.run(
                                        "a",
                                        List.of(
                                                Command.of(
                                                        "ip",
                                                        "netns",
                                                        "exec",
                                                        "vxlab.push.vm1",
                                                        "ping",
                                                        "-c",
                                                        "3",
                                                        "-W",
                                                        "2",
                                                        "10.10.0.102")))
                                .getLast()
                                .exitCode())
                .isZero();
        List<HostPlan> second = kernel.plans(FIRST, Goal.LAB);
        assertThat(second).allMatch(HostPlan::isEmpty);
        kernel.events.clear();
        assertThat(kernel.push(FIRST, second, OnFailure.KEEP))
                .extracting(HostResult::end)
                .containsOnly(End.UNCHANGED);
        assertThat(kernel.events).noneMatch(event -> event instanceof PushEvent.Started);
    }

    @Test
    void leavesAloneWhatAnotherPushMadeMeanwhile() throws Exception {
        List<HostPlan> late = kernel.plans(FIRST, Goal.LAB);
        pushed(FIRST);

        assertThat(kernel.push(FIRST, late, OnFailure.KEEP))
                .extracting(HostResult::end)
                .containsOnly(End.UNTOUCHED);
        assertThat(kernel.plans(FIRST, Goal.LAB)).allMatch(HostPlan::isEmpty);
    }

    @Test
    void leavesNothingBehindAfterTakingDown() throws Exception {
        HostState before = HostReader.state(kernel.hosts.get("a").open());
        pushed(FIRST);
        takeDown();

        HostState after = HostReader.state(kernel.hosts.get("a").open());
        assertThat(after.links().keySet()).isEqualTo(before.links().keySet());
        assertThat(after.namespaces()).isEmpty();
    }

    @Test
    void turnsOneLabIntoAnother() throws Exception {
        pushed(FIRST);
        List<HostPlan> change = kernel.plans(SECOND, Goal.LAB);

        assertThat(change.getFirst().steps())
                .first()
                .extracting(Step::change)
                .isEqualTo(Step.Change.RECREATE);
        assertThat(kernel.push(SECOND, change, OnFailure.KEEP))
                .extracting(HostResult::end)
                .containsOnly(End.APPLIED);
        assertThat(kernel.plans(SECOND, Goal.LAB)).allMatch(HostPlan::isEmpty);
        assertThat(kernel.pings("a", "-I", "br-red", "10.10.0.3")).isTrue();
    }

    @Test
    void rollsBackToNothingWhicheverCommandFails() throws Exception {
        failsAtEveryCommand(kernel.plans(FIRST, Goal.LAB).getFirst());
    }

    @Test
    void rollsBackToTheLabBeforeWhicheverCommandFails() throws Exception {
        pushed(FIRST);
        for (HostPlan plan : kernel.plans(SECOND, Goal.LAB)) {
            failsAtEveryCommand(plan);
        }
    }

    private static void failsAtEveryCommand(HostPlan plan) throws Exception {
        assertThat(plan.steps()).hasSizeGreaterThan(2);
        for (int at = 0; at < plan.steps().size(); at++) {
            List<Step> steps = new ArrayList<>(plan.steps());
            Step good = steps.get(at);
            steps.set(
                    at,
                    new Step(
                            impossible(good.command()),
                            good.change(),
                            good.why(),
                            good.device(),
                            good.namespace()));
            HostPlan broken = new HostPlan(plan.host(), steps, plan.before(), plan.wanted());

            HostResult result = kernel.push(FIRST, List.of(broken), OnFailure.KEEP).getFirst();

            assertThat(result.end())
                    .as("after failing at %s", good.text())
                    .isEqualTo(at == 0 ? End.UNTOUCHED : End.ROLLED_BACK);
            assertThat(result.failure().orElseThrow().number()).isEqualTo(at + 1);
            assertThat(result.failure().orElseThrow().stderr()).isNotBlank();
            assertThat(
                            Planner.plan(
                                            plan.before(),
                                            HostReader.state(kernel.hosts.get(plan.host()).open()),
                                            new Ownership(FIRST.name(), plan.host()))
                                    .steps())
                    .isEmpty();
        }
    }

    /// The same tool, in the same namespace, with something the kernel refuses.
    private static Command impossible(Command command) {
        List<String> argv = command.argv();
        if (argv.size() > 2 && argv.get(1).equals("-n")) {
            return Command.of(
                    "ip", "-n", argv.get(2), "link", "set", "dev", "no-such-device", "up");
        }
        return argv.getFirst().equals("bridge")
                ? Command.of("bridge", "link", "set", "dev", "no-such-device", "learning", "on")
                : Command.of("ip", "link", "set", "dev", "no-such-device", "up");
    }

    @Test
    void isRepairedByTheNextPushWhereverItWasCutShort() throws Exception {
        HostPlan whole = kernel.plans(FIRST, Goal.LAB).getFirst();
        for (int ran = 1; ran < whole.steps().size(); ran++) {
            cutShort(whole, ran);
            HostPlan rest = kernel.plans(FIRST, Goal.LAB).getFirst();
            HostResult result = kernel.push(FIRST, List.of(rest), OnFailure.KEEP).getFirst();
            assertThat(result.succeeded()).as("after %d commands: %s", ran, result).isTrue();
            HostPlan down = kernel.plans(FIRST, Goal.NOTHING).getFirst();
            kernel.push(FIRST, List.of(down), OnFailure.KEEP);
        }
    }

    @Test
    void isTakenDownWhereverItWasCutShort() throws Exception {
        HostPlan whole = kernel.plans(FIRST, Goal.LAB).getFirst();
        HostState before = HostReader.state(kernel.hosts.get("a").open());
        for (int ran = 1; ran < whole.steps().size(); ran++) {
            cutShort(whole, ran);
            HostPlan down = kernel.plans(FIRST, Goal.NOTHING).getFirst();
            kernel.push(FIRST, List.of(down), OnFailure.KEEP);
            HostState after = HostReader.state(kernel.hosts.get("a").open());
            assertThat(after.links().keySet())
                    .as("after %d commands", ran)
                    .isEqualTo(before.links().keySet());
            assertThat(after.namespaces()).isEmpty();
        }
    }

    private static void cutShort(HostPlan plan, int after) throws Exception {
        List<Command> commands =
                Batch.group(
                                plan.steps().stream().limit(after).map(Step::command).toList(),
                                plan.steps().size())
                        .stream()
                        .map(Batch::run)
                        .toList();
        assertThat(kernel.run(plan.host(), commands)).allMatch(outcome -> outcome.succeeded());
    }

    @Test
    void takesTheOthersBackTooWhenAsked() throws Exception {
        List<HostPlan> plans = new ArrayList<>(kernel.plans(FIRST, Goal.LAB));
        HostPlan last = plans.removeLast();
        List<Step> steps = new ArrayList<>(last.steps());
        Step step = steps.getLast();
        steps.set(
                steps.size() - 1,
                new Step(
                        impossible(step.command()),
                        step.change(),
                        step.why(),
                        step.device(),
                        step.namespace()));
        plans.add(new HostPlan(last.host(), steps, last.before(), last.wanted()));

        assertThat(kernel.push(FIRST, plans, OnFailure.ROLLBACK_ALL))
                .extracting(HostResult::end)
                .containsOnly(End.ROLLED_BACK);
        assertThat(kernel.owned(FIRST, "a").links()).isEmpty();
        assertThat(kernel.push(FIRST, plans, OnFailure.KEEP))
                .extracting(HostResult::end)
                .containsExactly(End.APPLIED, End.APPLIED, End.ROLLED_BACK);
    }

    @Test
    void refusesForeignDevicesBeforeItChangesAnything() throws Exception {
        kernel.run(
                "a", List.of(Command.of("ip", "link", "add", "name", "br-red", "type", "bridge")));
        try {
            HostSurvey.Read survey = kernel.survey(FIRST, Goal.LAB).getFirst();

            assertThat(survey.problems())
                    .extracting(problem -> problem.what().key())
                    .containsExactly("plan.host.name.foreign");
            assertThat(survey.problems()).allMatch(HostProblem::isError);
            assertThat(survey.plan().steps()).isEmpty();
            assertThat(kernel.plans(FIRST, Goal.NOTHING).getFirst().steps()).isEmpty();
        } finally {
            kernel.run("a", List.of(Command.of("ip", "link", "del", "dev", "br-red")));
        }
    }

    @Test
    void asksAgainForAPortThatWasTaken() throws Exception {
        Surveyor surveyor = new Surveyor(FIRST, kernel.hosts);
        // A vxlan device that has moved away keeps its socket where it was made.
        kernel.run(
                "a",
                List.of(
                        Command.of("ip", "netns", "add", "away"),
                        Command.of(
                                "ip", "link", "add", "name", "moved", "type", "vxlan", "id", "5",
                                "dstport", "4789"),
                        Command.of("ip", "link", "set", "dev", "moved", "netns", "away"),
                        Command.of("ip", "-n", "away", "link", "set", "dev", "moved", "up")));
        try {
            assertThat(problems(surveyor)).containsExactly("plan.host.port");
        } finally {
            kernel.run(
                    "a",
                    List.of(
                            Command.of("ip", "-n", "away", "link", "del", "dev", "moved"),
                            Command.of("ip", "netns", "del", "away")));
        }
        assertThat(problems(surveyor)).isEmpty();
    }

    private static List<String> problems(Surveyor surveyor) throws InterruptedException {
        return ((HostSurvey.Read) surveyor.survey(Goal.LAB).getFirst())
                .problems().stream().map(problem -> problem.what().key()).toList();
    }
}
