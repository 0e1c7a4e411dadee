package org.vxlab.cli;

import org.vxlab.apply.HostResult;
import org.vxlab.apply.HostResult.End;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How a push that has ended is told, host by host.
record PushReport(Texts texts, Paint paint, int columns) {
    private static final double MILLIS = 1000;

    List<String> lines(List<HostResult> results) {
        Table table = new Table();
        for (HostResult result : results) {
            table.row(paint.strong(result.host()), word(result.end()), detail(result));
        }
        return table.lines(0, columns);
    }

    private String word(End end) {
        String word = texts.of("cli.end." + end.name().toLowerCase(Locale.ROOT));
        return switch (end) {
            case UNCHANGED, APPLIED -> paint.good(word);
            case UNTOUCHED, ROLLED_BACK, NOT_STARTED -> paint.warning(word);
            case BETWEEN -> paint.bad(word);
        };
    }

    private String detail(HostResult result) {
        List<String> said = new ArrayList<>();
        switch (result.end()) {
            case UNCHANGED -> said.add(texts.of("cli.result.unchanged"));
            case APPLIED ->
                    said.add(
                            texts.of(
                                    "cli.result.applied",
                                    result.plan().steps().size(),
                                    seconds(result.took())));
            case UNTOUCHED -> said.add(texts.of("cli.result.untouched"));
            case ROLLED_BACK -> said.add(texts.of("cli.result.rolled-back"));
            case NOT_STARTED -> said.add(texts.of("cli.result.not-started"));
            case BETWEEN -> said.add(texts.of("cli.result.between", result.left().size()));
        }
        result.failure()
                .ifPresent(
                        failed ->
                                said.add(
                                        texts.of(
                                                "cli.push.failed",
                                                failed.number(),
                                                result.plan().steps().size(),
                                                failed.step().text(),
                                                failed.exitCode(),
                                                failed.stderr())));
        result.trouble().ifPresent(trouble -> said.add(texts.after(result.host(), trouble)));
        return String.join("\n", said);
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.2f", took.toMillis() / MILLIS);
    }
}
