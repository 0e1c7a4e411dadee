package org.vxlab.observe;

import org.vxlab.observe.PingResult.Failure;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;
import org.vxlab.remote.RemoteHost.Following;
import org.vxlab.topology.Message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// Pings every pair of a plan once, all hosts at the same time.
///
/// @param warmup longest wait for a pair's first answer, whole seconds: the first pings after a
///   push may be lost to ARP and to ports that do not forward yet
/// @param count pings that count, after the warm-up
/// @param perHost pairs a host pings at once
public record PingRound(Duration warmup, int count, int perHost) {

    /// The results of all pairs; those of a host that cannot be reached say so.
    ///
    /// @param live told each result as it comes, on the hosts' threads, several at once
    public PingMatrix run(
            PingPlan plan, Connections connections, BiConsumer<PingPair, PingResult> live)
            throws InterruptedException {
        Map<PingPair, PingResult> results = new ConcurrentHashMap<>();
        BiConsumer<PingPair, PingResult> done =
                (pair, result) -> {
                    results.put(pair, result);
                    live.accept(pair, result);
                };
        List<Thread> threads = new ArrayList<>();
        plan.bySource()
                .forEach(
                        (host, pairs) ->
                                threads.add(
                                        Thread.ofVirtual()
                                                .name("ping from " + host)
                                                .start(
                                                        () ->
                                                                pingFrom(
                                                                        host,
                                                                        pairs,
                                                                        connections,
                                                                        done))));
        HostThreads.awaitOrEnd(threads);
        Map<PingPair, PingResult> inOrder = new LinkedHashMap<>();
        plan.pairs().forEach(pair -> inOrder.put(pair, results.get(pair)));
        return new PingMatrix(inOrder);
    }

    private void pingFrom(
            String host,
            List<PingPair> pairs,
            Connections connections,
            BiConsumer<PingPair, PingResult> done) {
        PingLines lines = new PingLines(pairs, done);
        Message why;
        try (RemoteHost remote = connections.open(host);
                Following pings =
                        remote.follow(PingScript.once(pairs, perHost, warmup, count), lines)) {
            int exitCode = pings.awaitEnd();
            why = Message.of("observe.pings-ended", host, exitCode, lines.lastWords());
        } catch (RemoteException e) {
            why = e.text();
        } catch (InterruptedException e) {
            // The round was called off; nobody waits for results.
            Thread.currentThread().interrupt();
            return;
        }
        lines.giveUp(new Failure.NoSource(why));
    }
}
