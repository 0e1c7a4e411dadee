package org.vxlab.cli;

import org.vxlab.locallab.LocalLabException;
import org.vxlab.observe.PingMatrix;
import org.vxlab.observe.PingPair;
import org.vxlab.observe.PingPlan;
import org.vxlab.observe.PingResult;
import org.vxlab.observe.PingRound;
import org.vxlab.session.BuiltIn;
import org.vxlab.session.LabHosts;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/// `vxlab ping FILE`: every pair of every segment over the overlay, as a matrix.
@Command(name = "ping", sortOptions = false)
final class PingCommand implements Callable<Integer> {
    /// An ARP request is given up after 3 s, and then the kernel says why a ping is lost.
    static final Duration WARM_UP = Duration.ofSeconds(4);

    /// Few enough to leave a small virtual machine its breath.
    static final int PAIRS_AT_ONCE = 16;

    private static final int MOST_PINGS = 10_000;

    private final Invocation invocation;
    @Mixin private final LabFileArgument file = new LabFileArgument();
    @Mixin private final HostOptions hostOptions = new HostOptions();

    @Option(names = "--count", descriptionKey = "count", paramLabel = "N", defaultValue = "3")
    private int count;

    PingCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Refusal, LocalLabException, InterruptedException {
        if (count < 1 || count > MOST_PINGS) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    Message.of("cli.usage.range", "--count", count, 1, MOST_PINGS));
        }
        ResolvedLab lab = file.load(invocation);
        PingMatrix matrix;
        try (LabHosts hosts = hostOptions.open(invocation, lab, file.path(), BuiltIn.RUNNING)) {
            matrix = ping(invocation, hosts, lab, count);
        }
        ExitCode code = ExitCode.of(matrix);
        PingReport report =
                new PingReport(invocation.texts(), invocation.paint(), invocation.columns());
        if (invocation.json()) {
            Map<String, Object> document =
                    Json.object(
                            "lab", lab.name(),
                            "complete", matrix.complete(),
                            "pairs", new PingJson(invocation.texts()).pairs(matrix));
            if (code != ExitCode.DONE) {
                document.put(
                        "error",
                        JsonError.of(code, invocation.texts().of(PingReport.summary(matrix))));
            }
            invocation.json(document);
        } else {
            invocation.lines(report.lines(matrix));
            invocation.line(report.summaryLine(matrix));
        }
        return code.number();
    }

    /// Pings with a line on the terminal that counts.
    static PingMatrix ping(Invocation invocation, LabHosts hosts, ResolvedLab lab, int count)
            throws InterruptedException {
        PingRound round = new PingRound(WARM_UP, count, PAIRS_AT_ONCE);
        int all = PingPlan.of(lab).pairs().size();
        Terminal terminal = invocation.terminal();
        if (!terminal.redraws() || invocation.quiet() || invocation.json()) {
            return hosts.ping(round, (_, _) -> {});
        }
        LiveLines live = new LiveLines(terminal.err(), terminal.columns());
        AtomicInteger done = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        BiConsumer<PingPair, PingResult> told =
                (_, result) -> {
                    done.incrementAndGet();
                    lost.addAndGet(result.complete() ? 0 : 1);
                    synchronized (live) {
                        live.show(
                                List.of(
                                        invocation.text(
                                                "cli.ping.live", done.get(), all, lost.get())));
                    }
                };
        try {
            return hosts.ping(round, told);
        } finally {
            live.clear();
        }
    }
}
