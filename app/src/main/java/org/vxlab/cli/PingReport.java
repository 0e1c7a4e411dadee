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

    private void segment(Title title, Map<PingPair, PingResult> results, List<String> lines) {
        lines.add(paint.strong(texts.of("cli.ping.segment", title.segment(), title.vni())));
        Set<OverlayEnd> senders = new LinkedHashSet<>();
        Set<OverlayEnd> ends = new LinkedHashSet<>();
        Map<List<OverlayEnd>, PingResult> cells = new LinkedHashMap<>();
        results.forEach(
                (pair, result) -> {
                    senders.add(pair.from());
                    ends.add(pair.from());
                    ends.add(pair.to());
                    cells.put(List.of(pair.from(), pair.to()), result);
                });
        List<OverlayEnd> all = List.copyOf(ends);
        Map<OverlayEnd, String> names = OverlayEnd.apart(all);
        String corner = texts.of("cli.ping.corner");
        int first =
                Math.max(
                                TextWidth.of(corner),
                                names.values().stream().mapToInt(TextWidth::of).max().orElse(0))
                        + INDENT;
        int cell =
                Math.max(
                        names.values().stream().mapToInt(TextWidth::of).max().orElse(0),
                        cells.values().stream()
                                .mapToInt(r -> TextWidth.of(cell(r)))
                                .max()
                                .orElse(0));
        // A matrix wider than the screen comes in pieces, each with all rows.
        int fitting = Math.max(1, (columns - first) / (cell + GAP));
        for (int start = 0; start < all.size(); start += fitting) {
            List<OverlayEnd> piece = all.subList(start, Math.min(all.size(), start + fitting));
            lines.add(row(corner, first, piece.stream().map(names::get).toList(), cell));
            for (OverlayEnd from : senders) {
                lines.add(
                        row(
                                names.get(from),
                                first,
                                piece.stream().map(to -> coloured(cells, from, to)).toList(),
                                cell));
            }
        }
    }

    private String row(String head, int first, List<String> cells, int width) {
        StringBuilder line = new StringBuilder(TextWidth.padded(" ".repeat(INDENT) + head, first));
        for (String cell : cells) {
            line.append(" ".repeat(GAP)).append(TextWidth.padded(cell, width));
        }
        return line.toString().stripTrailing();
    }

    private String coloured(
            Map<List<OverlayEnd>, PingResult> cells, OverlayEnd from, OverlayEnd to) {
        PingResult result = cells.get(List.of(from, to));
        if (result == null) {
            return SELF;
        }
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

    static String milliseconds(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f ms" : "%.0f ms", value);
    }

    private static double loss(PingResult result) {
        return PERCENT * (result.sent() - result.received()) / result.sent();
    }

    /// One line about a pair that lost pings.
    String lost(PingPair pair, PingResult result) {
        String why = result.failure().map(this::why).orElseGet(() -> texts.of("cli.ping.silent"));
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

    private String why(PingResult.Failure failure) {
        return why(failure, texts);
    }

    static String why(PingResult.Failure failure, Texts texts) {
        return switch (EventMessage.why(failure)) {
            case Message message -> texts.of(message);
            case Object said -> Texts.visible(said.toString());
        };
    }

    String summary(PingMatrix matrix) {
        long all = matrix.results().size();
        long good = matrix.results().values().stream().filter(PingResult::complete).count();
        return all == 0
                ? texts.of("cli.ping.none")
                : good == all
                        ? paint.good(texts.of("cli.ping.all", all))
                        : paint.bad(texts.of("cli.ping.some", good, all, all - good));
    }

    /// The pairs for programs.
    List<Map<String, Object>> json(PingMatrix matrix) {
        List<Map<String, Object>> pairs = new ArrayList<>();
        matrix.results().forEach((pair, result) -> pairs.add(json(pair, result)));
        return pairs;
    }

    private Map<String, Object> json(PingPair pair, PingResult result) {
        return Json.object(
                "segment", pair.segment(),
                "vni", pair.vni().value(),
                "from", json(pair.from()),
                "to", json(pair.to()),
                "sent", result.sent(),
                "received", result.received(),
                "duplicates", result.duplicates(),
                "lossPercent", result.sent() == 0 ? Optional.empty() : Optional.of(loss(result)),
                "roundTrip",
                        result.roundTrip()
                                .map(
                                        trip ->
                                                Json.object(
                                                        "minMilliseconds", trip.min(),
                                                        "averageMilliseconds", trip.average(),
                                                        "maxMilliseconds", trip.max())),
                "why", result.failure().map(this::why));
    }

    static Map<String, Object> json(OverlayEnd end) {
        return Json.object(
                "name", end.name(),
                "host", end.host(),
                "namespace", Optional.of(end.namespace()).filter(name -> !name.isEmpty()),
                "device", end.device(),
                "address", end.address());
    }
}
