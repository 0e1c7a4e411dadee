package org.vxlab.observe;

import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Message;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Watches all hosts of a lab at once, each on a thread of its own, and comes back to those that
/// were lost.
public final class LabWatch implements AutoCloseable {
    private final InstantSource clock;
    private final Connections connections;
    private final Options options;
    private final Map<String, HostWatch> watches = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    /// What is watched besides the tables, and how.
    ///
    /// @param owners whose a MAC is, where the lab says; called on all hosts' threads
    /// @param pings which pairs are pinged all the time; may be empty
    /// @param backoff how long to wait before coming back to a lost host
    public record Options(
            Function<MacAddress, Optional<String>> owners, PingPlan pings, Backoff backoff) {}

    private LabWatch(InstantSource clock, Connections connections, Options options) {
        this.clock = clock;
        this.connections = connections;
        this.options = options;
    }

    /// Starts watching and returns at once; the first readings arrive as [ObservedEvent.HostLive].
    ///
    /// @param listener told every change, on the hosts' threads, for one host in order and one at a
    ///   time, for several hosts at the same time; must not block for long
    public static LabWatch start(
            List<String> hosts,
            Connections connections,
            InstantSource clock,
            Options options,
            Consumer<ObservedEvent> listener) {
        LabWatch lab = new LabWatch(clock, connections, options);
        Map<String, PingShare> shares = options.pings().shares();
        for (String host : hosts) {
            HostWatch watch = new HostWatch(host, clock, options.owners(), listener);
            lab.watches.put(host, watch);
            Optional<PingShare> share = Optional.ofNullable(shares.get(host));
            lab.threads.add(
                    Thread.ofVirtual().name("watch " + host).start(() -> lab.watch(watch, share)));
        }
        return lab;
    }

    /// What is known of every host now. Costs as much as the tables are long.
    public Observation snapshot() {
        Map<String, HostObservation> hosts = new LinkedHashMap<>();
        watches.forEach((host, watch) -> hosts.put(host, watch.snapshot()));
        return new Observation(hosts, clock.instant());
    }

    /// What is known of one host now.
    ///
    /// @throws IllegalArgumentException for a host that is not watched
    public HostObservation snapshot(String host) {
        HostWatch watch = watches.get(host);
        if (watch == null) {
            throw new IllegalArgumentException(host + " is not watched");
        }
        return watch.snapshot();
    }

    /// Ends all monitors and pings on the hosts, and the connections. Waits until that is done.
    @Override
    public void close() {
        HostThreads.end(threads);
    }

    private void watch(HostWatch watch, Optional<PingShare> pings) {
        int failures = 0;
        boolean fit = false;
        Optional<Message> told = Optional.empty();
        try {
            while (true) {
                boolean retryHelps = true;
                Optional<Message> lacking = Optional.empty();
                Message why;
                try (RemoteHost remote = connections.open(watch.host())) {
                    lacking = fit ? Optional.empty() : WatchTools.lacking(remote);
                    fit = lacking.isEmpty();
                    why =
                            fit
                                    ? new WatchSession(watch, remote, streams(watch.host(), pings))
                                            .run()
                                    : lacking.get();
                } catch (RemoteException e) {
                    why = e.text();
                    retryHelps = e.kind().retryHelps();
                }
                if (!retryHelps) {
                    watch.lost(why, Optional.empty());
                    return;
                }
                failures = watch.isLive() ? 1 : failures + 1;
                // Where a tool is missing, nothing is news until somebody has installed it.
                Duration wait =
                        lacking.isPresent()
                                ? options.backoff().longest()
                                : options.backoff().afterFailures(failures);
                if (lacking.isEmpty() || !told.equals(lacking)) {
                    watch.lost(why, Optional.of(wait));
                }
                told = lacking;
                Thread.sleep(wait);
            }
        } catch (InterruptedException e) {
            // The watch is closed; the thread ends here.
            Thread.currentThread().interrupt();
        }
    }

    private static List<FollowedStream> streams(String host, Optional<PingShare> pings) {
        List<FollowedStream> streams = new ArrayList<>();
        streams.add(MonitorStream.fdb(host));
        streams.add(MonitorStream.ip(host));
        pings.ifPresent(share -> streams.add(new PingStream(host, share)));
        return streams;
    }
}
