package org.vxlab.observe;

import org.vxlab.remote.RemoteHost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// Sorts the lines of one host's pings by pair and tells each result when it is whole.
final class PingLines implements RemoteHost.Lines {
    private final List<PingPair> pairs;
    private final BiConsumer<PingPair, PingResult> done;
    private final Map<Integer, List<String>> warmups = new HashMap<>();
    private final Map<Integer, List<String>> counts = new HashMap<>();
    private final Set<Integer> absent = new HashSet<>();
    private final Set<Integer> told = new HashSet<>();
    private String lastWords = "";

    PingLines(List<PingPair> pairs, BiConsumer<PingPair, PingResult> done) {
        this.pairs = List.copyOf(pairs);
        this.done = done;
    }

    @Override
    public synchronized void out(String text) {
        PingScript.parse(text).filter(line -> line.pair() < pairs.size()).ifPresent(this::sort);
    }

    @Override
    public synchronized void err(String line) {
        lastWords = line;
    }

    /// The last line of the shell's standard error.
    synchronized String lastWords() {
        return lastWords;
    }

    /// Tells every pair that has no result yet why it will have none.
    synchronized void giveUp(PingResult.Failure why) {
        for (int i = 0; i < pairs.size(); i++) {
            if (told.add(i)) {
                done.accept(pairs.get(i), PingResult.nothingSent(why));
            }
        }
    }

    private void sort(PingScript.Line line) {
        int pair = line.pair();
        if (line.isAbsence()) {
            absent.add(pair);
            return;
        }
        switch (line.phase()) {
            case WARM_UP -> add(warmups, line);
            case COUNT -> {
                add(counts, line);
                if (line.ends() && told.add(pair)) {
                    List<String> warmup = taken(warmups, pair);
                    List<String> count = taken(counts, pair);
                    PingPair of = pairs.get(pair);
                    done.accept(
                            of,
                            absent.contains(pair)
                                    ? PingResult.nothingSent(
                                            PingResult.Failure.Absent.of(of.from()))
                                    : PingResult.read(warmup, count));
                }
            }
            case STEADY -> {}
        }
    }

    private static List<String> taken(Map<Integer, List<String>> lines, int pair) {
        return Optional.ofNullable(lines.remove(pair)).orElse(List.of());
    }

    private static void add(Map<Integer, List<String>> lines, PingScript.Line line) {
        if (!line.ends()) {
            lines.computeIfAbsent(line.pair(), _ -> new ArrayList<>()).add(line.text());
        }
    }
}
