package org.vxlab.cli;

import org.vxlab.apply.HostResult;
import org.vxlab.apply.HostSurvey;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.HostState;
import org.vxlab.observe.HostObservation;
import org.vxlab.observe.Observation;
import org.vxlab.observe.PingMatrix;
import org.vxlab.plan.Step;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.ResolvedLab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Tells a demonstration to somebody who sees VXLAN for the first time, or as one JSON document.
final class DemoTelling {
    private static final int WHY_INDENT = 8;
    private static final int TEXT_INDENT = 3;

    private final Invocation invocation;
    private final ResolvedLab lab;
    private final Paint paint;
    private final int columns;
    private final Instant began;
    private final Map<String, Object> document = new LinkedHashMap<>();
    private int step;

    DemoTelling(Invocation invocation, ResolvedLab lab, Instant began) {
        this.invocation = invocation;
        this.lab = lab;
        this.paint = invocation.paint();
        this.columns = invocation.columns();
        this.began = began;
    }

    void title(String template) {
        document.put("template", template);
        line(paint.strong(invocation.text("cli.demo.title", template)));
        paragraph(0, invocation.text("cli.demo.what"));
    }

    void built() {
        step("cli.demo.built", lab.hosts().size(), seconds());
        Table table = new Table();
        lab.hosts()
                .forEach(
                        host ->
                                table.row(
                                        paint.name(host.name()),
                                        invocation.text(
                                                "cli.demo.host", host.address(), host.network())));
        table.lines(TEXT_INDENT, columns).forEach(this::line);
        paragraph(TEXT_INDENT, invocation.text("cli.demo.built.why"));
    }

    /// Every command; a reason only where it is met for the first time.
    void plan(List<HostSurvey> surveys) {
        document.put("changes", PlanReport.changes(surveys));
        PlanReport.troubles(surveys, invocation.texts(), paint).forEach(this::line);
        step("cli.demo.plan", PlanReport.changes(surveys), surveys.size());
        Set<String> explained = new HashSet<>();
        for (HostSurvey survey : surveys) {
            if (survey instanceof HostSurvey.Read read) {
                line("   " + paint.strong(invocation.text("cli.demo.on", read.host())));
                for (Step command : read.plan().steps()) {
                    line("     " + paint.good(Texts.visible(command.text())));
                    if (explained.add(command.why().key())) {
                        TextWidth.wrapped(
                                        invocation.texts().of(command.why()), columns - WHY_INDENT)
                                .forEach(why -> line(" ".repeat(WHY_INDENT) + paint.faint(why)));
                    }
                }
            }
        }
    }

    void pushed(List<HostResult> results) {
        PushReport report = new PushReport(invocation.texts(), paint, columns);
        document.put("hosts", new PushJson(invocation.texts()).hosts(results));
        step("cli.demo.push", results.size());
        report.lines(results).forEach(line -> line("   " + line));
    }

    void verified(boolean equal) {
        document.put("secondPlanEmpty", equal);
        paragraph(
                TEXT_INDENT,
                equal
                        ? paint.good(invocation.text("cli.demo.verified"))
                        : paint.bad(invocation.text("cli.demo.not-verified")));
    }

    void pings(PingMatrix matrix) {
        PingReport report = new PingReport(invocation.texts(), paint, columns - TEXT_INDENT);
        document.put("pings", new PingJson(invocation.texts()).pairs(matrix));
        step("cli.demo.ping");
        report.lines(matrix).forEach(line -> line("   " + line));
        line("   " + report.summaryLine(matrix));
    }

    void tables(Observation tables, Function<MacAddress, Optional<String>> owners) {
        ReadingReport readings =
                new ReadingReport(invocation.texts(), paint, columns - TEXT_INDENT, owners);
        step("cli.demo.tables");
        List<Map<String, Object>> json = new ArrayList<>();
        for (HostObservation host : tables.hosts().values()) {
            Map<String, Object> told = Json.object("host", host.host());
            told.putAll(ReadingJson.of(host.state()));
            json.add(told);
            line("   " + paint.strong(invocation.text("cli.demo.on", host.host())));
            tables(host.state(), readings).forEach(this::line);
        }
        document.put("tables", json);
        explain(tables, host -> has(host, FdbEntry.Table.BRIDGE), "cli.demo.bridge-table");
        explain(tables, host -> has(host, FdbEntry.Table.VXLAN), "cli.demo.vxlan-table");
        explain(tables, host -> !ReadingReport.floodLists(host).isEmpty(), "cli.demo.flood-list");
    }

    private List<String> tables(HostState host, ReadingReport readings) {
        Table table = new Table();
        entries(host).forEach(entry -> table.row(readings.mac(entry.mac()), readings.where(entry)));
        ReadingReport.floodLists(host)
                .forEach(
                        (device, vteps) ->
                                table.row(
                                        invocation.text("cli.demo.everybody"),
                                        invocation.text(
                                                "cli.demo.flood",
                                                String.join(" ", vteps),
                                                device)));
        return table.lines(TEXT_INDENT + 2, columns);
    }

    /// Entries of hosts and workloads; groups are for those who know the rest.
    private static Stream<FdbEntry> entries(HostState host) {
        return host.fdb().stream()
                .filter(ReadingReport::isTold)
                .filter(entry -> !entry.mac().isGroup());
    }

    private static boolean has(HostState host, FdbEntry.Table table) {
        return entries(host).anyMatch(entry -> entry.table() == table);
    }

    /// Explains what is to be seen on some host.
    private void explain(Observation tables, Predicate<HostState> isSeen, String key) {
        if (tables.hosts().values().stream().map(HostObservation::state).anyMatch(isSeen)) {
            paragraph(TEXT_INDENT, invocation.text(key));
        }
    }

    void gone(List<HostResult> results, boolean nothingLeft) {
        document.put("nothingLeft", nothingLeft);
        step("cli.demo.down", results.stream().mapToInt(r -> r.plan().steps().size()).sum());
        paragraph(
                TEXT_INDENT,
                nothingLeft
                        ? paint.good(invocation.text("cli.demo.gone"))
                        : paint.bad(invocation.text("cli.demo.left")));
    }

    void end(String template, ExitCode code) {
        document.put("milliseconds", took().toMillis());
        if (code != ExitCode.DONE) {
            document.put(
                    "error", JsonError.of(code, invocation.text("cli.demo.failed", seconds())));
        }
        if (invocation.json()) {
            invocation.json(document);
            return;
        }
        line("");
        line(
                code == ExitCode.DONE
                        ? paint.strong(invocation.text("cli.demo.done", seconds()))
                        : paint.bad(invocation.text("cli.demo.failed", seconds())));
        for (String next : invocation.text("cli.demo.next", template).split("\n")) {
            line("   " + next);
        }
    }

    private Duration took() {
        return Duration.between(began, invocation.terminal().clock().instant());
    }

    private String seconds() {
        return DurationWord.seconds(took());
    }

    private void step(String key, Object... arguments) {
        step++;
        line("");
        line(paint.strong(step + ". " + invocation.text(key, arguments)));
    }

    private void paragraph(int indent, String text) {
        TextWidth.wrapped(text, columns - indent).forEach(line -> line(" ".repeat(indent) + line));
    }

    private void line(String text) {
        if (!invocation.json()) {
            invocation.line(text);
        }
    }
}
