package org.vxlab.cli;

import org.vxlab.apply.HostResult;
import org.vxlab.apply.HostSurvey;
import org.vxlab.apply.LabPush.OnFailure;
import org.vxlab.apply.Surveyor.Goal;
import org.vxlab.locallab.LocalLabException;
import org.vxlab.session.BuiltIn;
import org.vxlab.session.LabHosts;
import org.vxlab.session.Origin;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// `vxlab apply FILE`: pushes a lab to its hosts, proves that they have become it, and rolls back
/// what failed.
@Command(name = "apply", sortOptions = false)
final class ApplyCommand implements Callable<Integer> {
    private final Invocation invocation;
    @Mixin private final LabFileArgument file = new LabFileArgument();
    @Mixin private final HostOptions hostOptions = new HostOptions();

    @Option(
            names = "--on-failure",
            descriptionKey = "on-failure",
            paramLabel = "keep|rollback-all",
            converter = OnFailureWord.class)
    private OnFailure onFailure = OnFailure.KEEP;

    ApplyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Refusal, LocalLabException, InterruptedException {
        ResolvedLab lab = file.loadWithWarnings(invocation);
        try (LabHosts hosts = hostOptions.open(invocation, lab, file.path(), BuiltIn.STARTED)) {
            hosts.hold();
            List<HostSurvey> surveys = hosts.survey(Goal.LAB);
            if (!invocation.json()) {
                PlanReport.troubles(surveys, invocation.texts(), invocation.errorPaint())
                        .forEach(invocation::errorLine);
            }
            ExitCode ready = ExitCode.ofSurveys(surveys);
            if (ready != ExitCode.DONE) {
                throw notPushed(ready, surveys);
            }
            List<HostResult> results =
                    new Pushing(invocation).run(hosts::push, Pushing.plans(surveys), onFailure);
            return report(lab, hosts.origin(), results).number();
        }
    }

    private Refusal notPushed(ExitCode why, List<HostSurvey> surveys) {
        return new Refusal(
                why,
                Message.of(why == ExitCode.NOT_REACHED ? "cli.apply.away" : "cli.apply.problems"),
                Map.of("hosts", new PlanJson(invocation.texts()).hosts(surveys)));
    }

    private ExitCode report(ResolvedLab lab, Origin origin, List<HostResult> results) {
        ExitCode code = ExitCode.ofResults(results, invocation.terminal().interrupts().happened());
        PushReport report =
                new PushReport(invocation.texts(), invocation.paint(), invocation.columns());
        int changes = results.stream().mapToInt(r -> r.plan().steps().size()).sum();
        if (invocation.json()) {
            Map<String, Object> document =
                    Json.object(
                            "lab",
                            lab.name(),
                            "builtIn",
                            HostOptions.word(origin),
                            "changes",
                            changes,
                            "hosts",
                            new PushJson(invocation.texts()).hosts(results));
            if (code != ExitCode.DONE) {
                document.put(
                        "error",
                        JsonError.of(code, invocation.texts().of(Verdict.ofPush(code, results))));
            }
            invocation.json(document);
            return code;
        }
        invocation.lines(report.lines(results));
        if (code == ExitCode.DONE) {
            invocation.line(
                    invocation.text(
                            changes == 0 ? "cli.plan.nothing" : "cli.apply.done",
                            results.size(),
                            changes));
            invocation.note("cli.apply.next", file.path());
        } else {
            invocation.complain(Verdict.ofPush(code, results));
        }
        return code;
    }
}
