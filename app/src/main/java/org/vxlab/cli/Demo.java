package org.vxlab.cli;

import org.vxlab.apply.HostResult;
import org.vxlab.apply.HostSurvey;
import org.vxlab.apply.LabPush.OnFailure;
import org.vxlab.apply.Surveyor.Goal;
import org.vxlab.observe.LabWatch;
import org.vxlab.observe.Observation;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.observe.PingMatrix;
import org.vxlab.plan.Ownership;
import org.vxlab.session.LabHosts;
import org.vxlab.topology.ResolvedLab;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The steps of a demonstration: plan, push, verify, ping, look at the tables, take down.
final class Demo {
    private static final int PINGS = 3;
    private static final Duration FIRST_READING = Duration.ofSeconds(10);

    private final Invocation invocation;
    private final ResolvedLab lab;
    private final LabHosts hosts;
    private final DemoTelling telling;

    Demo(Invocation invocation, ResolvedLab lab, LabHosts hosts, DemoTelling telling) {
        this.invocation = invocation;
        this.lab = lab;
        this.hosts = hosts;
        this.telling = telling;
    }

    /// @return [ExitCode#DONE] only if everything came out as it should
    ExitCode run() throws InterruptedException {
        telling.built();
        List<HostSurvey> before = hosts.survey(Goal.LAB);
        telling.plan(before);
        ExitCode ready = ExitCode.ofSurveys(before);
        if (ready != ExitCode.DONE) {
            return ready;
        }
        ExitCode pushed = push(before);
        if (pushed != ExitCode.DONE) {
            return pushed;
        }
        boolean equal = isEmpty(hosts.survey(Goal.LAB));
        telling.verified(equal);
        ExitCode pinged = pingAndLook();
        ExitCode gone = takeDown();
        return (equal ? ExitCode.DONE : ExitCode.PUSH_FAILED).or(pinged).or(gone);
    }

    private ExitCode push(List<HostSurvey> surveys) throws InterruptedException {
        List<HostResult> results =
                new Pushing(invocation, false)
                        .run(hosts::push, Pushing.plans(surveys), OnFailure.ROLLBACK_ALL);
        telling.pushed(results);
        return ExitCode.ofResults(results, invocation.terminal().interrupts().happened());
    }

    private static boolean isEmpty(List<HostSurvey> surveys) {
        return ExitCode.ofSurveys(surveys) == ExitCode.DONE && PlanReport.changes(surveys) == 0;
    }

    /// Watches before the first ping, so that nothing the kernel learns is missed.
    private ExitCode pingAndLook() throws InterruptedException {
        CountDownLatch read = new CountDownLatch(lab.hosts().size());
        try (LabWatch watch =
                hosts.watch(
                        false,
                        event -> {
                            if (event instanceof ObservedEvent.HostLive) {
                                read.countDown();
                            }
                        })) {
            boolean all = read.await(FIRST_READING.toSeconds(), TimeUnit.SECONDS);
            PingMatrix matrix = PingCommand.ping(invocation, hosts, lab, PINGS);
            telling.pings(matrix);
            Observation tables = watch.snapshot();
            telling.tables(tables, hosts::ownerOf);
            return ExitCode.of(matrix).or(all ? ExitCode.DONE : ExitCode.NOT_REACHED);
        }
    }

    private ExitCode takeDown() throws InterruptedException {
        List<HostResult> results =
                new Pushing(invocation, false)
                        .run(
                                hosts::push,
                                Pushing.plans(hosts.survey(Goal.NOTHING)),
                                OnFailure.KEEP);
        List<HostSurvey> after = hosts.survey(Goal.NOTHING);
        boolean nothingLeft =
                isEmpty(after)
                        && after.stream()
                                .allMatch(
                                        survey ->
                                                survey instanceof HostSurvey.Read read
                                                        && Ownership.labsOn(read.state())
                                                                .isEmpty());
        telling.gone(results, nothingLeft);
        return ExitCode.ofResults(results, invocation.terminal().interrupts().happened())
                .or(nothingLeft ? ExitCode.DONE : ExitCode.PUSH_FAILED);
    }
}
