package org.vxlab.cli;

import org.vxlab.apply.HostSurvey;
import org.vxlab.plan.HostProblem;
import org.vxlab.plan.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How surveys are told: what would run on each host and why, what stands in the way, who is away.
record PlanReport(Texts texts, Paint paint, int columns) {
    private static final int WHY_INDENT = 6;

    static long changes(List<HostSurvey> surveys) {
        return steps(surveys).count();
    }

    static Stream<Step> steps(List<HostSurvey> surveys) {
        return surveys.stream()
                .flatMap(
                        survey ->
                                switch (survey) {
                                    case HostSurvey.Read read -> read.plan().steps().stream();
                                    case HostSurvey.Away _ -> Stream.<Step>empty();
                                });
    }

    /// All hosts, one block each.
    List<String> lines(List<HostSurvey> surveys) {
        List<String> lines = new ArrayList<>();
        for (HostSurvey survey : surveys) {
            switch (survey) {
                case HostSurvey.Away _ -> lines.add(away(survey.host()));
                case HostSurvey.Read read -> lines.addAll(host(read));
            }
        }
        return lines;
    }

    /// One host: its commands, each with its reason below it.
    List<String> host(HostSurvey.Read read) {
        List<String> lines = new ArrayList<>();
        int changes = read.plan().steps().size();
        String state =
                read.isReady()
                        ? texts.of(changes == 0 ? "cli.plan.equal" : "cli.plan.changes", changes)
                        : paint.bad(texts.of("cli.plan.blocked"));
        lines.add(paint.strong(read.host()) + ": " + state);
        for (Step step : read.plan().steps()) {
            lines.add("  " + marked(step));
            for (String why :
                    TextWidth.wrapped(texts.of(step.why()), Math.max(40, columns - WHY_INDENT))) {
                lines.add(" ".repeat(WHY_INDENT) + paint.faint(why));
            }
        }
        return lines;
    }

    private String marked(Step step) {
        String text = Texts.visible(step.text());
        return switch (step.change()) {
            case CREATE -> paint.good("+ " + text);
            case CHANGE -> paint.warning("~ " + text);
            case DELETE -> paint.bad("- " + text);
            case RECREATE ->
                    paint.special("! " + text + "  [" + texts.of("cli.plan.recreate") + "]");
        };
    }

    private String away(String host) {
        return paint.strong(host) + ": " + paint.bad(texts.of("cli.host.away"));
    }

    /// What is wrong with hosts, for standard error: warnings, errors, and who is away.
    static List<String> troubles(List<HostSurvey> surveys, Texts texts, Paint paint) {
        ProblemReport report = new ProblemReport(texts, paint);
        List<String> lines = new ArrayList<>();
        for (HostSurvey survey : surveys) {
            switch (survey) {
                case HostSurvey.Away away ->
                        lines.add(
                                paint.strong(away.host())
                                        + ": "
                                        + paint.bad(texts.of("cli.error"))
                                        + texts.after(away.host(), away.why()));
                case HostSurvey.Read read -> {
                    for (HostProblem problem : read.problems()) {
                        lines.addAll(report.lines(problem));
                    }
                }
            }
        }
        return lines;
    }

    /// How many commands of each kind, in one sentence.
    String summary(List<HostSurvey> surveys) {
        long hosts =
                surveys.stream()
                        .filter(
                                survey ->
                                        survey instanceof HostSurvey.Read read
                                                && !read.plan().isEmpty())
                        .count();
        return texts.of(
                "cli.plan.summary",
                changes(surveys),
                hosts,
                count(surveys, Step.Change.CREATE),
                count(surveys, Step.Change.CHANGE),
                count(surveys, Step.Change.DELETE),
                count(surveys, Step.Change.RECREATE));
    }

    private static long count(List<HostSurvey> surveys, Step.Change change) {
        return steps(surveys).filter(step -> step.change() == change).count();
    }
}
