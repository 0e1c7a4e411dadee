package org.vxlab.cli;

import org.vxlab.observe.EventMessage;
import org.vxlab.observe.PingMatrix;
import org.vxlab.observe.PingPair;
import org.vxlab.observe.PingResult;
import org.vxlab.topology.Message;
import org.vxlab.topology.OverlayEnd;
import org.vxlab.topology.Vni;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How pings are told: a matrix a segment, and why the lost ones were lost.
record PingReport(Texts texts, Paint paint, int columns) {
    private static final int GAP = 2;
    private static final int INDENT = 2;
    private static final String SELF = "-";
    private static final double PERCENT = 100;

    List<String> lines(PingMatrix matrix) {
        List<String> lines = new ArrayList<>();
        Map<Title, Map<PingPair, PingResult>> segments = new LinkedHashMap<>();
        matrix.results()
                .forEach(
                        (pair, result) ->
                                segments.computeIfAbsent(
                                                new Title(pair.segment(), pair.vni()),
                                                _ -> new LinkedHashMap<>())
                                        .put(pair, result));
        segments.forEach((title, results) -> segment(title, results, lines));
        matrix.results()
                .forEach(
                        (pair, result) -> {
                            if (!result.complete()) {
                                lines.add(lost(pair, result));
                            }
                        });
        return lines;
    }

    /// Two segments may have one VNI, on different ports.
    private record Title(String segment, Vni vni) {}

    /// The pings of one segment.
    ///
    /// @param ends who sends or is pinged
    /// @param results by sender and pinged
    private record Grid(
            Set<OverlayEnd> senders,
            List<OverlayEnd> ends,
            Map<List<OverlayEnd>, PingResult> results) {
        static Grid of(Map<PingPair, PingResult> pairs) {
            Set<OverlayEnd> senders = new LinkedHashSet<>();
            Set<OverlayEnd> ends = new LinkedHashSet<>();
            Map<List<OverlayEnd>, PingResult> results = new LinkedHashMap<>();
            pairs.forEach(
                    (pair, result) -> {
                        senders.add(pair.from());
                        ends.add(pair.from());
                        ends.add(pair.to());
                        results.put(List.of(pair.from(), pair.to()), result);
                    });
            return new Grid(senders, List.copyOf(ends), results);
        }

        Optional<PingResult> result(OverlayEnd from, OverlayEnd to) {
            return Optional.ofNullable(results.get(List.of(from, to)));
        }
    }

    private void segment(Title title, Map<PingPair, PingResult> pairs, List<String> lines) {
        lines.add(paint.strong(texts.of("cli.ping.segment", title.segment(), title.vni())));
        Grid grid = Grid.of(pairs);
        Map<OverlayEnd, String> names = OverlayEnd.apart(grid.ends());
        String corner = texts.of("cli.ping.corner");
        int name = widest(names.values().stream());
        int first = Math.max(TextWidth.of(corner), name) + INDENT;
        int cell = Math.max(name, widest(grid.results().values().stream().map(this::cell)));
        // A matrix wider than the screen comes in pieces, each with all rows.
        int fitting = Math.max(1, (columns - first) / (cell + GAP));
        for (int start = 0; start < grid.ends().size(); start += fitting) {
            int end = Math.min(grid.ends().size(), start + fitting);
            List<OverlayEnd> piece = grid.ends().subList(start, end);
            lines.add(row(corner, first, piece.stream().map(names::get), cell));
            for (OverlayEnd from : grid.senders()) {
                Stream<String> cells =
                        piece.stream()
                                .map(to -> grid.result(from, to).map(this::painted).orElse(SELF));
                lines.add(row(names.get(from), first, cells, cell));
            }
        }
    }

    private static int widest(Stream<String> texts) {
        return texts.mapToInt(TextWidth::of).max().orElse(0);
    }

    private static String row(String head, int first, Stream<String> cells, int width) {
        StringBuilder line = new StringBuilder(TextWidth.padded(" ".repeat(INDENT) + head, first));
        cells.forEach(cell -> line.append(" ".repeat(GAP)).append(TextWidth.padded(cell, width)));
        return line.toString().stripTrailing();
    }

    private String painted(PingResult result) {
        return result.complete() ? paint.good(cell(result)) : paint.bad(cell(result));
    }

    /// The average round trip, or how much was lost.
    private String cell(PingResult result) {
        if (result.sent() == 0) {
            return texts.of("cli.ping.not-sent");
        }
        if (result.received() == 0) {
            return texts.of("cli.ping.lost");
        }
        if (!result.complete()) {
            return texts.of("cli.ping.partly", Math.round(loss(result)));
        }
        return result.roundTrip().map(trip -> milliseconds(trip.average())).orElse("ok");
    }

    private static String milliseconds(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f ms" : "%.0f ms", value);
    }

    /// In percent.
    static double loss(PingResult result) {
        return PERCENT * (result.sent() - result.received()) / result.sent();
    }

    /// One line about a pair that lost pings.
    String lost(PingPair pair, PingResult result) {
        String why =
                result.failure()
                        .map(failure -> why(failure, texts))
                        .orElseGet(() -> texts.of("cli.ping.silent"));
        if (result.sent() == 0) {
            return texts.of(
                    "cli.ping.not-sent-pair",
                    pair.from().name(),
                    pair.to().name(),
                    pair.to().address(),
                    why);
        }
        return texts.of(
                "cli.ping.lost-pair",
                pair.from().name(),
                pair.to().name(),
                pair.to().address(),
                result.sent() - result.received(),
                result.sent(),
                why);
    }

    /// Why nothing came back, or nothing was sent.
    static String why(PingResult.Failure failure, Texts texts) {
        return texts.said(EventMessage.why(failure));
    }

    /// The outcome in one sentence.
    static Message summary(PingMatrix matrix) {
        long all = matrix.results().size();
        long good = good(matrix);
        return all == 0
                ? Message.of("cli.ping.none")
                : good == all
                        ? Message.of("cli.ping.all", all)
                        : Message.of("cli.ping.some", good, all, all - good);
    }

    String summaryLine(PingMatrix matrix) {
        String said = texts.of(summary(matrix));
        return matrix.results().isEmpty()
                ? said
                : good(matrix) == matrix.results().size() ? paint.good(said) : paint.bad(said);
    }

    private static long good(PingMatrix matrix) {
        return matrix.results().values().stream().filter(PingResult::complete).count();
    }
}
