package org.vxlab.cli;

import org.vxlab.apply.HostResult;
import org.vxlab.apply.HostSurvey;
import org.vxlab.apply.LabPush.OnFailure;
import org.vxlab.apply.Surveyor.Goal;
import org.vxlab.locallab.LocalLabException;
import org.vxlab.session.BuiltIn;
import org.vxlab.session.LabHosts;
import org.vxlab.topology.ResolvedLab;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// `vxlab down FILE`: removes everything the lab owns on its hosts, and nothing else.
///
/// A host that is away does not keep the others from being tidied. A built-in lab that `apply`
/// started is ended; one that does not run has nothing left to remove.
@Command(name = "down", sortOptions = false)
final class DownCommand implements Callable<Integer> {
    private final Invocation invocation;
    @Mixin private final LabFileArgument file = new LabFileArgument();
    @Mixin private final HostOptions hostOptions = new HostOptions();

    DownCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Refusal, LocalLabException, InterruptedException {
        ResolvedLab lab = file.load(invocation);
        try (LabHosts hosts = hostOptions.open(invocation, lab, file.path(), BuiltIn.IF_RUNNING)) {
            hosts.hold();
            List<HostSurvey> surveys = hosts.survey(Goal.NOTHING);
            List<HostResult> results =
                    new Pushing(invocation)
                            .run(hosts::push, Pushing.plans(surveys), OnFailure.KEEP);
            boolean interrupted = invocation.terminal().interrupts().happened();
            boolean ended = !interrupted && hosts.endWithDown();
            return report(lab, surveys, results, ended).number();
        }
    }

    private ExitCode report(
            ResolvedLab lab,
            List<HostSurvey> surveys,
            List<HostResult> results,
            boolean builtInEnded) {
        ExitCode code =
                ExitCode.ofResults(results, invocation.terminal().interrupts().happened())
                        .or(ExitCode.ofSurveys(surveys));
        int changes = results.stream().mapToInt(r -> r.plan().steps().size()).sum();
        PushReport report =
                new PushReport(invocation.texts(), invocation.paint(), invocation.columns());
        if (invocation.json()) {
            Map<String, Object> document =
                    Json.object(
                            "lab",
                            lab.name(),
                            "changes",
                            changes,
                            "hosts",
                            new PushJson(invocation.texts()).hosts(results),
                            "builtInEnded",
                            builtInEnded);
            if (code != ExitCode.DONE) {
                document.put("error", JsonError.ofRemoval(code, surveys, invocation.texts()));
            }
            invocation.json(document);
            return code;
        }
        PlanReport.troubles(surveys, invocation.texts(), invocation.errorPaint())
                .forEach(invocation::errorLine);
        invocation.lines(report.lines(results));
        if (code == ExitCode.DONE) {
            invocation.line(
                    invocation.text(
                            changes == 0 ? "cli.down.nothing" : "cli.down.done",
                            lab.name(),
                            changes,
                            results.size()));
            if (builtInEnded) {
                invocation.line(invocation.text("cli.down.ended", lab.name()));
            }
        } else {
            invocation.complain(Verdict.ofRemoval(code));
        }
        return code;
    }
}
