package org.vxlab.cli;

import org.vxlab.apply.HostResult;
import org.vxlab.apply.HostSurvey;
import org.vxlab.apply.LabPush.OnFailure;
import org.vxlab.plan.HostPlan;
import org.vxlab.session.HostCleaning;
import org.vxlab.session.HostCleaning.Found;
import org.vxlab.topology.HostWord;
import org.vxlab.topology.SshTarget;
import org.vxlab.topology.WrongText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/// `vxlab clean HOST...`: removes what labs own on hosts, without their lab files.
@Command(name = "clean", sortOptions = false)
final class CleanCommand implements Callable<Integer> {
    private final Invocation invocation;
    @Mixin private final HostOptions hostOptions = new HostOptions();

    @Parameters(arity = "1..*", paramLabel = "HOST", descriptionKey = "clean-host")
    private List<String> hosts;

    CleanCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    private static SshTarget parse(String host) throws Refusal {
        try {
            return HostWord.parse(host);
        } catch (WrongText wrong) {
            throw new Refusal(ExitCode.WRONG_USAGE, wrong.reason(), wrong);
        }
    }

    @Override
    public Integer call() throws Refusal, InterruptedException {
        Map<String, SshTarget> targets = new LinkedHashMap<>();
        for (String host : hosts) {
            targets.put(host, parse(host));
        }
        try (HostCleaning cleaning =
                new HostCleaning(
                        targets,
                        hostOptions.access(invocation, targets),
                        invocation.terminal().clock())) {
            List<Found> found = cleaning.look();
            Map<String, List<HostResult>> results = new LinkedHashMap<>();
            for (String lab : labs(found)) {
                if (invocation.terminal().interrupts().happened()) {
                    break;
                }
                results.put(
                        lab,
                        new Pushing(invocation)
                                .run(
                                        events -> cleaning.push(lab, events),
                                        plans(found, lab),
                                        OnFailure.KEEP));
            }
            return report(found, results).number();
        }
    }

    private static Set<String> labs(List<Found> found) {
        Set<String> labs = new LinkedHashSet<>();
        found.forEach(host -> labs.addAll(host.plans().keySet()));
        return labs;
    }

    private static List<HostPlan> plans(List<Found> found, String lab) {
        return found.stream()
                .filter(host -> host.plans().containsKey(lab))
                .map(host -> host.plans().get(lab))
                .toList();
    }

    private ExitCode report(List<Found> found, Map<String, List<HostResult>> results) {
        List<HostSurvey> surveys = found.stream().map(Found::survey).toList();
        List<HostResult> all = results.values().stream().flatMap(List::stream).toList();
        ExitCode code =
                ExitCode.ofResults(all, invocation.terminal().interrupts().happened())
                        .or(ExitCode.ofSurveys(surveys));
        PushReport report =
                new PushReport(invocation.texts(), invocation.paint(), invocation.columns());
        if (invocation.json()) {
            invocation.json(json(code, surveys, results));
            return code;
        }
        PlanReport.troubles(surveys, invocation.texts(), invocation.errorPaint())
                .forEach(invocation::errorLine);
        results.forEach(
                (lab, ended) -> {
                    invocation.line(invocation.text("cli.clean.lab", lab));
                    invocation.lines(report.lines(ended));
                });
        if (code == ExitCode.DONE) {
            invocation.line(
                    invocation.text(
                            results.isEmpty() ? "cli.clean.nothing" : "cli.clean.done",
                            surveys.size()));
        } else {
            invocation.complain(Verdict.ofRemoval(code));
        }
        return code;
    }

    private Map<String, Object> json(
            ExitCode code, List<HostSurvey> surveys, Map<String, List<HostResult>> results) {
        PushJson json = new PushJson(invocation.texts());
        List<Map<String, Object>> labs = new ArrayList<>();
        results.forEach(
                (lab, ended) -> labs.add(Json.object("lab", lab, "hosts", json.hosts(ended))));
        Map<String, Object> document = Json.object("labs", labs);
        if (code != ExitCode.DONE) {
            document.put("error", JsonError.ofRemoval(code, surveys, invocation.texts()));
        }
        return document;
    }
}
