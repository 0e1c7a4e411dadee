package org.vxlab.cli;

import org.vxlab.apply.HostSurvey;
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

/// `vxlab plan FILE`: what a push would change, host by host, as the commands that would run.
@Command(name = "plan", sortOptions = false)
final class PlanCommand implements Callable<Integer> {
    private final Invocation invocation;
    @Mixin private final LabFileArgument file = new LabFileArgument();
    @Mixin private final HostOptions hostOptions = new HostOptions();

    @Option(names = "--expect-empty", descriptionKey = "expect-empty")
    private boolean expectEmpty;

    PlanCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Refusal, LocalLabException, InterruptedException {
        ResolvedLab lab = file.loadWithWarnings(invocation);
        List<HostSurvey> surveys;
        Origin origin;
        try (LabHosts hosts = hostOptions.open(invocation, lab, file.path(), BuiltIn.MOMENTARY)) {
            surveys = hosts.survey(Goal.LAB);
            origin = hosts.origin();
        }
        long changes = PlanReport.changes(surveys);
        ExitCode code = ExitCode.ofSurveys(surveys);
        if (expectEmpty && changes > 0) {
            code = code.or(ExitCode.NOT_AS_IT_SHOULD_BE);
        }
        PlanReport report =
                new PlanReport(invocation.texts(), invocation.paint(), invocation.columns());
        if (invocation.json()) {
            Map<String, Object> document =
                    Json.object(
                            "lab",
                            lab.name(),
                            "builtIn",
                            HostOptions.word(origin),
                            "empty",
                            changes == 0 && ExitCode.ofSurveys(surveys) == ExitCode.DONE,
                            "changes",
                            changes,
                            "hosts",
                            new PlanJson(invocation.texts()).hosts(surveys));
            if (code != ExitCode.DONE) {
                document.put("error", JsonError.of(code, invocation.texts().of(verdict(surveys))));
            }
            invocation.json(document);
            return code.number();
        }
        PlanReport.troubles(surveys, invocation.texts(), invocation.errorPaint())
                .forEach(invocation::errorLine);
        print(report, surveys, changes, code);
        return code.number();
    }

    private void print(PlanReport report, List<HostSurvey> surveys, long changes, ExitCode code) {
        invocation.lines(report.lines(surveys));
        if (code == ExitCode.DONE && changes == 0) {
            invocation.line(invocation.text("cli.plan.nothing", surveys.size()));
        } else if (changes > 0) {
            invocation.line(report.summary(surveys));
        }
        if (code != ExitCode.DONE) {
            invocation.complain(verdict(surveys));
        } else if (changes > 0) {
            invocation.note("cli.plan.next", file.path());
        }
    }

    /// Why a plan is not what was hoped for; an empty plan of hosts that are ready has no such
    /// words.
    private static Message verdict(List<HostSurvey> surveys) {
        ExitCode hosts = ExitCode.ofSurveys(surveys);
        return Message.of(
                switch (hosts) {
                    case NOT_REACHED -> "cli.plan.away";
                    case NOT_AS_IT_SHOULD_BE -> "cli.plan.problems";
                    case DONE -> "cli.plan.notempty";
                    case WRONG_USAGE, PUSH_FAILED, INTERNAL, INTERRUPTED ->
                            throw new IllegalStateException(hosts.toString());
                });
    }
}
